// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

interface Window {
  draft: boolean;
  startsOn: string;
  endsOn: string;
  adoptedOn: string | null;
  closedOn: string | null;
}

/** Validates a cycle's days: start before end, and unchanged once adopted. */
export function whyNotDays(
  it: Window,
  next: { startsOn?: string | undefined; endsOn?: string | undefined },
): Rule | null {
  const moved = next.startsOn !== undefined || next.endsOn !== undefined;
  if (moved && !it.draft) return 'cycle-days-fixed';
  return (next.endsOn ?? it.endsOn) > (next.startsOn ?? it.startsOn) ? null : 'days-reversed';
}

/** Validates an adoption: the draft has milestones, each with a date, and the day is not in the future. */
export function whyNotAdopted(
  it: Pick<Window, 'draft'>,
  planned: readonly (string | null)[],
  on: string,
  today: string,
): Rule | null {
  if (!it.draft) return 'not-a-draft';
  if (planned.length === 0) return 'cycle-empty';
  if (planned.includes(null)) return 'undated-milestones';
  return on > today ? 'date-future' : null;
}

/** Validates the day on which a cycle is closed. */
export function whyNotCycleClosed(it: Window, awaiting: number, on: string, today: string): Rule | null {
  if (it.draft) return 'draft-still';
  if (it.closedOn !== null) return 'cycle-closed';
  if (awaiting > 0) return 'closing-awaits';
  if (on > today) return 'date-future';
  return on < it.startsOn || (it.adoptedOn !== null && on < it.adoptedOn) ? 'date-before' : null;
}

/** One review per area and one of the whole cycle. */
export function whyNotReviews(areas: readonly (string | null)[]): Rule | null {
  return new Set(areas).size === areas.length ? null : 'same-review';
}

interface Owed {
  key: string;
  done: string | null;
  withdrawnOn: string | null;
}

/** Milestones that are unfinished in the cycle and not carried over yet. */
export function unfinished<T extends Owed>(all: readonly T[], carried: readonly string[]): T[] {
  return all.filter((one) => one.done === null && one.withdrawnOn === null && !carried.includes(one.key));
}
