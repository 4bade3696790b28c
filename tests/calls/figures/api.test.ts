// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { applyAs, closeCall, freeSpaces, spaceCall, vatNumbers } from '../../harness/calls.ts';
import { day, done, withKeepers } from '../../harness/keeping.ts';
import { today } from '../../harness/office.ts';

const programme = 'citta-campione';
const { database, office, ask, anyone } = withKeepers(programme);
const here = { database, office, ask, programme };

test('counts applications by day at once, and by zone only after the deadline', async () => {
  const spaces = await freeSpaces(here, 2);
  const call = await spaceCall(here, spaces, {
    name: { it: 'Bando conteso' },
  });
  const { lotList } = await done(anyone('GET', `/calls/${call}`));
  const lots = lotList.map(({ key }: { key: string }) => key);
  await applyAs(here, call, { name: 'Uno', vat: vatNumbers[0], lots });
  await applyAs(here, call, { name: 'Due', vat: vatNumbers[1], lots: [lots[1]] });
  await sql`update access.application set submitted_at = submitted_at - interval '1 day' where call = ${call} and number = 1`.execute(
    database.db,
  );
  const sealed = await done(anyone('GET', `/calls/${call}/demand`));
  expect(sealed).toMatchObject({ sealed: true, applications: 2 });
  expect(sealed.days).toEqual([
    { on: day(-1), applications: 1 },
    { on: today(), applications: 1 },
  ]);
  expect(sealed.zones.every((zone: { applications: unknown }) => zone.applications === null)).toBe(true);
  expect((await done(anyone('GET', `/calls/${call}/demand?asOf=${day(-1)}`))).applications).toBe(1);
  await closeCall(database, call);
  const { zones } = await done(anyone('GET', `/calls/${call}/demand`));
  const sum = (of: string) => zones.reduce((all: number, zone: Record<string, number>) => all + (zone[of] ?? 0), 0);
  expect(sum('spaces')).toBe(2);
  expect(sum('firstChoices')).toBe(2);
  const { rows } = await sql<{ m2: number }>`select coalesce(sum(floor_area_m2), 0)::float8 as m2 from space
    where programme_id = (select programme_id from programme where key = ${programme}) and key = any(${spaces})`.execute(
    database.db,
  );
  expect(sum('floorAreaM2')).toBeCloseTo(rows[0]?.m2 ?? -1, 1);
});
