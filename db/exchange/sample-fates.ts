// SPDX-License-Identifier: AGPL-3.0-or-later
import { addMonths } from 'date-fns/addMonths';
import { endOfMonth } from 'date-fns/endOfMonth';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { setDate } from 'date-fns/setDate';
import { type Chance, earlier, later, plus } from './sample-chance.ts';

export interface Cycle {
  key: string;
  startsOn: string;
  endsOn: string;
  adoptedOn: string;
}

/** History of a promise: its dates in order, and its outcome. */
export interface Fate {
  due: string[];
  made: string[];
  done?: string;
  withdrawn?: string;
  expected?: string;
}

const civil = (date: Date) => formatISO(date, { representation: 'date' });
/** Four consecutive half-years; the third is current and a little more than half over. */
export function cyclesAround(today: string): Cycle[] {
  const begun = parseISO(plus(today, -105));
  const day = begun.getDate();
  const start = day < 9 ? setDate(begun, 1) : day < 24 ? setDate(begun, 16) : setDate(addMonths(begun, 1), 1);
  return [-12, -6, 0, 6].map((months, at) => {
    const startsOn = civil(addMonths(start, months));
    const adoptedOn = at === 3 ? plus(today, -12) : plus(startsOn, -15);
    return { key: `semestre-${at + 1}`, startsOn, endsOn: plus(civil(addMonths(start, months + 6)), -1), adoptedOn };
  });
}

/** Histories for the current half-year, relative to today. */
function openFate(state: string, due: string, cycle: Cycle, today: string, chance: Chance): Fate {
  const made = [cycle.adoptedOn];
  const ahead = later(due, plus(today, 20));
  const fates: Record<string, () => Fate> = {
    late: () => ({ due: [plus(today, -chance.between(12, 30))], made }),
    'late-forecast': () => ({
      due: [plus(today, -chance.between(8, 20))],
      made,
      expected: plus(today, chance.between(12, 30)),
    }),
    silent: () => ({ due: [plus(today, 9)], made }),
    'at-risk': () => ({ due: [ahead], made, expected: plus(ahead, chance.between(15, 40)) }),
    'on-track': () => ({ due: [ahead], made, expected: later(plus(ahead, -chance.between(0, 8)), plus(today, 4)) }),
    withdrawn: () => ({ due: [ahead], made, withdrawn: plus(today, -24) }),
    'replanned-once': () => {
      const second = plus(today, chance.between(28, 45));
      return { due: [plus(today, -18), second], made: [...made, plus(today, -30)], expected: plus(second, -3) };
    },
    'replanned-twice': () => {
      const third = plus(today, chance.between(45, 60));
      return {
        due: [plus(today, -48), plus(today, -4), third],
        made: [...made, plus(today, -62), plus(today, -13)],
        expected: third,
      };
    },
  };
  return fates[state]?.() ?? { due: [due], made };
}

export function fateOf(state: string, due: string, cycle: Cycle, today: string, chance: Chance): Fate {
  const made = [cycle.adoptedOn];
  const open = cycle.endsOn >= today;
  const past = open ? earlier(due, plus(today, -12)) : due;
  const ends = plus(today, -2);
  if (state === 'on-time') return { due: [past], made, done: plus(past, -chance.between(0, 9)) };
  if (state === 'reached-late') {
    const missed = open ? earlier(due, plus(today, -40)) : due;
    return { due: [missed], made, done: earlier(plus(missed, chance.between(8, 33)), ends) };
  }
  if (state === 'reached-late-replanned') {
    const missed = open ? earlier(due, plus(today, -50)) : due;
    return {
      due: [missed, plus(missed, 30)],
      made: [...made, plus(missed, -9)],
      done: earlier(plus(missed, chance.between(20, 36)), ends),
    };
  }
  if (state === 'withdrawn' && !open) return { due: [due], made, withdrawn: plus(due, -20) };
  return openFate(state, due, cycle, today, chance);
}

/** Some promises have coarse dates: "by the end of the month", "within the half-year". */
export function spanOf(due: string, at: number, cycle: Cycle, soft: boolean): [string, string] {
  if (soft && at % 4 === 3) return [cycle.endsOn, 'cycle'];
  const month = civil(endOfMonth(parseISO(due)));
  return soft && at % 4 === 1 && month <= cycle.endsOn ? [month, 'month'] : [due, 'day'];
}
