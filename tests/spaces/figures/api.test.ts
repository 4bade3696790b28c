// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { readReuse } from '../../../api/spaces/figures/contract.ts';
import { medianOf, paceOf, ticksBetween } from '../../../api/spaces/figures/rules.ts';
import { asking } from '../../harness/ask.ts';
import { askingIn, day, done, withKeepers } from '../../harness/keeping.ts';
import { today } from '../../harness/office.ts';

const programme = 'manifattura-milano';
const { office, ask } = withKeepers(programme);
const read = (asOf = today()) => asking(office.address, programme)(readReuse, `/reuse?asOf=${asOf}`);

describe('the intervals of a chart', () => {
  test('are months, half-years or years, depending on its length', () => {
    expect(paceOf('2024-01-15', '2025-12-01')).toBe('month');
    expect(paceOf('2020-01-15', '2025-12-01')).toBe('half-year');
    expect(paceOf('2010-01-15', '2025-12-01')).toBe('year');
    expect(ticksBetween('2025-11-20', '2026-02-10', 'month')).toEqual([
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-10',
    ]);
    expect(ticksBetween('2024-03-01', '2025-06-30', 'half-year')).toEqual(['2024-06-30', '2024-12-31', '2025-06-30']);
    expect(ticksBetween('2024-03-01', '2024-03-01', 'year')).toEqual(['2024-03-01']);
  });

  test('have a median, the mean of the middle two for an even count', () => {
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 3])).toBe(2.5);
    expect(medianOf([])).toBeNull();
  });
});

describe('the spaces of Milan', () => {
  test('are counted by the date of a state change, as known on the day', async () => {
    const { flow, pace } = await read('2018-06-30');
    expect(pace).toBe('half-year');
    expect(flow.map(({ on }) => on)).toEqual(['2016-06-30', '2016-12-31', '2017-06-30', '2017-12-31', '2018-06-30']);
    expect(flow[0]?.counts).toMatchObject({ assigned: 1, 'in-use': 0 });
    expect(flow.at(-1)?.counts).toMatchObject({ assigned: 1, 'in-use': 1 });
    expect((await read('2017-01-01')).flow.at(-1)?.counts).toMatchObject({ assigned: 1, 'in-use': 0 });
    const before: Record<string, number> = (await read(day(-1))).flow.at(-1)?.counts ?? {};
    expect(Object.values(before).reduce((sum, one) => sum + one, 0)).toBe(6);
  });

  test('use corrected dates, and count the years from disuse to reuse', async () => {
    const space = {
      name: { it: 'Vuoto da anni' },
      kind: 'shed',
      disusedSince: { date: '2001-05-01', precision: 'year' },
    };
    const { key } = await done(ask('POST', '/spaces', { ...space, state: 'available', on: day(-400) }));
    const { version } = await done(ask('GET', `/spaces/${key}`));
    await done(
      ask('POST', `/spaces/${key}/state`, { state: 'in-use', on: day(-10), reason: { it: 'Chiavi' } }, version),
    );
    const { reused, medianDays, flow } = await read();
    expect(reused).toMatchObject([{ key, disusedSince: { date: '2001-12-31' }, inUseSince: day(-10) }]);
    expect(medianDays).toBe(reused[0]?.days);
    expect(flow.at(-1)?.counts).toMatchObject({ 'in-use': 2, available: 0 });
    expect((await askingIn(office, 'mtc-torino')('GET', '/reuse')).body).toMatchObject({
      flow: [],
      reused: [],
      medianDays: null,
    });
  });
});
