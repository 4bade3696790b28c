// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

/** State that decides whether a milestone can be changed; dates are civil days. */
export interface Standing {
  /** Promise in force; null for a draft. */
  promise: string | null;
  doneOn: string | null;
  withdrawnOn: string | null;
  awaitingCheck: boolean;
  cycleEndsOn: string;
  cycleClosedOn: string | null;
}

/** Requires an open milestone: promised and not settled. One promised beyond a closed cycle's end is still open. */
export function whyNotOpen(it: Standing, day: string): Rule | null {
  if (it.promise === null) return 'not-adopted';
  if (it.doneOn !== null) return 'reached-already';
  if (it.withdrawnOn !== null) return 'withdrawn-already';
  return it.cycleClosedOn !== null && it.cycleClosedOn <= day && it.promise <= it.cycleEndsOn ? 'cycle-closed' : null;
}

/** Validates re-planning, splitting and withdrawal: the milestone is open and no closing awaits confirmation. */
export function whyNotMoved(it: Standing, day: string): Rule | null {
  return whyNotOpen(it, day) ?? (it.awaitingCheck ? 'awaits-check' : null);
}

/** Adopted milestones keep weight and first date. */
export function whyNotEdited(it: Standing, named: Record<string, unknown>): Rule | null {
  const figures = ['weight', 'plannedOn', 'precision'].some((name) => named[name] !== undefined);
  return it.promise !== null && figures ? 'figure-fixed' : null;
}

interface Place {
  draft: boolean;
  closedOn: string | null;
}

/** Validates an addition: in an adopted cycle the date becomes a promise made today and must not be past. */
export function whyNotAdded(cycle: Place, plannedOn: string | null, today: string): Rule | null {
  if (cycle.draft) return null;
  if (cycle.closedOn !== null && cycle.closedOn <= today) return 'cycle-closed';
  if (plannedOn === null) return 'date-needed';
  return plannedOn < today ? 'date-past' : null;
}

const cents = (weight: number) => Math.round(weight * 100);

/** Validates a split: Σ weights of the parts = weight of the milestone, to 0.01. */
export function whyNotParts(whole: number, parts: readonly { weight: number }[]): Rule | null {
  return parts.reduce((sum, { weight }) => sum + cents(weight), 0) === cents(whole) ? null : 'weights-differ';
}

/** Validates an order: it names every key of the set exactly once. */
export function whyNotOrder(all: readonly string[], order: readonly string[]): Rule | null {
  const same = all.length === order.length && new Set(order).size === order.length;
  return same && order.every((one) => all.includes(one)) ? null : 'order-incomplete';
}

/** True if the dependency from → to would close a cycle in `edges`. */
export function runsInCircle(edges: readonly { from: string; to: string }[], from: string, to: readonly string[]) {
  const seen = new Set<string>();
  const walk = [...to];
  for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
    if (at === from) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    walk.push(...edges.filter((edge) => edge.from === at).map((edge) => edge.to));
  }
  return false;
}
