// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { isTaxCode, isVatNumber, plainCode } from '../../../api/calls/firms/rules.ts';

test('validates the check digit of a VAT number', () => {
  expect(isVatNumber('01199250158')).toBe(true);
  expect(isVatNumber('IT01199250158')).toBe(true);
  expect(isVatNumber('01199250159')).toBe(false);
  expect(isVatNumber('00000000000')).toBe(false);
  expect(isVatNumber('123')).toBe(false);
});

test('validates the check character of a tax code, and the digits of that of an organisation', () => {
  expect(isTaxCode('RSSMRA85T10A562S')).toBe(true);
  expect(isTaxCode('rssmra85t10a562s')).toBe(true);
  expect(isTaxCode('RSSMRA85T10A562T')).toBe(false);
  expect(isTaxCode('01199250158')).toBe(true);
  expect(isTaxCode('RSSMRA')).toBe(false);
});

test('compares codes in normalised form', () => {
  expect(plainCode(' it 0119 9250 158')).toBe('01199250158');
});
