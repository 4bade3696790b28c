// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeAll, describe, expect, test } from 'vitest';
import { readDashboard } from '../../../api/overview/dashboard/contract.ts';
import { listCycles, readTrend } from '../../../api/plan/cycles/contract.ts';
import { listMilestones, type MilestoneSummary, readMilestone } from '../../../api/plan/milestones/contract.ts';
import { asking } from '../../harness/ask.ts';
import { withOffice } from '../../harness/opened.ts';

const { office } = withOffice();
let ask: ReturnType<typeof asking>;
let all: MilestoneSummary[];
beforeAll(async () => {
  ask = asking(office.address, 'citta-campione');
  all = (await ask(listMilestones, '/milestones?limit=200')).items;
});

describe('the list of milestones', () => {
  test.each(['cycle', 'area', 'status', 'zone', 'owner'] as const)('filters by %s', async (filter) => {
    const keyOf = (one: MilestoneSummary) => (filter === 'status' ? one.status : one[filter]?.key);
    const wanted = keyOf(all.find((one) => keyOf(one)) as MilestoneSummary);
    const { items, total } = await ask(listMilestones, `/milestones?limit=200&${filter}=${wanted}`);
    expect(total).toBe(items.length);
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThan(all.length);
    expect(items.map(({ key }) => key).sort()).toEqual(
      all
        .filter((one) => items.some(({ key }) => key === one.key))
        .map(({ key }) => key)
        .sort(),
    );
    if (filter !== 'zone') expect(items.every((one) => keyOf(one) === wanted)).toBe(true);
  });

  test('searches in both languages, and treats % literally', async () => {
    const [first] = all;
    const word = first?.name.en?.split(' ')[0] ?? '';
    const found = await ask(listMilestones, `/milestones?limit=200&q=${encodeURIComponent(word)}`);
    expect(found.items.map(({ key }) => key)).toContain(first?.key);
    expect((await ask(listMilestones, '/milestones?q=%25')).total).toBe(0);
  });

  test('returns every milestone once across pages, in any order', async () => {
    for (const sort of ['promise', '-delay', 'name', '-area']) {
      const seen: string[] = [];
      let next: string | null = `/milestones?limit=7&sort=${sort}`;
      while (next) {
        const page: { items: MilestoneSummary[]; _links: { next: string | null } } = await ask(
          listMilestones,
          next.replace(/^.*\/milestones/, '/milestones'),
        );
        seen.push(...page.items.map(({ key }) => key));
        next = page._links.next;
      }
      expect(new Set(seen).size, sort).toBe(all.length);
      expect(seen.length, sort).toBe(all.length);
    }
  });

  test('covers every status', () => {
    const states = new Set(all.map(({ status }) => status));
    expect([...states].sort()).toEqual([
      'at-risk',
      'late',
      'not-recorded',
      'on-track',
      'reached-late',
      'reached-on-time',
      'withdrawn',
    ]);
  });
});

describe('one milestone', () => {
  test('lists every promise with the reason of each re-plan', async () => {
    const twice = all.find(({ replans }) => replans >= 2) as MilestoneSummary;
    const milestone = await ask(readMilestone, `/milestones/${twice.key}`);
    expect(milestone.promises.map(({ number }) => number)).toEqual([...milestone.promises.keys()].map((at) => at + 1));
    expect(milestone.promises.slice(1).every(({ reason }) => reason !== null)).toBe(true);
    expect(milestone.promises[0]?.due).toEqual(milestone.firstPromise);
    expect(milestone.promises.at(-1)?.due).toEqual(milestone.promise);
  });

  test('shows the promises as they were on an earlier day', async () => {
    const twice = all.find(({ replans }) => replans >= 2) as MilestoneSummary;
    const { promises } = await ask(readMilestone, `/milestones/${twice.key}`);
    const before = new Date(Date.parse(promises[1]?.madeOn ?? '') - 864e5).toISOString().slice(0, 10);
    const then = await ask(readMilestone, `/milestones/${twice.key}?asOf=${before}`);
    expect(then.promises).toHaveLength(1);
    expect(then.promise).toEqual(then.firstPromise);
  });

  test('lists its dependencies in both directions', async () => {
    const details = await Promise.all(all.map(({ key }) => ask(readMilestone, `/milestones/${key}`)));
    const waiting = details.filter(({ dependsOn }) => dependsOn.length > 0);
    expect(waiting.length).toBeGreaterThan(0);
    for (const one of waiting) {
      for (const needed of one.dependsOn)
        expect(details.find(({ key }) => key === needed.key)?.neededBy.map(({ key }) => key)).toContain(one.key);
    }
  });
});

describe('a cycle', () => {
  test('has the trend of all its milestones, with points up to the requested day', async () => {
    const { items: cycles } = await ask(listCycles, '/cycles');
    const cycle = cycles.find(({ milestones }) => milestones > 5);
    const { lines, day } = await ask(readTrend, `/cycles/${cycle?.key}/trend`);
    expect(lines).toHaveLength(cycle?.milestones ?? 0);
    expect(lines.flatMap(({ points }) => points).every(({ reportedOn }) => reportedOn <= day)).toBe(true);
  });
});

describe('the dashboard', () => {
  test('is consistent: areas add up to the whole, statuses to the milestones, curves to the shares', async () => {
    const { progress, areas, curve, milestones, cycle, judgedDay } = await ask(readDashboard, '/dashboard');
    expect(areas).toHaveLength(6);
    expect(areas.reduce((sum, card) => sum + card.progress.milestones, 0)).toBe(progress.milestones);
    expect(Object.values(progress.byStatus).reduce((sum, n) => sum + n, 0)).toBe(milestones.length);
    expect(curve.promised.at(-1)?.share).toBeCloseTo(1, 10);
    expect(curve.reached.at(-1)).toMatchObject({ on: judgedDay, share: progress.reachedShare });
    expect(judgedDay <= (cycle?.endsOn ?? '')).toBe(true);
  });

  test('divides everything into periphery, centre and no zone', async () => {
    const { periphery } = await ask(readDashboard, '/dashboard');
    const milestones = periphery.shares.find(({ measure }) => measure === 'milestones');
    const standing = all.filter(({ withdrawnOn }) => withdrawnOn === null).length;
    expect((milestones?.periphery ?? 0) + (milestones?.centre ?? 0) + (milestones?.noZone ?? 0)).toBe(standing);
    expect(
      periphery.shares
        .filter(({ target }) => target !== null)
        .map(({ measure }) => measure)
        .sort(),
    ).toEqual(['floor-area', 'milestones', 'money']);
    expect(periphery.definition.it).not.toBe('');
  });

  test('shows the requested cycle', async () => {
    const { items } = await ask(listCycles, '/cycles');
    const { cycle } = await ask(readDashboard, `/dashboard?cycle=${items[0]?.key}`);
    expect(cycle?.key).toBe(items[0]?.key);
  });
});
