// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import {
  branchesOf,
  itemsOn,
  linesOf,
  linkKinds,
  ordered,
  placesOf,
  stopsOf,
  type Thread,
} from '../../../api/overview/chain/rules.ts';

const thread = (of: Partial<Thread>): Thread => ({
  area: 'area:a',
  milestone: null,
  call: 'call:c',
  space: null,
  organisation: null,
  award: null,
  ...of,
});
const threads = [
  thread({ milestone: 'milestone:m', space: 'space:1', organisation: 'organisation:x', award: 'award:1' }),
  thread({ milestone: 'milestone:m', space: 'space:2', organisation: 'organisation:y', award: 'award:2' }),
  thread({ organisation: 'organisation:x', award: 'award:3' }),
];

describe('threads through the chain', () => {
  test('have no stop in columns where they have no item', () => {
    const kinds = ['milestone', 'space'] as const;
    expect(stopsOf([thread({}), thread({ space: 'space:1' })], kinds)).toEqual([
      [],
      [{ kind: 'space', id: 'space:1', passing: false }],
    ]);
    expect(linesOf(stopsOf([thread({})], kinds))).toEqual([]);
  });

  test('have an item or a pass-through in every column between their ends', () => {
    const [, , third] = stopsOf(threads, linkKinds);
    expect(third?.map(({ kind, passing }) => [kind, passing])).toEqual([
      ['area', false],
      ['milestone', true],
      ['call', false],
      ['space', true],
      ['organisation', false],
      ['award', false],
    ]);
  });

  test('have one stop if they contain one item', () => {
    expect(stopsOf([thread({ call: null }), thread({ area: null })], linkKinds)).toEqual([
      [{ kind: 'area', id: 'area:a', passing: false }],
      [{ kind: 'call', id: 'call:c', passing: false }],
    ]);
  });

  test('use a pass-through id derived from its neighbours, shared by threads with the same two', () => {
    const passing = (of: Partial<Thread>) =>
      stopsOf([thread(of)], linkKinds)
        .flat()
        .filter((stop) => stop.passing)
        .map(({ id }) => id);
    expect(passing({ organisation: 'organisation:x' })).toEqual([
      'milestone area:a call:c',
      'space call:c organisation:x',
    ]);
    expect(passing({ call: null, award: 'award:1' })).toEqual([
      'milestone area:a award:1',
      'call area:a award:1',
      'space area:a award:1',
      'organisation area:a award:1',
    ]);
  });

  test('draw a shared line once', () => {
    const lines = linesOf(stopsOf(threads, linkKinds)).map(({ from, to }) => `${from.id} → ${to.id}`);
    expect(lines.filter((line) => line === 'area:a → milestone:m')).toHaveLength(1);
    expect(lines).toContain('organisation:x → award:3');
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('place pass-throughs among their threads, and never two in one cell', () => {
    const stops = stopsOf(threads, linkKinds);
    const places = placesOf(stops);
    expect(places.get('call:c')).toBe(1);
    for (const column of Map.groupBy(stops.flat(), ({ kind }) => kind).values()) {
      const rows = [...new Set(column.map(({ id }) => id))].map((id) => places.get(id) ?? -1).sort((a, b) => a - b);
      expect(rows.slice(1).every((row, at) => row - (rows[at] ?? 0) >= 1)).toBe(true);
    }
  });

  test('are ordered next to the threads they share most with', () => {
    const [one, two, three] = threads;
    const mixed = [one, thread({ area: 'area:b', call: 'call:d' }), two, three] as Thread[];
    expect(ordered(mixed).map(({ area }) => area)).toEqual(['area:a', 'area:a', 'area:a', 'area:b']);
  });

  test('form a tree that merges common prefixes', () => {
    const [area] = branchesOf(threads.map(itemsOn));
    expect(area?.id).toBe('area:a');
    expect(area?.branches.map(({ id }) => id)).toEqual(['milestone:m', 'call:c']);
    expect(area?.branches[0]?.branches[0]?.branches.map(({ id }) => id)).toEqual(['space:1', 'space:2']);
  });
});
