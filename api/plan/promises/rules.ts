// SPDX-License-Identifier: AGPL-3.0-or-later
import type { When } from '../../contract.ts';
import type { Rule } from '../../http/refusals.rules.ts';
import { type Standing, whyNotMoved, whyNotOpen } from '../drafting/rules.ts';

/** Validates a re-plan: the new date must differ from the promise in force and not be past. */
export function whyNotReplanned(it: Standing, promise: When | null, next: When, today: string): Rule | null {
  const moved = whyNotMoved(it, today);
  if (moved) return moved;
  if (promise?.date === next.date && promise.precision === next.precision) return 'same-date';
  return next.date < today ? 'date-past' : null;
}

/** Validates a report: the milestone is open, a date later than promised has a reason, and the date is not past. */
export function whyNotReported(it: Standing, expectedOn: string, hasReason: boolean, today: string): Rule | null {
  const open = whyNotOpen(it, today);
  if (open) return open;
  if (expectedOn < today) return 'date-past';
  return it.promise !== null && expectedOn > it.promise && !hasReason ? 'reason-needed' : null;
}

/** Validates the day of a withdrawal: not before the first promise and not in the future. */
export function whyNotWithdrawn(it: Standing, on: string, firstMadeOn: string | null, today: string): Rule | null {
  if (on > today) return 'date-future';
  return whyNotMoved(it, today) ?? (firstMadeOn !== null && on < firstMadeOn ? 'date-before' : null);
}
