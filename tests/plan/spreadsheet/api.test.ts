// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import type { SheetRow } from '../../../api/plan/spreadsheet/contract.ts';
import { columns } from '../../../api/plan/spreadsheet/rules.ts';
import { today } from '../../harness/office.ts';
import { withOffice, withSigned } from '../../harness/opened.ts';
import { askingAs, signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const room = `/api/v1/programmes/${programme}`;
const { database, office } = withOffice();
const official = withSigned(database, { role: 'official', programme });
let cycle: string;
beforeAll(async () => {
  cycle = (await askingAs(office.address)('GET', room)).body.shownCycle;
});

type Row = Record<string, string | null>;

async function download(): Promise<Row[]> {
  const reply = await fetch(`${office.address}${room}/cycles/${cycle}/plan.xlsx`, {
    headers: { cookie: official.cookie },
  });
  expect(reply.status).toBe(200);
  const [heading = [], ...rows] = await readSheet(Buffer.from(await reply.arrayBuffer()));
  expect(heading).toEqual([...columns]);
  return rows.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at] as string | null])));
}

async function upload(rows: Row[], { apply = false, who = official, heading = [...columns] as string[] } = {}) {
  const cells = [heading, ...rows.map((row) => heading.map((name) => row[name] ?? null))];
  const reply = await fetch(`${office.address}${room}/cycles/${cycle}/plan-sheet?apply=${apply}`, {
    method: 'POST',
    headers: { cookie: who.cookie, origin: office.address, 'accept-language': 'en' },
    body: new Uint8Array(await writeExcel(cells as never).toBuffer()),
  });
  return {
    status: reply.status,
    body: (await reply.json()) as { applied: boolean; rows: SheetRow[]; errors: unknown[] },
  };
}

const changes = async () =>
  (await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n ?? 0;
const later = (days: number) => new Date(Date.parse(today()) + days * 864e5).toISOString().slice(0, 10);

/** Row of an open milestone, a different one for each test. */
let taken = 0;
async function openRow(): Promise<Row> {
  const { items } = (await askingAs(office.address)('GET', `${room}/milestones?cycle=${cycle}&status=on-track`)).body;
  const { key } = items[taken];
  taken += 1;
  const row = (await download()).find((one) => one.key === key);
  if (!row) throw new Error(`the sheet has no ${key}`);
  return row;
}

describe('a plan as a spreadsheet', () => {
  test('survives a round trip without a difference', async () => {
    const rows = await download();
    expect(rows.length).toBeGreaterThan(10);
    const { body } = await upload(rows);
    expect(body.rows.filter(({ kind }) => kind !== 'same')).toEqual([]);
  });

  test('previews its changes, and writes nothing until confirmed', async () => {
    const row = await openRow();
    const before = await changes();
    const edited = { ...row, name_it: 'Un altro nome', owner: null };
    const { body } = await upload([edited]);
    expect(body).toMatchObject({ applied: false, rows: [{ kind: 'changed', row: 2, key: row.key }] });
    expect(body.rows[0]?.fields).toEqual(
      expect.arrayContaining([{ name: 'name_it', before: row.name_it, after: 'Un altro nome' }]),
    );
    expect(await changes()).toBe(before);
    expect((await upload([edited], { apply: true })).body.applied).toBe(true);
    const now = (await askingAs(office.address)('GET', `${room}/milestones/${row.key}`)).body;
    expect(now).toMatchObject({ name: { it: 'Un altro nome' }, owner: null });
  });

  test('re-plans with a reason, reports and adds in one change', async () => {
    const [moved, reported] = [await openRow(), await openRow()];
    const area = moved.area ?? '';
    const { body } = await upload(
      [
        { ...moved, due_on: later(60), due_precision: 'day', reason_kind: 'works', reason: 'Il cantiere si è fermato' },
        { ...reported, expected_on: later(90), expected_reason: 'Manca un parere', done: 'Raccolte le firme' },
        { key: null, area, name_it: 'Un traguardo dal foglio', due_on: later(40) },
      ],
      { apply: true },
    );
    expect(body.rows.map(({ kind, reasons }) => [kind, reasons])).toEqual([
      ['changed', []],
      ['changed', []],
      ['added', []],
    ]);
    expect(body.applied).toBe(true);
    const { rows } = await sql<{ n: number }>`select count(distinct written) as n from change
      where account_id = ${official.accountId} and (after ->> 'reason' like '%cantiere%' or after ->> 'note' like '%firme%'
        or after ->> 'name' like '%dal foglio%')`.execute(database.db);
    expect(rows[0]?.n).toBe(1);
    const replanned = (await askingAs(office.address)('GET', `${room}/milestones/${moved.key}`)).body;
    expect(replanned.promises.at(-1)).toMatchObject({ due: { date: later(60) }, reasonKind: 'works' });
    expect(replanned.firstPromise.date).not.toBe(later(60));
  });

  test('is written completely or not at all, with a reason for each refused row', async () => {
    const [good, bad] = [await openRow(), await openRow()];
    const before = await changes();
    const { body } = await upload(
      [
        { ...good, name_it: 'Va bene' },
        { ...bad, weight: '7' },
        { ...bad, due_on: later(100) },
        { key: 'non-esiste', area: good.area ?? '', name_it: 'Che cosa?' },
        { key: null, area: 'non-esiste', name_it: 'Dove?', due_on: later(20) },
      ],
      { apply: true },
    );
    expect(body.applied).toBe(false);
    expect(body.rows.map(({ kind }) => kind)).toEqual(['changed', 'refused', 'refused', 'refused', 'refused']);
    for (const { kind, reasons } of body.rows) expect(reasons.length > 0, kind).toBe(kind === 'refused');
    expect(await changes()).toBe(before);
  });

  test('reports rows changed by somebody else meanwhile', async () => {
    const row = await openRow();
    const other = askingAs(office.address, await signIn(database, { role: 'official', programme }));
    expect((await other('POST', `${room}/milestones/${row.key}/forecasts`, {})).status).toBe(200);
    const { body } = await upload([{ ...row, name_it: 'Troppo tardi' }], { apply: true });
    expect(body).toMatchObject({ applied: false, rows: [{ kind: 'overtaken' }] });
  });

  test('changes nothing outside the areas of the sender', async () => {
    const row = await openRow();
    const { items } = (await askingAs(office.address)('GET', `${room}/areas`)).body;
    const elsewhere = items.find(({ key }: { key: string }) => key !== row.area).key;
    const narrow = await signIn(database, { role: 'official', programme, areas: [elsewhere] });
    const { body } = await upload(
      [
        { ...row, name_it: 'Non mio' },
        { ...row, area: elsewhere },
      ],
      { apply: true, who: narrow },
    );
    expect(body.rows.map(({ kind }) => kind)).toEqual(['refused', 'refused']);
  });

  test('is refused if it is not a workbook, or its header row is not that of a plan', async () => {
    const send = (body: Uint8Array<ArrayBuffer> | string) =>
      fetch(`${office.address}${room}/cycles/${cycle}/plan-sheet`, {
        method: 'POST',
        headers: { cookie: official.cookie, origin: office.address },
        body,
      });
    expect((await send('not a workbook')).status).toBe(415);
    expect((await send(new Uint8Array(2_000_001))).status).toBe(413);
    const { status, body } = await upload([], { heading: ['key', 'colour'] });
    expect(status).toBe(400);
    expect(JSON.stringify(body.errors)).toMatch(/colour.*|name_it/);
  });
});
