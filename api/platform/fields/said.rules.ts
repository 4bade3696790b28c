// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Precision } from '../../contract.ts';
import { bare, lastDayOf } from '../records/rules.ts';
import type { Choices, Field } from './rules.ts';

const months = [
  'gennaio january',
  'febbraio february',
  'marzo march',
  'aprile april',
  'maggio may',
  'giugno june',
  'luglio july',
  'agosto august',
  'settembre september',
  'ottobre october',
  'novembre november',
  'dicembre december',
].map((names) => names.split(' '));

/** Month 1–12 by its name, or the first three letters of it, in either language. */
function monthNamed(word: string): number | null {
  const at = months.findIndex((names) =>
    names.some((name) => name === word || (word.length >= 3 && name.startsWith(word))),
  );
  return at < 0 ? null : at + 1;
}

const two = (number: number | string) => String(number).padStart(2, '0');
const ordinals = ['first', 'second', 'third', 'fourth'];

interface Dated {
  date: string;
  precision: Precision;
}

/** A part of a year as the page writes it: "2° trimestre 2020", "Q2 2020", "first half of 2020". */
function partOfYear(words: string): Dated | null {
  const said = words.replace(new RegExp(ordinals.join('|')), (word) => String(ordinals.indexOf(word) + 1));
  const [, quarter] = /^(?:([1-4]) ?o? trimestre|q ?([1-4])) /.exec(said)?.filter(Boolean) ?? [];
  const [, half] = /^([12]) ?o? (?:semestre|half)( of)? /.exec(said) ?? [];
  const year = /\b(\d{4})$/.exec(said)?.[1];
  if (!year || !(quarter || half)) return null;
  const month = quarter ? Number(quarter) * 3 : Number(half) * 6;
  return { date: `${year}-${two(month)}-01`, precision: quarter ? 'quarter' : 'half-year' };
}

/** A day or a month with its name: "12 marzo 2021", "1° marzo 2021", "March 2021". */
function named(words: string): Dated | null {
  const [, day, month = '', year] = /^(?:(\d{1,2}) ?o? )?([a-z]{3,}) (\d{4})$/.exec(words) ?? [];
  const number = monthNamed(month);
  if (!year || number === null) return null;
  return { date: `${year}-${two(number)}-${two(day ?? 1)}`, precision: day ? 'day' : 'month' };
}

/** A date as sheets and the page write it; null if it is none of their forms. */
function spanIn(words: string): Dated | null {
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(words)?.[0];
  if (iso) return { date: words, precision: 'day' };
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words) ?? [];
  if (day && month && year) return { date: `${year}-${two(month)}-${two(day)}`, precision: 'day' };
  if (/^\d{4}$/.test(words)) return { date: `${words}-12-31`, precision: 'year' };
  const [, of, inYear] = /^(\d{1,2})[/.-](\d{4})$/.exec(words) ?? [];
  if (of && inYear) return { date: `${inYear}-${two(of)}-01`, precision: 'month' };
  const said = bare(words.replace(/°/g, ' '));
  return named(said) ?? partOfYear(said);
}

/** A date with its precision, as the last day of its span. */
export function dateIn(words: string): Dated | null {
  const { date, precision } = spanIn(words.trim()) ?? {};
  if (!date || !precision) return null;
  const isDay = Number(date.slice(5, 7)) <= 12;
  return { date: isDay ? lastDayOf(date, precision, date) : date, precision };
}

const units = /(€|\beuro?\b|\beur\b|m²|\bm2\b|\bmq\b|\bmm\b|\bm\b|\ball[’' ]anno\b|\ba year\b|\bgiorni\b|\bdays\b)/gi;

/** A number as the page writes it, "1.200,50 €" or "€1,200.50", in digits with a decimal point. */
export function numberIn(words: string, decimals: number): string {
  const plain = words.replace(units, ' ').replace(/[\s\u00a0']/g, '');
  if (decimals > 2) return plain.replace(',', '.');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return plain.replaceAll('.', '').replace(',', '.');
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.');
}

const yes = ['true', 'si', 'yes', 'vero', '1', 'x'];
const no = ['false', 'no', 'falso', '0'];

/** Keys of choices by every phrase that names them. */
function phrasesOf(choices: Choices): Map<string, string> {
  const named = Object.entries(choices).flatMap(([key, { it, en, also = [] }]) =>
    [key, it, en, ...also].map((words) => [bare(words), key] as const),
  );
  // A key or label wins over a further word of another choice.
  return new Map(named.toReversed());
}

const joints = ['e', 'ed', 'and', 'o', 'or'];

/** Choices in a phrase of several, longest names first: "acqua, corrente trifase e gas"; null if a word is left. */
function severalIn(words: string[], phrases: Map<string, string>): string[] | null {
  if (words.length === 0) return [];
  for (let length = words.length; length > 0; length -= 1) {
    const key = phrases.get(words.slice(0, length).join(' '));
    const rest = key === undefined ? null : severalIn(words.slice(length), phrases);
    if (key !== undefined && rest !== null) return [key, ...rest];
  }
  return joints.includes(words[0] ?? '') ? severalIn(words.slice(1), phrases) : null;
}

function listIn(cell: string, choices: Choices): string {
  const phrases = phrasesOf(choices);
  const parts = cell.split(/[;,|\n]/).filter((part) => part.trim() !== '');
  const keys = parts.flatMap((part) => severalIn(bare(part).split(' '), phrases) ?? part.trim().replace(/\s+/g, '-'));
  return [...new Set(keys)].join(' ');
}

/** A cell in the vocabulary of the table: the very words of the page, in either language, become what is stored. */
export function storedIn(cell: string, field: Field): string {
  switch (field.kind) {
    case 'choice':
      return phrasesOf(field.choices).get(bare(cell)) ?? cell.trim();
    case 'choices':
      return listIn(cell, field.choices);
    case 'date':
    case 'when':
      return dateIn(cell)?.date ?? cell;
    case 'whole':
    case 'euro':
      return numberIn(cell, 2);
    case 'number':
      return numberIn(cell, field.step === undefined ? 5 : 2);
    case 'flag':
      return yes.includes(bare(cell)) ? 'true' : no.includes(bare(cell)) ? 'false' : cell;
    default:
      return cell;
  }
}
