// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Status } from '../../plan/milestones/contract.ts';

/** Sums in cents, to avoid rounding errors. */
export function addEur(amounts: number[]): number {
  return amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
}

/** Money at risk: planned − paid, while its milestone is late or at risk. */
export function atRiskEur(status: Status, plannedEur: number, paidEur: number): number {
  return status === 'late' || status === 'at-risk' ? addEur([plannedEur, -paidEur]) : 0;
}

/** Σ amounts matching the earmark / Σ attributable amounts. */
export function earmarkShare(reachedEur: number, attributableEur: number): number | null {
  return attributableEur > 0 ? reachedEur / attributableEur : null;
}
