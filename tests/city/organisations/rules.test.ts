// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { comparable, looksLike } from '../../../api/city/organisations/rules.ts';

describe('two names of one organisation', () => {
  test.each([
    ['SACMI', 'Sacmi S.p.A.'],
    ['Università degli Studi di Bari', 'Universita degli studi di Bari'],
    ['Camozzi Group', 'Gruppo Camozzi'],
    ['Politecnico di Milano', 'Politecnico di Milamo'],
  ])('%s and %s are flagged', (one, other) => {
    expect(looksLike(one, other)).toBe(true);
  });

  test.each([
    ['Politecnico di Milano', 'Politecnico di Torino'],
    ['Itema', 'Italtel'],
    ['CNA', 'CNR'],
    ['Università di Bari', 'Politecnico di Bari'],
    ['', ''],
  ])('%s and %s are not', (one, other) => {
    expect(looksLike(one, other)).toBe(false);
  });

  test('are compared without case, accents, legal form and order', () => {
    expect(comparable('Società Élan S.r.l.')).toBe('elan');
  });
});
