// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { marked } from '../../../api/platform/tables/marks.rules.ts';
import { tableOf } from '../../../api/platform/tables/rules.ts';

describe('words in CSV', () => {
  test.each([
    '=1+1',
    '+39 02',
    '-2',
    '@SUM(A1)',
    '  =1+1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff@A1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    '﹦1',
    '−1',
    "'=1",
    '\nUna riga',
  ])('that a spreadsheet might calculate are marked, and read again as they were: %j', (words) => {
    expect(marked(words)).toBe(`'${words}`);
    const { cellsOf, rowIn } = tableOf({ name: 'text' });
    const [name = ''] = cellsOf({ name: words }, true);
    expect(rowIn({ name }, true).values).toEqual({ name: words });
  });

  test.each([
    ['a;=1+1', "a;'=1+1"],
    ['a; \u200b@A1', "a; \u200b'@A1"],
    ["a;'=1", "a;''=1"],
    ['a\t＋1', "a\t'＋1"],
    ['\n=1+1', "'\n'=1+1"],
    ['\t=1', "'\t'=1"],
  ])('that a sheet with another separator might calculate are marked within: %j', (words, expected) => {
    expect(marked(words)).toBe(expected);
    expect(tableOf({ name: 'text' }).rowIn({ name: expected }, true).values).toEqual({ name: words });
  });

  test.each(['Bottega', ' Bottega', '1-2', 'a = b', "'Ndrina", '«=»', ''])('are left alone else: %j', (words) => {
    expect(marked(words)).toBe(words);
  });
});
