// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Status } from '../../plan/milestones/contract.ts';

/** Sums of money are kept in cents while they are added, so that none is lost. */
export function addEur(amounts: number[]): number {
  return amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
}

/** Money tied to a milestone is at risk while the milestone is late or at risk: what was planned and is not yet paid. */
export function atRiskEur(status: Status, plannedEur: number, paidEur: number): number {
  return status === 'late' || status === 'at-risk' ? addEur([plannedEur, -paidEur]) : 0;
}

/** Of a base: what went where the earmark wants it, over what can be attributed at all. */
export function earmarkShare(reachedEur: number, attributableEur: number): number | null {
  return attributableEur > 0 ? reachedEur / attributableEur : null;
}
