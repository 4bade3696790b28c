// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../contract.ts';
import type { Refusal } from './refusals.rules.ts';
import type { ParameterFault } from './rules.ts';
import { ruleWords } from './words.ts';

export type Language = 'it' | 'en';
type Words = Record<Language, string>;

/** The only table from a refusal to its status and its words. */
const table: Record<Refusal['code'], { status: number; title: Words }> = {
  'unknown-address': { status: 404, title: { it: 'Indirizzo sconosciuto', en: 'Unknown address' } },
  'unknown-programme': { status: 404, title: { it: 'Programma sconosciuto', en: 'Unknown programme' } },
  'unknown-item': { status: 404, title: { it: 'Voce sconosciuta', en: 'Unknown item' } },
  'nothing-known': { status: 404, title: { it: 'Nulla era noto in quel giorno', en: 'Nothing was known on that day' } },
  'sign-in-first': { status: 401, title: { it: 'Serve accedere', en: 'Sign in first' } },
  'not-yours': { status: 403, title: { it: 'Non consentito', en: 'Not allowed' } },
  'foreign-origin': { status: 403, title: { it: 'Richiesta da un altro sito', en: 'Request from another site' } },
  'too-many': { status: 429, title: { it: 'Troppi tentativi', en: 'Too many attempts' } },
  'version-missing': { status: 428, title: { it: 'Manca la versione letta', en: 'The version read is missing' } },
  'changed-meanwhile': { status: 412, title: { it: 'Cambiato nel frattempo', en: 'Changed meanwhile' } },
  'too-large': { status: 413, title: { it: 'Contenuto troppo grande', en: 'Content too large' } },
  'wrong-type': { status: 415, title: { it: 'Tipo di file non ammesso', en: 'File type not allowed' } },
  'against-rule': { status: 409, title: { it: 'Non si può', en: 'Not possible' } },
  'method-not-allowed': { status: 405, title: { it: 'Metodo non ammesso', en: 'Method not allowed' } },
  'invalid-parameter': { status: 400, title: { it: 'Parametro non valido', en: 'Invalid parameter' } },
  'database-unreachable': { status: 503, title: { it: 'Banca dati non raggiungibile', en: 'Database unreachable' } },
  unexpected: { status: 500, title: { it: 'Errore imprevisto', en: 'Unexpected error' } },
};

/** The HTTP status of each refusal. */
export const statusOf: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(table).map(([code, { status }]) => [code, status]),
);

const faults: Record<ParameterFault, Words> = {
  'malformed-date': { it: 'non è una data come 2017-04-13', en: 'is not a date like 2017-04-13' },
  'date-in-future': { it: 'è una data futura', en: 'is a date in the future' },
  'unknown-parameter': { it: 'non è un parametro di questo indirizzo', en: 'is not a parameter of this address' },
  'unknown-value': { it: 'non è uno dei valori ammessi', en: 'is none of the values allowed' },
  'out-of-range': { it: 'è fuori dai limiti', en: 'is out of range' },
  'beyond-years': { it: 'non cade tra il 1900 e il 2200', en: 'does not lie between 1900 and 2200' },
  'not-text': { it: 'contiene caratteri non ammessi', en: 'contains characters that are not allowed' },
  missing: { it: 'manca', en: 'is missing' },
  malformed: { it: 'non ha la forma richiesta', en: 'does not have the form asked for' },
};

const sizeOf = (bytes: number) => (bytes < 1e6 ? `${Math.floor(bytes / 1e3)} kB` : `${Math.floor(bytes / 1e6)} MB`);

function detailOf(refusal: Refusal, language: Language): string {
  const it = language === 'it';
  switch (refusal.code) {
    case 'unknown-programme':
      return it ? `Non c'è un programma "${refusal.programme}".` : `There is no programme "${refusal.programme}".`;
    case 'unknown-item':
      return it
        ? `Non c'è "${refusal.item}" in questo programma, a questa data.`
        : `There is no "${refusal.item}" in this programme, as of this day.`;
    case 'nothing-known':
      return it
        ? `Il primo giorno noto è ${refusal.firstDay ?? '–'}.`
        : `The first day known is ${refusal.firstDay ?? '–'}.`;
    case 'too-many':
      return it
        ? `Riprova tra ${Math.ceil(refusal.retryAfterSeconds / 60)} minuti.`
        : `Try again in ${Math.ceil(refusal.retryAfterSeconds / 60)} minutes.`;
    case 'too-large':
      return `${it ? 'Al massimo' : 'At most'} ${sizeOf(refusal.mostBytes)}.`;
    case 'against-rule':
      return ruleWords[refusal.rule][language];
    case 'invalid-parameter':
      return refusal.errors.map(({ name, reason }) => `${name} ${faults[reason][language]}`).join('; ');
    default:
      return '';
  }
}

export function problemOf(refusal: Refusal, language: Language): Problem {
  const { status, title } = table[refusal.code];
  const errors = refusal.code === 'invalid-parameter' ? refusal.errors : [];
  const broken = refusal.code === 'against-rule' && refusal.name ? refusal : null;
  return {
    type: `urn:officina:problem:${refusal.code}`,
    title: title[language],
    status,
    detail: detailOf(refusal, language),
    rule: refusal.code === 'against-rule' ? refusal.rule : refusal.code,
    errors: broken
      ? [{ name: broken.name ?? '', reason: ruleWords[broken.rule][language] }]
      : errors.map(({ name, reason }) => ({ name, reason: faults[reason][language] })),
    ...(refusal.code === 'changed-meanwhile' ? { current: refusal.current } : {}),
  };
}

/** Italian unless English is asked for first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = (acceptLanguage ?? '').split(',').find((part) => /^\s*(it|en)\b/i.test(part));
  return first && /^\s*en/i.test(first) ? 'en' : 'it';
}
