// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { change, knownOn, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { domainTables, readCatalogue } from '../../../db/exchange/catalogue.ts';
import { withDatabase } from '../../harness/opened.ts';

type Rows = Record<string, unknown>[];

/** Rows of a table as of a day, from its versions. */
async function fromVersions(db: OfficinaDb, table: string, day: string): Promise<Rows> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('app.as_of', ${day}, true)`.execute(trx);
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from past.${sql.ref(table)} t order by programme_id, key`.execute(trx);
    return rows.map(({ row }) => row);
  });
}

/** The same from the log: the last image of each item that was known on the day, unless the item was deleted. */
async function fromLog(db: OfficinaDb, table: string, day: string): Promise<Rows> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(r) as row from (
      select distinct on (programme_id, item) programme_id, operation, after from change
      where table_name = ${table} and known_on <= ${day}
      order by programme_id, item, known_on desc, id desc) c
    cross join lateral jsonb_populate_record(null::${sql.table(table)}, c.after) r
    where c.operation <> 'delete' order by r.programme_id, r.key`.execute(db);
  return rows.map(({ row }) => row);
}

describe('the versions of the loaded programmes', () => {
  const database = withDatabase();

  test('say the same as the log, for every table, on days from first to last', async () => {
    const { db } = database;
    const { rows } = await sql<{ day: string }>`
      select distinct known_on as day from change order by 1`.execute(db);
    const days = rows.map(({ day }) => day);
    const some = days.filter((_, at) => at % Math.ceil(days.length / 8) === 0 || at === days.length - 1);
    expect(some.length).toBeGreaterThan(6);
    for (const { name } of domainTables(await readCatalogue(db)))
      for (const day of some)
        expect(await fromVersions(db, name, day), `${name} on ${day}`).toEqual(await fromLog(db, name, day));
  });
});

describe('the versions of a random history', () => {
  const database = withDatabase('empty');
  const first = Date.parse('2024-01-01');
  const dayAt = (at: number) => new Date(first + at * 86_400_000).toISOString().slice(0, 10);
  let runs = 0;

  beforeAll(async () => {
    await change(database.db, { actor: 'test', reason: '' }, (writer) =>
      sql`insert into programme (key, name, summary, owner_name, periphery_definition)
        values ('prova', '{"it":"P"}', '{"it":"P"}', '{"it":"P"}', '{"it":"P"}')`.execute(writer),
    );
  });

  const step = fc.record({
    item: fc.integer({ min: 1, max: 3 }),
    act: fc.constantFrom('add', 'edit', 'edit', 'edit', 'same', 'remove'),
    name: fc.constantFrom('A', 'B', 'C'),
    later: fc.integer({ min: 0, max: 2 }),
    fails: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  });

  async function act(writer: Writer, key: string, of: { act: string; name: string }): Promise<void> {
    const name = sql`jsonb_build_object('it', ${of.name}::text)`;
    if (of.act === 'add')
      await sql`insert into organisation (programme_id, key, name, kind)
        select programme_id, ${key}, ${name}, 'firm' from programme
        on conflict (programme_id, key) do update set kind = 'public'`.execute(writer);
    if (of.act === 'edit') await sql`update organisation set name = ${name} where key = ${key}`.execute(writer);
    if (of.act === 'same') await sql`update organisation set name = name where key = ${key}`.execute(writer);
    if (of.act === 'remove') await sql`delete from organisation where key = ${key}`.execute(writer);
  }

  test('say the same as the log on every day, and one item has one version a day', async () => {
    const { db } = database;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const run = ++runs;
        let at = 0;
        for (const of of steps) {
          at += of.later;
          const work = change(db, { actor: 'test', reason: '' }, async (writer) => {
            await knownOn(writer, dayAt(at));
            await act(writer, `o-${run}-${of.item}`, of);
            if (of.fails) throw new Error('rolled back');
          });
          await work.catch((error) => expect(String(error)).toContain('rolled back'));
        }
        for (let day = 0; day <= at; day++)
          expect(await fromVersions(db, 'organisation', dayAt(day))).toEqual(
            await fromLog(db, 'organisation', dayAt(day)),
          );
      }),
      { numRuns: 60 },
    );
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from history.organisation a
      join history.organisation b using (programme_id, key)
      where a.change_id < b.change_id and a.known && b.known`.execute(db);
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('a change of the schema', () => {
  const database = withDatabase('empty');

  test('keeps earlier days: a renamed column, a word of a list replaced, a column added and one removed', async () => {
    const { db } = database;
    const on = (day: string, text: string) =>
      change(db, { actor: 'test', reason: '' }, async (writer) => {
        await knownOn(writer, day);
        await sql.raw(text).execute(writer);
      });
    await on(
      '2024-01-01',
      `insert into programme (key, name, summary, owner_name, periphery_definition)
        values ('prova', '{"it":"P"}', '{"it":"P"}', '{"it":"P"}', '{"it":"P"}')`,
    );
    await on(
      '2024-01-02',
      `insert into organisation (programme_id, key, name, kind, url)
        select programme_id, 'o', '{"it":"O"}', 'union', 'https://one.example' from programme`,
    );
    await on('2024-01-03', `update organisation set url = 'https://two.example', kind = 'firm'`);
    await db.transaction().execute(async (trx) => {
      await sql`select rename_choice('organisation', 'kind', 'union', 'association')`.execute(trx);
      await sql`alter table organisation drop constraint organisation_kind_check`.execute(trx);
      await sql`alter table organisation add check (kind in ('firm', 'association'))`.execute(trx);
      await sql`select rename_column('organisation', 'url', 'address')`.execute(trx);
      await sql`alter table organisation add column size text not null default 'small', drop column note`.execute(trx);
      await sql`select keep_history('organisation')`.execute(trx);
    });
    await on('2024-01-04', `update organisation set address = 'https://three.example', size = 'large'`);
    const at = async (day: string) => {
      const [row] = await fromVersions(db, 'organisation', day);
      return { kind: row?.kind, address: row?.address, size: row?.size, note: 'note' in (row ?? {}) };
    };
    expect(await at('2024-01-02')).toEqual({
      kind: 'association',
      address: 'https://one.example',
      size: 'small',
      note: false,
    });
    expect(await at('2024-01-03')).toMatchObject({ kind: 'firm', address: 'https://two.example', size: 'small' });
    expect(await at('2024-01-04')).toMatchObject({ address: 'https://three.example', size: 'large' });
    const images = await sql<{ was: Record<string, unknown>; becomes: Record<string, unknown> }>`
      select image_now(table_name, id, before) as was, image_now(table_name, id, after) as becomes
      from change where table_name = 'organisation' order by id`.execute(db);
    expect(images.rows.map(({ becomes }) => [becomes.kind, becomes.address])).toEqual([
      ['association', 'https://one.example'],
      ['firm', 'https://two.example'],
      ['firm', 'https://three.example'],
    ]);
    expect(images.rows[1]?.was).toMatchObject({ kind: 'association', address: 'https://one.example' });
  });
});
