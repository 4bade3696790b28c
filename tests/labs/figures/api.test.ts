// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readRegister } from '../../../api/labs/figures/contract.ts';
import { makeRegister, registerKey } from '../../../db/exchange/sample.ts';
import { labStatements } from '../../bench/statement.ts';
import { asking } from '../../harness/ask.ts';
import { askingIn, day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { asker, confirmedOn, editLab, madeLab, madeMachine, readLab, secretTo } from '../../harness/labs.ts';
import { today } from '../../harness/office.ts';
import { withDatabase } from '../../harness/opened.ts';
import { askingAs, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, office, ask, anyone } = withKeepers(programme);
const sampled = withDatabase('empty');
const register = (query = '') => asking(office.address, programme)(readRegister, `/register${query}`);

describe('the register', () => {
  test('counts labs that are not closed, by kind and freshness, and their machines', async () => {
    const before = await register();
    const open = await madeLab(ask, 'Contata', { kind: 'incubator', zone: 'municipio-2' });
    await madeMachine(ask, open, 'sewing', { quantity: 4 });
    await done(ask('POST', `/labs/${open}/confirmation`, {}));
    const closed = await madeLab(ask, 'Chiusa', { status: 'closed' });
    await madeMachine(ask, closed, 'sewing', { quantity: 9 });
    await madeLab(ask, 'Che verrà', { status: 'planned' });
    const after = await register();
    expect(after).toMatchObject({
      labs: before.labs + 2,
      closed: before.closed + 1,
      machines: before.machines + 4,
      periphery: before.periphery + 1,
      noZone: before.noZone + 1,
    });
    const of = (all: typeof after.byKind, one: string) => all.find(({ kind }) => kind === one)?.labs ?? 0;
    expect(of(after.byKind, 'incubator')).toBe(of(before.byKind, 'incubator') + 1);
    expect(after.byKind.reduce((sum, { labs }) => sum + labs, 0)).toBe(after.labs);
    const judged = after.byFreshness.reduce((sum, { labs }) => sum + labs, 0);
    const fresh = after.byFreshness.find(({ freshness }) => freshness === 'confirmed')?.labs ?? 0;
    expect(after.confirmedShare).toBeCloseTo(fresh / judged, 10);
  });

  test('is consistent with the directory', async () => {
    const { labs, closed, byFreshness } = await register();
    const total = async (query: string) => (await done(anyone('GET', `/labs?limit=1&${query}`))).total;
    expect(await total('')).toBe(labs);
    expect(await total('status=closed')).toBe(closed);
    for (const one of byFreshness) expect(await total(`freshness=${one.freshness}`)).toBe(one.labs);
  });

  test('is computed for the requested day', async () => {
    const lab = await madeLab(ask, 'Che invecchia');
    await confirmedOn(database, lab, day(-400));
    expect((await register()).byFreshness).toContainEqual({ freshness: 'possibly-closed', labs: expect.any(Number) });
    const then = await register('?asOf=2016-12-01');
    expect(then.labs).toBe((await done(anyone('GET', '/labs?asOf=2016-12-01'))).total);
    expect(then.labs).toBeLessThan((await register()).labs);
    expect(then.confirmedShare).toBe(0);
  });
});

describe('two merged entries', () => {
  let from: string;
  let into: string;
  beforeEach(async () => {
    from = await madeLab(ask, 'Doppione', { summary: { it: 'La stessa' } });
    into = await madeLab(ask, 'Che resta');
  });
  const merge = (one = from, other = into) =>
    ask('POST', `/labs/${one}/merge`, { into: other, why: { it: 'È la stessa' } });

  test('become one: the old address returns the remaining one, which names the other', async () => {
    await done(merge());
    expect(await readLab(anyone, from)).toMatchObject({ key: into, merged: [{ key: from, name: { it: 'Doppione' } }] });
    const { items } = await done(anyone('GET', '/labs?limit=200'));
    expect(items.map(({ key }: { key: string }) => key)).not.toContain(from);
    expect((await done(anyone('GET', `/labs/${from}/qualification`))).lab).toBe(into);
  });

  test('combine machines, keepers, invitations, contact and pending requests', async () => {
    await madeMachine(ask, from, 'sewing');
    const email = 'chi.rivendica@example.org';
    await done(anyone('POST', `/labs/${from}/claims`, { ...asker(email), evidence: 'È mia' }));
    const operator = await signIn(database, { role: 'operator', programme, labs: [from] });
    await done(ask('PUT', `/labs/${from}/contact`, { name: 'Lea', email: null, phone: null }));
    await sql`insert into access.invitation (hash, programme_id, role, labs, expires_at)
      select 'x'::bytea, programme_id, 'operator', array[${from}], now() from programme where key = ${programme}`.execute(
      database.db,
    );
    await done(merge());
    expect((await readLab(anyone, into)).machineList).toMatchObject([{ process: 'sewing' }]);
    const mine = askingIn(office, programme, operator);
    await done(editLab(mine, into, { staff: 2 }));
    expect(await done(mine('GET', `/labs/${into}/contact`))).toMatchObject({ name: 'Lea' });
    const token = await secretTo(database, email);
    const look = await done(askingAs(office.address)('POST', '/api/v1/requests/look', { token }));
    expect(look.lab).toMatchObject({ key: into });
    const { rows } = await sql<{ labs: string[] }>`select labs from access.invitation where hash = 'x'::bytea`.execute(
      database.db,
    );
    expect(rows[0]?.labs).toContain(into);
    await sql`delete from access.invitation where hash = 'x'::bytea`.execute(database.db);
  });

  test('keep the contact of the remaining one, and no personal data under the old address', async () => {
    const contact = (name: string) => ({ name, email: null, phone: null });
    await done(ask('PUT', `/labs/${from}/contact`, contact('Vecchia')));
    await done(ask('PUT', `/labs/${into}/contact`, contact('Nuova')));
    await done(merge());
    expect(await done(ask('GET', `/labs/${into}/contact`))).toMatchObject({ name: 'Nuova' });
    const { rows } = await sql`select from access.lab_contact where lab = ${from}`.execute(database.db);
    expect(rows).toEqual([]);
  });

  test('stay qualified if one of them was', async () => {
    await done(ask('POST', `/labs/${from}/qualification/application`, {}));
    await done(ask('POST', `/labs/${from}/qualification/decision`, { act: 'qualified', until: day(90) }));
    await done(merge());
    const { items } = await done(anyone('GET', '/qualified-labs'));
    expect(items.map(({ lab }: { lab: { key: string } }) => lab.key)).toContain(into);
    expect((await readLab(anyone, into)).qualified).toBe(true);
  });

  test('show the history of both on the remaining one', async () => {
    await done(editLab(ask, from, { staff: 3, why: 'Prima della fusione' }));
    await done(editLab(ask, into, { staff: 4, why: 'Sempre stata qui' }));
    await done(merge());
    const { items } = await done(anyone('GET', `/changes?item=labs/${into}&limit=50`));
    const reasons = items.map(({ reason }: { reason: string }) => reason);
    expect(reasons).toEqual(expect.arrayContaining(['Prima della fusione', 'Sempre stata qui', 'È la stessa']));
  });

  test('are separate as of an earlier day', async () => {
    const { items } = await done(anyone('GET', `/changes?item=labs/polifactory&limit=1`));
    expect(items.length).toBe(1);
    await done(merge('fablab-milano', into));
    expect(await readLab(anyone, 'fablab-milano')).toMatchObject({ key: into });
    expect(await done(anyone('GET', `/labs/fablab-milano?asOf=${day(-1)}`))).toMatchObject({ key: 'fablab-milano' });
  });

  test('cannot be merged twice, into themselves, in a cycle, or into a missing entry', async () => {
    expect((await merge(from, from)).body.errors).toMatchObject([{ name: 'into' }]);
    expect(await refusal(merge(from, 'nowhere'))).toMatch(/^404/);
    await done(merge());
    expect(await refusal(merge())).toMatch(/^404/);
    expect(await refusal(merge(into, from))).toMatch(/^404/);
    const last = await madeLab(ask, 'Ultima');
    await done(merge(into, last));
    expect(await readLab(anyone, from)).toMatchObject({ key: last });
    expect((await readLab(anyone, last)).merged.map(({ key }: { key: string }) => key).sort()).toEqual(
      [from, into].sort(),
    );
  });

  test('cannot be edited, confirmed or claimed under the old address', async () => {
    const { version } = await readLab(ask, from);
    await done(merge());
    for (const told of [
      ask('PATCH', `/labs/${from}`, { staff: 1 }, version),
      ask('POST', `/labs/${from}/confirmation`, {}),
      ask('POST', `/labs/${from}/machines`, { process: 'sewing' }),
      ask('POST', `/labs/${from}/qualification/application`, {}),
      anyone('POST', `/labs/${from}/claims`, { ...asker('a@example.org'), evidence: 'x' }),
    ])
      expect((await told).status).toBe(404);
    expect((await readLab(anyone, into)).confirmedOn).not.toBe(today());
  });

  test('merged into each other at the same time leave one', async () => {
    const both = await Promise.all([merge(from, into), merge(into, from)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  });
});

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Node[];
}
const nodesIn = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesIn)];

describe('a register of five hundred labs', () => {
  beforeAll(async () => {
    await makeRegister(sampled.db, 500, today());
    await sampled.pool.query('analyze');
  }, 60_000);

  test('is searched with filters through indexes, without sequential scans', async () => {
    const statements = await labStatements(sampled.url, registerKey);
    expect(statements.length).toBe(3);
    const plans = await Promise.all(
      statements.map(async ({ text, values }) => {
        const { rows } = await sampled.pool.query(`explain (format json) ${text}`, values);
        return nodesIn((rows[0]['QUERY PLAN'] as { Plan: Node }[])[0]?.Plan as Node);
      }),
    );
    const rowByRow = plans
      .flat()
      .filter((node) => node['Node Type'] === 'Seq Scan' && ['lab', 'machine'].includes(node['Relation Name'] ?? ''));
    expect(rowByRow).toEqual([]);
    const used = new Set(plans.flat().map((node) => node['Index Name']));
    expect(used).toContain('lab_sought');
    expect([...used].some((name) => name?.startsWith('machine_'))).toBe(true);
  });
});
