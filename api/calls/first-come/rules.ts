// SPDX-License-Identifier: AGPL-3.0-or-later

/** A fund that is given out in the order of arrival (a sportello); euro in cents. */
export interface Plafond {
  budgetCents: number;
  /** What is promised already. */
  committedCents: number;
  /** The least and the most of one grant. */
  leastCents: number;
  mostCents: number;
  /** The last one may get what is left, if it is not less than the least. */
  partial: boolean;
  /** How many wait already: nobody overtakes them. */
  waiting: number;
}

export type Admission =
  | { state: 'admitted'; amountCents: number; why: 'in-full' | 'what-was-left' }
  | { state: 'waiting'; amountCents: 0; why: 'used-up' | 'others-wait' }
  | { state: 'refused'; amountCents: 0; why: 'below-least' | 'above-most' };

/** What becomes of a request at the moment at which its turn has come. The plafond is never exceeded. */
export function admissionOf(requestedCents: number, plafond: Plafond): Admission {
  const { budgetCents, committedCents, leastCents, mostCents, partial, waiting } = plafond;
  if (requestedCents < leastCents) return { state: 'refused', amountCents: 0, why: 'below-least' };
  if (requestedCents > mostCents) return { state: 'refused', amountCents: 0, why: 'above-most' };
  if (waiting > 0) return { state: 'waiting', amountCents: 0, why: 'others-wait' };
  const left = budgetCents - committedCents;
  if (requestedCents <= left) return { state: 'admitted', amountCents: requestedCents, why: 'in-full' };
  if (partial && left > 0 && left >= leastCents) return { state: 'admitted', amountCents: left, why: 'what-was-left' };
  return { state: 'waiting', amountCents: 0, why: 'used-up' };
}

/** Whom released money goes to: those who wait, in their order, until one does not fit. */
export function releasedTo<T extends { requestedCents: number }>(
  waiting: readonly T[],
  plafond: Plafond,
): { one: T; amountCents: number }[] {
  const given: { one: T; amountCents: number }[] = [];
  let committedCents = plafond.committedCents;
  for (const one of waiting) {
    const admission = admissionOf(one.requestedCents, { ...plafond, committedCents, waiting: 0 });
    // Whom de minimis leaves too little for a grant by now keeps nobody waiting.
    if (admission.state === 'refused') continue;
    if (admission.state !== 'admitted') break;
    committedCents += admission.amountCents;
    given.push({ one, amountCents: admission.amountCents });
  }
  return given;
}
