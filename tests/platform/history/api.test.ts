// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readDashboard } from '../../../api/overview/dashboard/contract.ts';
import { readMilestone } from '../../../api/plan/milestones/contract.ts';
import { listChanges } from '../../../api/platform/history/contract.ts';
import { change, knownOn } from '../../../db/change.ts';
import { asking } from '../../harness/ask.ts';
import { today } from '../../harness/office.ts';
import { withOffice } from '../../harness/opened.ts';

const { database, office } = withOffice();
const milan = () => asking(office.address, 'manifattura-milano');
const sample = () => asking(office.address, 'citta-campione');
const write = (statement: string) => sql.raw(statement).execute(database.db);

describe('a recorded write', () => {
  test('cannot be rewritten: change, promise and forecast refuse update, delete and truncate', async () => {
    for (const table of ['change', 'promise', 'forecast']) {
      await expect(write(`update ${table} set programme_id = programme_id + 1000`), table).rejects.toThrow(
        'append-only',
      );
      await expect(write(`delete from ${table}`), table).rejects.toThrow('append-only');
      await expect(write(`truncate ${table} cascade`), table).rejects.toThrow('append-only');
    }
  });

  test('is recorded with actor, reason, before and after', async () => {
    await change(database.db, { actor: 'Ufficio prova', reason: 'una nota in più' }, (writer) =>
      writer
        .updateTable('milestone')
        .set({ note: { it: 'annotato' } })
        .where('key', '=', 'mini-site')
        .execute(),
    );
    const { items } = await milan()(listChanges, '/changes?item=milestones/mini-site&limit=1');
    expect(items[0]).toMatchObject({
      kind: 'edited',
      table: 'milestone',
      key: 'mini-site',
      actor: 'Ufficio prova',
      reason: 'una nota in più',
      knownOn: today(),
    });
    expect(items[0]?.fields).toEqual([{ name: 'note', before: expect.anything(), after: { it: 'annotato' } }]);
  });

  test('is recorded even if made directly in SQL, with the database user', async () => {
    await write('update lab set note = \'{"it": "a mano"}\' where key = \'wemake\'');
    const { items } = await milan()(listChanges, '/changes?item=labs/wemake&limit=1');
    expect(items[0]?.actor).toBe('officina (sql)');
  });

  test('names referenced items, and keeps removed parts with their parent', async () => {
    const pid = "(select programme_id from programme where key = 'manifattura-milano')";
    await write(
      `insert into evidence (programme_id, key, milestone, kind, name, source) values (${pid}, 'x-1', 'mini-site', 'document', '{"it": "Foglio"}', 'slides-2017')`,
    );
    await write("delete from evidence where key = 'x-1'");
    const { items } = await milan()(listChanges, '/changes?item=milestones/mini-site&limit=2');
    expect(items.map(({ kind, table }) => [kind, table])).toEqual([
      ['removed', 'evidence'],
      ['evidence-added', 'evidence'],
    ]);
    expect(items[0]?.fields).toContainEqual({
      name: 'source',
      before: { table: 'source', key: 'slides-2017', name: expect.objectContaining({ it: expect.any(String) }) },
      after: null,
    });
    expect(items[0]?.fields.map(({ name }) => name)).not.toContain('milestone');
  });

  test('of an item excludes items that only refer to it', async () => {
    const { items } = await milan()(listChanges, '/changes?item=sources/slides-2017&limit=200');
    expect(new Set(items.map(({ table }) => table))).toEqual(new Set(['source']));
  });

  test('leaves nothing if the transaction fails midway', async () => {
    const before = await milan()(listChanges, '/changes?limit=1');
    const failing = change(database.db, { actor: 'test', reason: 'half' }, async (writer) => {
      await writer
        .updateTable('milestone')
        .set({ note: { it: 'mezzo scritto' } })
        .where('key', '=', 'mini-site')
        .execute();
      throw new Error('no further');
    });
    await expect(failing).rejects.toThrow('no further');
    expect((await milan()(listChanges, '/changes?limit=1')).total).toBe(before.total);
  });

  test('cannot become known before the latest change or in the future', async () => {
    const on = (day: string) =>
      change(database.db, { actor: 'test', reason: 'time' }, async (writer) => {
        await knownOn(writer, day);
        await writer
          .updateTable('milestone')
          .set({ note: { it: day } })
          .where('key', '=', 'research-start')
          .execute();
      });
    await expect(on('2001-01-01')).rejects.toThrow('cannot become known');
    await expect(on('2999-01-01')).rejects.toThrow('cannot become known');
  });

  test('increments the revision of its programme once, however many rows it changes', async () => {
    const revision = async () =>
      (
        await sql<{
          revision: number;
        }>`select revision from revision r join programme using (programme_id) where key = 'manifattura-milano'`.execute(
          database.db,
        )
      ).rows[0]?.revision ?? 0;
    const before = await revision();
    await change(database.db, { actor: 'test', reason: 'many' }, (writer) =>
      writer
        .updateTable('zone')
        .set({ note: { it: 'tutte' } })
        .where('kind', '=', 'municipio')
        .execute(),
    );
    expect(await revision()).toBe(before + 1);
  });
});

