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

/** The state of a call on a day, from its dates. A first award concludes only a call that is closed or never told when it closes. */
export function callState(call: Dates, day: string): CallState {
  if (call.concludedOn !== null && call.concludedOn <= day) return 'concluded';
  const opens = call.opensOn ?? call.publishedOn;
  if (call.hasAwards && (call.closesOn === null || call.closesOn < day)) return 'concluded';
  if (opens === null) return 'not-recorded';
  if (day < opens) return 'announced';
  if (call.closesOn !== null && day <= call.closesOn) return 'open';
  const patience = formatISO(addMonths(parseISO(call.closesOn ?? opens), outcomeMonths), { representation: 'date' });
  if (day > patience) return 'not-recorded';
  return call.closesOn === null ? 'open' : 'under-evaluation';
}
