// SPDX-License-Identifier: AGPL-3.0-or-later
import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import type { CallState } from './contract.ts';

interface Dates {
  publishedOn: string | null;
  opensOn: string | null;
  closesOn: string | null;
  concludedOn: string | null;
  hasAwards: boolean;
}

/** Months after closing from which a missing outcome counts as not recorded. */
export const outcomeMonths = 12;

interface Moments {
  /** Instants of a call run in Officina; null for others, which have days only. */
  window?: { opensAt: string; closesAt: string } | null;
  /** Requested instant; without it, the status is that at the end of the day. */
  now?: string | undefined;
}

/**
 * Status of a call on a day, derived from its dates; to the second for calls run in Officina. A first award concludes a
 * call only if it has closed or has no closing date.
 */
export function callState({ window = null, now, ...call }: Dates & Moments, day: string): CallState {
  if (call.concludedOn !== null && call.concludedOn <= day) return 'concluded';
  const opens = call.opensOn ?? call.publishedOn;
  const instant = window && now ? { ...window, now } : null;
  const isOver = () => call.closesOn !== null && (window ? day >= call.closesOn : day > call.closesOn);
  const over = instant ? instant.now >= instant.closesAt : isOver();
  if (call.hasAwards && (call.closesOn === null || over)) return 'concluded';
  if (opens === null) return 'not-recorded';
  if (instant ? instant.now < instant.opensAt : day < opens) return 'announced';
  if (call.closesOn !== null && !over) return 'open';
  const patience = formatISO(addMonths(parseISO(call.closesOn ?? opens), outcomeMonths), { representation: 'date' });
  if (day > patience) return 'not-recorded';
  return call.closesOn === null ? 'open' : 'under-evaluation';
}
