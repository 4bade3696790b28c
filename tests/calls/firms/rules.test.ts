// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { isTaxCode, isVatNumber, plainCode } from '../../../api/calls/firms/rules.ts';

test('knows a VAT number by its check figure', () => {
  expect(isVatNumber('01199250158')).toBe(true);
  expect(isVatNumber('IT01199250158')).toBe(true);
  expect(isVatNumber('01199250159')).toBe(false);
  expect(isVatNumber('00000000000')).toBe(false);
  expect(isVatNumber('123')).toBe(false);
});

test('knows a tax code by its check letter, and that of a body by its figures', () => {
  expect(isTaxCode('RSSMRA85T10A562S')).toBe(true);
  expect(isTaxCode('rssmra85t10a562s')).toBe(true);
  expect(isTaxCode('RSSMRA85T10A562T')).toBe(false);
  expect(isTaxCode('01199250158')).toBe(true);
  expect(isTaxCode('RSSMRA')).toBe(false);
});

test('compares codes as they are meant, not as they are typed', () => {
  expect(plainCode(' it 0119 9250 158')).toBe('01199250158');
});
