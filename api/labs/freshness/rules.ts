// SPDX-License-Identifier: AGPL-3.0-or-later
import { getQuarter, parseISO } from 'date-fns';
import type { Text } from '../../contract.ts';
import { dayIn, type Language, type Letter, letter } from '../../platform/mail/rules.ts';

/** The indicator that Officina keeps by itself wherever there are labs: the share confirmed within six months. */
export const freshnessIndicator = {
  key: 'register-freshness',
  name: { it: 'Schede dei laboratori confermate', en: 'Lab entries confirmed' },
  summary: {
    it: 'Quota dei laboratori aperti la cui scheda è stata confermata per intero negli ultimi sei mesi. La calcola Officina dal registro.',
    en: 'Share of the open labs whose whole entry was confirmed in the last six months. Officina computes it from the register.',
  },
} as const;

/** The quarter of a day: "2026-Q4". */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${getQuarter(parseISO(day))}`;

export interface KeptLab {
  programme: string;
  key: string;
  name: Text;
  confirmedOn: string | null;
}

/** The labs to ask about on a day: those that were not confirmed in its quarter yet. */
export function dueIn(labs: readonly KeptLab[], today: string): KeptLab[] {
  const quarter = quarterOf(today);
  return labs.filter(({ confirmedOn }) => confirmedOn === null || quarterOf(confirmedOn) !== quarter);
}

/** A share to four decimals, as indicators are held. */
export const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

const said = (language: Language, text: Text) => text[language] ?? text.it;

function linesOf(language: Language, publicUrl: string, labs: readonly KeptLab[]): string[] {
  const it = language === 'it';
  return labs.flatMap(({ programme, key, name, confirmedOn }) => {
    const never = it ? 'mai confermata' : 'never confirmed';
    const last = it ? 'confermata il' : 'confirmed on';
    const age = confirmedOn ? `${last} ${dayIn(language, confirmedOn)}` : never;
    return [`• ${said(language, name)} (${age})`, `  ${publicUrl}/${language}/${programme}/labs/${key}?do=confirm`, ''];
  });
}

/** Once a quarter, to whoever keeps entries: is it all still true? */
export function quarterLetter(language: Language, publicUrl: string, labs: readonly KeptLab[]): Letter {
  return language === 'it'
    ? letter('it', 'È ancora tutto vero? La scheda del tuo laboratorio', [
        'Apri la scheda: se è ancora tutto vero basta un tocco, altrimenti la cambi lì.',
        '',
        ...linesOf('it', publicUrl, labs),
      ])
    : letter('en', 'Is it all still true? The entry of your lab', [
        'Open the entry: if it is all still true one tap is enough, otherwise change it there.',
        '',
        ...linesOf('en', publicUrl, labs),
      ]);
}

/** To those who run the register: nobody has confirmed these for a year. */
export function doubtLetter(language: Language, publicUrl: string, labs: readonly KeptLab[]): Letter {
  const [first] = labs;
  const count = labs.length;
  const name = first ? said(language, first.name) : '';
  return language === 'it'
    ? letter('it', count === 1 ? `${name}: forse ha chiuso` : `${count} laboratori forse hanno chiuso`, [
        'Nessuno ne conferma la scheda da un anno. Esistono ancora?',
        '',
        ...linesOf('it', publicUrl, labs),
      ])
    : letter('en', count === 1 ? `${name}: possibly closed` : `${count} labs are possibly closed`, [
        'Nobody has confirmed their entries for a year. Are they still there?',
        '',
        ...linesOf('en', publicUrl, labs),
      ]);
}
