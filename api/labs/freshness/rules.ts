// SPDX-License-Identifier: AGPL-3.0-or-later
import { getQuarter } from 'date-fns/getQuarter';
import { parseISO } from 'date-fns/parseISO';
import type { Text } from '../../contract.ts';
import { dayIn, elided } from '../../http/rules.ts';
import { type Language, type Letter, letter } from '../../platform/mail/rules.ts';

/** Automatic indicator of programmes with labs: share (0–1) of entries confirmed within six months. */
export const freshnessIndicator = {
  key: 'register-freshness',
  name: { it: 'Schede dei laboratori confermate', en: 'Lab entries confirmed' },
  summary: {
    it: 'Quota dei laboratori aperti la cui scheda è stata confermata per intero negli ultimi sei mesi. Il calcolo è automatico, dal registro.',
    en: 'Share of the open labs whose whole entry was confirmed in the last six months. Calculated automatically from the register.',
  },
} as const;

/** Quarter of a day: "2026-Q4". */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${getQuarter(parseISO(day))}`;

export interface KeptLab {
  programme: string;
  key: string;
  name: Text;
  confirmedOn: string | null;
}

/** Labs not yet confirmed in the day's quarter. */
export function dueIn(labs: readonly KeptLab[], today: string): KeptLab[] {
  const quarter = quarterOf(today);
  return labs.filter(({ confirmedOn }) => confirmedOn === null || quarterOf(confirmedOn) !== quarter);
}

/** A share (0–1) rounded to four decimals, the scale of indicators. */
export const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

const said = (language: Language, text: Text) => text[language] ?? text.it;

function linesOf(language: Language, publicUrl: string, labs: readonly KeptLab[]): string[] {
  const it = language === 'it';
  return labs.flatMap(({ programme, key, name, confirmedOn }) => {
    const never = it ? 'mai confermata' : 'never confirmed';
    const last = it ? 'confermata il' : 'confirmed on';
    const age = confirmedOn ? elided(`${last} ${dayIn(language, confirmedOn)}`) : never;
    return [`• ${said(language, name)} (${age})`, `  ${publicUrl}/${language}/${programme}/labs/${key}?do=confirm`, ''];
  });
}

/** Quarterly mail asking operators to confirm their entries. */
export function quarterLetter(language: Language, publicUrl: string, labs: readonly KeptLab[]): Letter {
  return language === 'it'
    ? letter('it', 'Conferma i dati del tuo laboratorio', [
        'Apri la scheda: se i dati sono corretti confermali, altrimenti modificali.',
        '',
        ...linesOf('it', publicUrl, labs),
      ])
    : letter('en', 'Confirm the data of your lab', [
        'Open the entry: if the data are correct, confirm them; otherwise edit them.',
        '',
        ...linesOf('en', publicUrl, labs),
      ]);
}

/** Mail to the register's officials about labs without confirmation for a year. */
export function doubtLetter(language: Language, publicUrl: string, labs: readonly KeptLab[]): Letter {
  const [first] = labs;
  const count = labs.length;
  const name = first ? said(language, first.name) : '';
  return language === 'it'
    ? letter('it', count === 1 ? `Forse chiuso: ${name}` : `${count} laboratori forse chiusi`, [
        'La scheda non è confermata da un anno. Verifica se il laboratorio è ancora aperto.',
        '',
        ...linesOf('it', publicUrl, labs),
      ])
    : letter('en', count === 1 ? `Possibly closed: ${name}` : `${count} labs possibly closed`, [
        'The entry has not been confirmed for a year. Check whether the lab is still open.',
        '',
        ...linesOf('en', publicUrl, labs),
      ]);
}
