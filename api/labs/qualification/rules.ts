// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Text } from '../../contract.ts';
import type { Rule } from '../../http/refusals.rules.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { type Language, type Letter, letter } from '../../platform/mail/rules.ts';
import { qualificationStepRecord } from './fields.ts';

export const acts = choicesOf(qualificationStepRecord.fields.act);
export type QualificationAct = (typeof acts)[number];
/** Steps of operators and of officials. */
export const labActs = ['applied', 'answered'] as const;
export const officialActs = ['asked', 'refused', 'qualified', 'renewed', 'suspended', 'resumed', 'ended'] as const;

export interface Step {
  act: QualificationAct;
  madeOn: string;
  untilOn: string | null;
}

export interface Standing {
  /** Status in the list on the day. */
  state: 'never' | 'qualified' | 'suspended' | 'expired' | 'ended';
  /** First and last day of the uninterrupted qualification. */
  since: string | null;
  until: string | null;
  /** Pending application: with the office or with the lab. */
  application: 'open' | 'asked' | null;
}

const applying: Partial<Record<QualificationAct, Standing['application']>> = {
  applied: 'open',
  answered: 'open',
  asked: 'asked',
};

const states: Partial<Record<QualificationAct, Standing['state']>> = {
  qualified: 'qualified',
  renewed: 'qualified',
  resumed: 'qualified',
  suspended: 'suspended',
  ended: 'ended',
};

/** Replays the recorded steps up to a day; after expiry the next qualification starts a new period. */
export function standingOf(steps: readonly Step[], day: string): Standing {
  const standing: Standing = { state: 'never', since: null, until: null, application: null };
  for (const { act, madeOn, untilOn } of steps) {
    const broken = standing.state !== 'qualified' || (standing.until ?? '') < madeOn;
    standing.application = applying[act] ?? null;
    standing.state = states[act] ?? standing.state;
    if (untilOn !== null) {
      // A suspension does not interrupt the period: its start is kept.
      if (broken && act !== 'resumed') standing.since = madeOn;
      standing.until = untilOn;
    }
  }
  // A suspension does not extend the period.
  const running = standing.state === 'qualified' || standing.state === 'suspended';
  if (running && (standing.until ?? '') < day) standing.state = 'expired';
  return standing;
}

interface Acting {
  act: QualificationAct;
  today: string;
  until: string | null;
  words: boolean;
}

/** Preconditions of each step. */
const asks: Record<QualificationAct, (standing: Standing) => boolean> = {
  applied: ({ application, state }) => application === null && state !== 'suspended',
  answered: ({ application }) => application === 'asked',
  asked: ({ application }) => application === 'open',
  refused: ({ application }) => application !== null,
  qualified: ({ application, state }) => application !== null && state !== 'qualified' && state !== 'suspended',
  renewed: ({ state }) => state === 'qualified' || state === 'expired',
  suspended: ({ state }) => state === 'qualified',
  resumed: ({ state }) => state === 'suspended',
  ended: ({ state }) => state === 'qualified' || state === 'suspended',
};
const needsDay: readonly QualificationAct[] = ['qualified', 'renewed'];
const needsWords: readonly QualificationAct[] = ['asked', 'answered', 'refused', 'suspended', 'ended'];

/** Steps available in a status. */
export const actsOpen = (standing: Standing, of: readonly QualificationAct[]): QualificationAct[] =>
  of.filter((act) => asks[act](standing));

/** Validates a step against the status. */
export function whyNotStep(standing: Standing, { act, today, until, words }: Acting): Rule | null {
  if (!asks[act](standing)) return 'qualification-stands';
  if (needsDay.includes(act) && until === null) return 'date-needed';
  if (until !== null && until <= today) return 'date-past';
  return needsWords.includes(act) && !words ? 'words-needed' : null;
}

export type Measure = 'workstations' | 'floor-area' | 'machines' | 'processes' | 'services' | 'staff' | 'open-access';

export interface Requirement {
  key: string;
  measure: Measure | null;
  atLeast: number | null;
  document: boolean;
}

export type Met = 'yes' | 'no' | 'unknown';

/** True if an entry meets a requirement: value ≥ minimum, or the required document exists. */
export function metBy(
  { measure, atLeast, document }: Requirement,
  { measures, documented }: { measures: Record<Measure, number | null>; documented: boolean },
): Met {
  const value = measure === null ? null : measures[measure];
  const reached: Met = measure === null ? 'yes' : value === null ? 'unknown' : value >= (atLeast ?? 0) ? 'yes' : 'no';
  if (reached !== 'yes' || !document) return reached;
  return documented ? 'yes' : 'unknown';
}

/** Mail to operators and officials: the entry no longer meets a requirement. */
export function brokenLetter(
  language: Language,
  { lab, requirement, address }: { lab: Text; requirement: Text; address: string },
): Letter {
  const it = language === 'it';
  const said = (text: Text) => text[language] ?? text.it;
  return letter(
    language,
    it
      ? `Requisito dell’elenco non più soddisfatto: ${said(lab)}`
      : `Requirement of the list no longer met: ${said(lab)}`,
    [
      `• ${said(requirement)}`,
      '',
      it
        ? 'La qualificazione resta valida: correggi la scheda se è sbagliata, altrimenti contatta l’ufficio.'
        : 'The qualification stays valid: correct the entry if it is wrong, otherwise contact the office.',
      '',
      address,
    ],
  );
}

/** Mail to operators with the office's decision or question. */
export function decisionLetter(
  language: Language,
  { lab, act, reason, address }: { lab: Text; act: QualificationAct; reason: Text | null; address: string },
): Letter {
  const words: Record<string, { it: string; en: string }> = {
    asked: { it: 'integrazioni chieste', en: 'more information requested' },
    refused: { it: 'domanda non accolta', en: 'application refused' },
    qualified: { it: 'qualificazione concessa', en: 'qualification granted' },
    renewed: { it: 'qualificazione rinnovata', en: 'qualification renewed' },
    suspended: { it: 'qualificazione sospesa', en: 'qualification suspended' },
    resumed: { it: 'qualificazione ripristinata', en: 'qualification reinstated' },
    ended: { it: 'qualificazione terminata', en: 'qualification ended' },
  };
  const name = lab[language] ?? lab.it;
  const why = reason ? [reason[language] ?? reason.it, ''] : [];
  return letter(language, `${name}: ${words[act]?.[language] ?? act}`, [...why, address]);
}
