// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatISO, parseISO, subYears } from 'date-fns';

/** The most of de minimis aid to a single undertaking in any three years: Regulation (EU) 2023/2831, art. 3(2). */
export const deMinimisCents = 30_000_000;
export const deMinimisYears = 3;

export interface Aid {
  /** The day of the grant, which is what counts, not that of the payment: art. 3(3). */
  grantedOn: string;
  amountCents: number;
}

/** The first day of the three years that end on a day; rolling, not tax years: art. 3(2) and recital 11. */
export function countedFrom(day: string): string {
  return formatISO(subYears(parseISO(day), deMinimisYears), { representation: 'date' });
}

/** What a single undertaking, all its linked firms together, may still get on a day; never less than nothing. */
export function headroomCents(declared: readonly Aid[], day: string): number {
  const from = countedFrom(day);
  const counted = declared.filter(({ grantedOn }) => grantedOn > from && grantedOn <= day);
  const sum = counted.reduce((total, { amountCents }) => total + amountCents, 0);
  return Math.max(0, deMinimisCents - sum);
}

export type AidRule = 'refuse' | 'reduce';

/** What may be granted of a request under the ceiling: all of it, what is left of the headroom, or nothing, by the call's rule. */
export function grantable(requestedCents: number, headroom: number, rule: AidRule): number {
  if (requestedCents <= headroom) return requestedCents;
  return rule === 'reduce' ? headroom : 0;
}
