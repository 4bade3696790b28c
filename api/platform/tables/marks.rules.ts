// SPDX-License-Identifier: AGPL-3.0-or-later

/** Start of a formula or of a cell escaped against one: a formula sign, also after whitespace or control characters. */
const begins = /^'*([\t\r\n]|[\s\p{C}]*[=+\-@\u2212])/u;
const signs = '=+\\-@\u2212＝＋－＠﹦﹢﹣﹫';
/** Where a spreadsheet that separates otherwise than the file would begin a cell with a formula. */
const within = new RegExp(`([;\\t\\r\\n][\\s\\p{C}]*'*)(?=[${signs}])`, 'gu');
const markedWithin = new RegExp(`([;\\t\\r\\n][\\s\\p{C}]*'*)'(?=[${signs}])`, 'gu');
/** Text a spreadsheet would evaluate; a full-width sign counts like the plain one. */
const isFormula = (words: string) => begins.test(words.normalize('NFKC'));
/** CSV cells are escaped against formula injection, for any separator; parsing removes the escape. */
export const marked = (words: string) => (isFormula(words) ? `'${words}` : words).replace(within, "$1'");
/** The words before they were marked. */
export function unmarked(given: string): string {
  const words = given.replace(markedWithin, '$1');
  return words.startsWith("'") && isFormula(words) ? words.slice(1) : words;
}