describe('the database itself refuses', () => {
  const pid = "(select programme_id from programme where key = 'manifattura-milano')";
  test.each([
    [
      'a tree that bites its tail',
      `begin; update zone set parent = 'nil-1' where key = 'municipio-1'; commit`,
      'circle',
    ],
    [
      'a web of dependencies that runs in a circle',
      `begin; insert into milestone_dependency (programme_id, key, milestone, depends_on) select programme_id, 'x1', depends_on, milestone from milestone_dependency where programme_id = ${pid} limit 1; commit`,
      'circle',
    ],
    [
      'a second first promise',
      `insert into promise (programme_id, key, milestone, number, due_on, made_on) values (${pid}, 'p-x', 'mini-site', 1, '2017-09-30', '2017-04-13')`,
      'duplicate key',
    ],
    [
      'a re-plan without a reason',
      `insert into promise (programme_id, key, milestone, number, due_on, made_on) values (${pid}, 'p-x', 'mini-site', 2, '2017-12-31', '2017-09-01')`,
      'check',
    ],
    [
      'a promise that skips a number',
      `insert into promise (programme_id, key, milestone, number, due_on, made_on, reason) values (${pid}, 'p-x', 'mini-site', 3, '2017-12-31', '2017-09-01', '{"it": "x"}')`,
      'does not follow',
    ],
    [
      'a month that is due in its middle',
      `insert into promise (programme_id, key, milestone, number, due_on, due_precision, made_on, reason) values (${pid}, 'p-x', 'mini-site', 2, '2017-12-15', 'month', '2017-09-01', '{"it": "x"}')`,
      'check',
    ],
    [
      'a cycle that ends before it begins',
      `insert into cycle (programme_id, key, name, starts_on, ends_on) values (${pid}, 'x', '{"it": "x"}', '2017-02-01', '2017-01-01')`,
      'check',
    ],
    [
      'an outcome of what was withdrawn',
      `update milestone set withdrawn_on = '2017-08-01', withdrawn_reason = '{"it": "x"}' where key = 'first-space-call'`,
      'check',
    ],
    ["another programme's area", `update milestone set area = 'nowhere' where key = 'mini-site'`, 'foreign key'],
    ['a change of key', `update lab set key = 'renamed' where key = 'wemake'`, 'is fixed'],
    ['a negative sum', `update call set budget_eur = -1 where budget_eur is not null`, 'check'],
  ])('%s', async (_what, statement, reason) => {
    await expect(write(statement)).rejects.toThrow(reason);
    await write('rollback');
  });
});

describe('as of a day', () => {
  test('today equals now on every endpoint used by a page', async () => {
    for (const programme of ['manifattura-milano', 'citta-campione', 'mics', 'mtc-torino']) {
      for (const path of [
        '',
        '/dashboard',
        '/areas',
        '/initiatives',
        '/cycles',
        '/milestones?limit=200',
        '/zones',
        '/zones/boundaries',
        '/labs?limit=200',
        '/spaces?limit=200',
        '/calls',
        '/indicators',
        '/context',
        '/sources',
        '/changes',
        '/money',
        '/agreements',
        '/organisations?limit=200',
        '/events',
      ]) {
        const at = async (query: string) => {
          const address = `${office.address}/api/v1/programmes/${programme}${path}${query && (path.includes('?') ? '&' : '?')}${query}`;
          const { _links, ...body } = (await (await fetch(address)).json()) as { _links?: unknown };
          return body;
        };
        expect(await at(`asOf=${today()}`), path).toEqual(await at(''));
      }
    }
  });

  test('the first space call was still pending the day before it was published', async () => {
    const before = await milan()(readMilestone, '/milestones/first-space-call?asOf=2017-07-18');
    const after = await milan()(readMilestone, '/milestones/first-space-call?asOf=2017-07-19');
    expect(before).toMatchObject({ done: null, evidence: 0 });
    expect(after).toMatchObject({ status: 'reached-on-time', done: { date: '2017-07-19', precision: 'day' } });
  });

  test('a re-plan does not hide the earlier promise', async () => {
    const milestone = await milan()(readMilestone, '/milestones/smart-city-lab-opening');
    expect(milestone.firstPromise.date).toBe('2017-12-31');
    expect(milestone.promises.length).toBeGreaterThan(1);
    expect(milestone.status).toBe('reached-late');
  });

  test('the sample looked different three months ago', async () => {
    const then = new Date(Date.parse(today()) - 90 * 864e5).toISOString().slice(0, 10);
    const past = await sample()(readDashboard, `/dashboard?asOf=${then}`);
    const present = await sample()(readDashboard, '/dashboard');
    expect(past.day).toBe(then);
    expect(past.changes[0]?.knownOn.localeCompare(then)).not.toBe(1);
    expect(JSON.stringify(past.milestones)).not.toBe(JSON.stringify(present.milestones));
  });

  test('a correction today does not change what was known yesterday', async () => {
    const yesterday = new Date(Date.parse(today()) - 864e5).toISOString().slice(0, 10);
    const before = await milan()(readMilestone, `/milestones/mhuma-opening?asOf=${yesterday}`);
    await change(database.db, { actor: 'test', reason: 'corrected' }, (writer) =>
      writer
        .updateTable('milestone')
        .set({ name: { it: 'Corretto oggi' } })
        .where('key', '=', 'mhuma-opening')
        .execute(),
    );
    expect((await milan()(readMilestone, '/milestones/mhuma-opening')).name.it).toBe('Corretto oggi');
    expect(await milan()(readMilestone, `/milestones/mhuma-opening?asOf=${yesterday}`)).toEqual(before);
  });
});
