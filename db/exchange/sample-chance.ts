// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';

export type Row = Record<string, string>;
/** A version of an item: the day it became known and the changed columns. */
export type Step = [knownOn: string, changes: Row];

export interface Chance {
  /** Random integer from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  oneIn: (n: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
}

/** Deterministic random generator (mulberry32): equal seeds give equal choices on every platform. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    oneIn: (n) => between(1, n) === 1,
    pick: (list) => {
      const chosen = list[between(0, list.length - 1)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
  };
}

const civil = (date: Date) => formatISO(date, { representation: 'date' });
export const plus = (day: string, days: number) => civil(addDays(parseISO(day), Math.round(days)));
export const gap = (from: string, to: string) => differenceInCalendarDays(parseISO(to), parseISO(from));
export const earlier = (a: string, b: string) => (a < b ? a : b);
export const later = (a: string, b: string) => (a > b ? a : b);

/** Both columns of a text given as "italiano | english". */
export function both(column: string, text: string): Row {
  const [it = '', en = ''] = text.split('|').map((part) => part.trim());
  return { [`${column}_it`]: it, [`${column}_en`]: en };
}

/** Lines of a content block, split at the bars. */
export function lines(block: string): string[][] {
  return block
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()));
}

export function slug(text: string, words = 12): string {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return plain
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, words)
    .join('-');
}

/** Versions of an item in order, each as a complete row; versions after `today` are left out. */
export function history(base: Row, steps: Step[], today: string): Row[] {
  const rows: Row[] = [];
  let row = base;
  for (const [knownOn, changes] of [...steps].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (knownOn > today) break;
    row = { ...row, ...changes, known_on: knownOn };
    if (rows.at(-1)?.known_on === knownOn) rows.pop();
    rows.push(row);
  }
  return rows;
}

/** Adds `per` versions per item that change only its note, to measure large logs. */
export function withChecks(rows: Row[], per: number, today: string, chance: Chance): Row[] {
  if (per === 0) return rows;
  const items = Map.groupBy(rows, (row) => row.key);
  return [...items.values()].flatMap((states) => {
    const first = states[0]?.known_on ?? today;
    const room = gap(first, today);
    const days = new Set(Array.from({ length: Math.min(per, room) }, () => plus(first, chance.between(1, room))));
    for (const state of states) days.delete(state.known_on ?? '');
    const checks = [...days].sort().map((day) => {
      const state = states.findLast((one) => (one.known_on ?? '') < day);
      return { ...state, ...both('note', `Verificato il ${day}. | Checked on ${day}.`), known_on: day };
    });
    return [...states, ...checks].sort((a, b) => ((a.known_on ?? '') < (b.known_on ?? '') ? -1 : 1));
  });
}
