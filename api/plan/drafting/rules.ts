// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

/** What decides whether a milestone may still be changed; all dates are civil days. */
export interface Standing {
  /** The promise in force; null for a draft. */
  promise: string | null;
  doneOn: string | null;
  withdrawnOn: string | null;
  awaitingCheck: boolean;
  cycleEndsOn: string;
  cycleClosedOn: string | null;
}

/** Why a milestone is not open: not yet promised, or settled. One moved beyond a closed cycle is still owed. */
export function whyNotOpen(it: Standing, day: string): Rule | null {
  if (it.promise === null) return 'not-adopted';
  if (it.doneOn !== null) return 'reached-already';
  if (it.withdrawnOn !== null) return 'withdrawn-already';
  return it.cycleClosedOn !== null && it.cycleClosedOn <= day && it.promise <= it.cycleEndsOn ? 'cycle-closed' : null;
}

/** Why what was promised cannot be moved, split or given up: as above, or somebody must first answer a closing. */
export function whyNotMoved(it: Standing, day: string): Rule | null {
  return whyNotOpen(it, day) ?? (it.awaitingCheck ? 'awaits-check' : null);
}

/** Once adopted, no figure is rewritten: weight and first date are fixed. */
export function whyNotEdited(it: Standing, named: Record<string, unknown>): Rule | null {
  const figures = ['weight', 'plannedOn', 'precision'].some((name) => named[name] !== undefined);
  return it.promise !== null && figures ? 'figure-fixed' : null;
}

interface Place {
  draft: boolean;
  closedOn: string | null;
}

/** Why a milestone cannot be added: in an adopted cycle its date is a promise made today, and a past one promises nothing. */
export function whyNotAdded(cycle: Place, plannedOn: string | null, today: string): Rule | null {
  if (cycle.draft) return null;
  if (cycle.closedOn !== null && cycle.closedOn <= today) return 'cycle-closed';
  if (plannedOn === null) return 'date-needed';
  return plannedOn < today ? 'date-past' : null;
}

const cents = (weight: number) => Math.round(weight * 100);

/** The parts of a milestone weigh together what it weighed, to the hundredth. */
export function whyNotParts(whole: number, parts: readonly { weight: number }[]): Rule | null {
  return parts.reduce((sum, { weight }) => sum + cents(weight), 0) === cents(whole) ? null : 'weights-differ';
}

/** An order names every one of a set, each once. */
export function whyNotOrder(all: readonly string[], order: readonly string[]): Rule | null {
  const same = all.length === order.length && new Set(order).size === order.length;
  return same && order.every((one) => all.includes(one)) ? null : 'order-incomplete';
}

/** Whether `from` would wait for itself, were it to wait for `to`; `edges` hold what waits for what. */
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
