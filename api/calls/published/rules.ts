// SPDX-License-Identifier: AGPL-3.0-or-later
import { addMonths, formatISO, parseISO } from 'date-fns';
import type { CallState } from './contract.ts';

interface Dates {
  publishedOn: string | null;
  opensOn: string | null;
  closesOn: string | null;
  concludedOn: string | null;
  hasAwards: boolean;
}

/** Months after closing beyond which silence about the outcome means that it was not recorded. */
export const outcomeMonths = 12;

interface Moments {
  /** Of a call that is run here; null for others, which are told by their days alone. */
  window?: { opensAt: string; closesAt: string } | null;
  /** The moment that is asked for; without one a day is judged as it ended. */
  now?: string | undefined;
}

/**
 * The state of a call on a day, from its dates; of one that is run here to the second. A first award concludes only a
 * call that is closed or never told when it closes.
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
