// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';
import type { Standing } from '../drafting/rules.ts';

interface Claim {
  doneOn: string;
  evidence: number;
  cycleStartsOn: string;
}

/**
 * Validates the claim that a milestone is reached. Allowed after the cycle has closed too, since an outcome may become
 * known late; the page shows the day of recording.
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
  /** Account ids; null if nobody was signed in. */
  proposer: number | null;
  answerer: number;
  confirmed: boolean;
  words: boolean;
}

/** Validates the answer to a claim: a second person is required, and a rejection needs a note. */
export function whyNotAnswered({ state, proposer, answerer, confirmed, words }: Answer): Rule | null {
  if (state !== 'proposed') return 'nothing-to-check';
  if (proposer === answerer) return 'own-closing';
  return confirmed || words ? null : 'words-needed';
}
