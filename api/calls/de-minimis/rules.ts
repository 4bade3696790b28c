// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { subYears } from 'date-fns/subYears';

/** Ceiling of de minimis aid per single undertaking in any three years: Regulation (EU) 2023/2831, art. 3(2). */
export const deMinimisCents = 30_000_000;
export const deMinimisYears = 3;

export interface Aid {
  /** Day of the grant; the day of payment is irrelevant: art. 3(3). */
  grantedOn: string;
  amountCents: number;
}

/** First day of the rolling three-year period ending on a day; not tax years: art. 3(2) and recital 11. */
export function countedFrom(day: string): string {
  return formatISO(subYears(parseISO(day), deMinimisYears), { representation: 'date' });
}

/** Remaining headroom of a single undertaking (including linked firms) on a day: max(0, ceiling − Σ aid). */
export function headroomCents(declared: readonly Aid[], day: string): number {
  const from = countedFrom(day);
  const counted = declared.filter(({ grantedOn }) => grantedOn > from && grantedOn <= day);
  const sum = counted.reduce((total, { amountCents }) => total + amountCents, 0);
  return Math.max(0, deMinimisCents - sum);
}

export type AidRule = 'refuse' | 'reduce';

/** Grantable part of a request under the ceiling: all of it, the remaining headroom, or nothing, by the call's rule. */
export function grantable(requestedCents: number, headroom: number, rule: AidRule): number {
  if (requestedCents <= headroom) return requestedCents;
  return rule === 'reduce' ? headroom : 0;
}
