// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';
import type { Standing } from '../drafting/rules.ts';

interface Claim {
  doneOn: string;
  evidence: number;
  cycleStartsOn: string;
}

/**
 * Why a milestone cannot be said to be reached. What a closed cycle left without outcome still can: it may have been known
 * late, and is shown with the day of its recording.
 */
export function whyNotProposed(it: Standing, { doneOn, evidence, cycleStartsOn }: Claim, today: string): Rule | null {
  if (it.promise === null) return 'not-adopted';
  if (it.doneOn !== null) return 'reached-already';
  if (it.withdrawnOn !== null) return 'withdrawn-already';
  if (it.awaitingCheck) return 'awaits-check';
  if (evidence === 0) return 'evidence-needed';
  if (doneOn > today) return 'date-future';
  return doneOn < cycleStartsOn ? 'date-before' : null;
}

interface Answer {
  state: 'proposed' | 'confirmed' | 'sent-back' | null;
  /** Accounts; null where nobody was signed in. */
  proposer: number | null;
  answerer: number;
  confirmed: boolean;
  words: boolean;
}

/** Why a closing cannot be answered: it takes a second person, and words to send it back. */
export function whyNotAnswered({ state, proposer, answerer, confirmed, words }: Answer): Rule | null {
  if (state !== 'proposed') return 'nothing-to-check';
  if (proposer === answerer) return 'own-closing';
  return confirmed || words ? null : 'words-needed';
}
