// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { doubtLetter, dueIn, quarterLetter, quarterOf, rounded } from '../../../api/labs/freshness/rules.ts';

const lab = (confirmedOn: string | null, key = 'officina-prova') => ({
  programme: 'milano',
  key,
  name: { it: 'Officina prova', en: 'Test workshop' },
  confirmedOn,
});

describe('a quarter', () => {
  test('has three months', () => {
    expect(quarterOf('2026-01-01')).toBe('2026-Q1');
    expect(quarterOf('2026-03-31')).toBe('2026-Q1');
    expect(quarterOf('2026-04-01')).toBe('2026-Q2');
    expect(quarterOf('2026-12-31')).toBe('2026-Q4');
  });

  test('covers entries not confirmed within it', () => {
    const labs = [lab(null, 'a'), lab('2026-03-31', 'b'), lab('2026-04-01', 'c'), lab('2025-05-05', 'd')];
    expect(dueIn(labs, '2026-05-01').map(({ key }) => key)).toEqual(['a', 'b', 'd']);
  });
});

describe('the mails', () => {
  test('link to each entry, in the language of the recipient', () => {
    const it = quarterLetter('it', 'https://officina.example', [lab('2026-03-01'), lab(null, 'altra')]);
    expect(it.body).toContain('https://officina.example/it/milano/labs/officina-prova?do=confirm');
    expect(it.body).toContain('Officina prova (confermata il 1 marzo 2026)');
    expect(it.body).toContain('mai confermata');
    const en = quarterLetter('en', 'https://officina.example', [lab('2026-03-01')]);
    expect(en.body).toContain('Test workshop (confirmed on 1 March 2026)');
    expect(en.body).toContain('/en/milano/labs/');
  });

  test('on doubtful entries name a single lab, and count several', () => {
    expect(doubtLetter('it', 'u', [lab('2025-01-01')]).subject).toContain('Forse chiuso: Officina prova');
    expect(doubtLetter('en', 'u', [lab('2025-01-01'), lab('2025-01-01', 'b')]).subject).toContain('2 labs');
  });
});

test('a share has four decimals', () => {
  expect(rounded(2 / 3)).toBe(0.6667);
  expect(rounded(1)).toBe(1);
});
