// SPDX-License-Identifier: AGPL-3.0-or-later

/** A fund granted in order of arrival (sportello); amounts in cents. */
export interface FirstComeFund {
  budgetCents: number;
  /** Committed amount. */
  committedCents: number;
  /** Minimum and maximum of one grant. */
  leastCents: number;
  mostCents: number;
  /** The last grant may be partial, if it reaches the minimum. */
  partial: boolean;
  /** Number of applications already waiting; a new one never overtakes them. */
  waiting: number;
}

export type Admission =
  | { state: 'admitted'; amountCents: number; why: 'in-full' | 'what-was-left' }
  | { state: 'waiting'; amountCents: 0; why: 'used-up' | 'others-wait' }
  | { state: 'refused'; amountCents: 0; why: 'below-least' | 'above-most' };

/** Decides a request when its turn comes. Σ grants never exceeds the fund. */
export function admissionOf(requestedCents: number, fund: FirstComeFund): Admission {
  const { budgetCents, committedCents, leastCents, mostCents, partial, waiting } = fund;
  if (requestedCents < leastCents) return { state: 'refused', amountCents: 0, why: 'below-least' };
  if (requestedCents > mostCents) return { state: 'refused', amountCents: 0, why: 'above-most' };
  if (waiting > 0) return { state: 'waiting', amountCents: 0, why: 'others-wait' };
  const left = budgetCents - committedCents;
  if (requestedCents <= left) return { state: 'admitted', amountCents: requestedCents, why: 'in-full' };
  if (partial && left > 0 && left >= leastCents) return { state: 'admitted', amountCents: left, why: 'what-was-left' };
  return { state: 'waiting', amountCents: 0, why: 'used-up' };
}

/** Distributes released money: waiting applications in order, until one does not fit. */
export function releasedTo<T extends { requestedCents: number }>(
  waiting: readonly T[],
  fund: FirstComeFund,
): { one: T; amountCents: number }[] {
  const given: { one: T; amountCents: number }[] = [];
  let committedCents = fund.committedCents;
  for (const one of waiting) {
    const admission = admissionOf(one.requestedCents, { ...fund, committedCents, waiting: 0 });
    // An application whose de minimis headroom is below the minimum grant does not block the others.
    if (admission.state === 'refused') continue;
    if (admission.state !== 'admitted') break;
    committedCents += admission.amountCents;
    given.push({ one, amountCents: admission.amountCents });
  }
  return given;
}
