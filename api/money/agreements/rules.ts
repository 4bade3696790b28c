// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';

/** Input of the deadline; dates are civil days. */
export interface Owed {
  key: string;
  dueOn: string | null;
  afterEvent: 'signing' | 'obligation' | null;
  afterObligation: string | null;
  months: number | null;
  days: number | null;
  signedOn: string | null;
  /** Day of fulfilment; null if open. */
  doneOn: string | null;
}

export interface Deadline {
  date: string | null;
  /** The event has no date of its own yet. */
  provisional: boolean;
  eventOn: string | null;
}

/**
 * Adds calendar months (or days) to a day. If the month has no such day, its last day counts (Regulation (EEC, Euratom)
 * No 1182/71, article 3(2)(c)).
 */
export function spanAfter(eventOn: string, span: { months: number | null; days: number | null }): string {
  const event = parseISO(eventOn);
  return formatISO(span.months ? addMonths(event, span.months) : addDays(event, span.days ?? 0), {
    representation: 'date',
  });
}

/**
 * Deadline of an obligation: its own date, or its event's date plus a span. After an unfulfilled obligation it counts
 * provisionally from that one's deadline. Cyclic references have no deadline.
 */
export function deadlineOf(owed: Owed, all: Owed[], above: string[] = []): Deadline {
  if (owed.afterEvent === null) return { date: owed.dueOn, provisional: false, eventOn: null };
  if (above.includes(owed.key)) return { date: null, provisional: true, eventOn: null };
  if (owed.afterEvent === 'signing') {
    const date = owed.signedOn && spanAfter(owed.signedOn, owed);
    return { date, provisional: date === null, eventOn: owed.signedOn };
  }
  const before = all.find(({ key }) => key === owed.afterObligation);
  if (before?.doneOn) return { date: spanAfter(before.doneOn, owed), provisional: false, eventOn: before.doneOn };
  const expected = before ? deadlineOf(before, all, [...above, owed.key]).date : null;
  return { date: expected && spanAfter(expected, owed), provisional: true, eventOn: expected };
}
