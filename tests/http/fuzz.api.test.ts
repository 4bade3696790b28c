// SPDX-License-Identifier: AGPL-3.0-or-later

import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { roles } from '../../api/http/rights.rules.ts';
import { readOpenApi } from '../harness/ask.ts';
import { type OpenApi, requestsOf, type Tried } from '../harness/fuzz.ts';
import { withOffice } from '../harness/opened.ts';
import { type Signed, signIn } from '../harness/people.ts';

const programme = 'citta-campione';
const { database, office } = withOffice();

/** Requests in all: few with every run of the suite, many with `npm run fuzz`. */
const wanted = Number(process.env.FUZZ_REQUESTS ?? 2500);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1e9);
const atOnce = 4;
const slowMs = 5000;
const forget = () => sql`delete from access.rate`.execute(database.db);

/** Keys of the items of a programme by table. */
async function keysByTable(): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string }>`
    select k.table_name as "table" from information_schema.columns k
    join information_schema.columns p using (table_schema, table_name)
    where k.table_schema = 'public' and k.column_name = 'key' and k.data_type = 'text' and p.column_name = 'programme_id'
      and k.table_name <> 'programme'`.execute(database.db);
  const found = new Map<string, string[]>();
  for (const { table } of rows) {
    const keys = await sql<{
      key: string;
    }>`select t.key from ${sql.table(table)} t join programme p using (programme_id)
      where p.key = ${programme} order by t.key limit 8`.execute(database.db);
    found.set(
      table,
      keys.rows.map(({ key }) => key),
    );
  }
  return found;
}

const people = ['nobody', 'no role', ...roles] as const;
type Person = (typeof people)[number];

interface Fault {
  what: string;
  who: Person;
  request: Tried;
}

const abridged = (request: Tried) => JSON.stringify(request).slice(0, 700);

test(`every operation answers every role within its kinds, whatever is sent (seed ${seed})`, async () => {
  const document = await readOpenApi<OpenApi>(office.address);
  const tables = await keysByTable();
  const keys = [...new Set([...tables.values()].flat())];
  const keysFor = (name: string) => (name === 'programme' ? [programme] : (tables.get(name) ?? ['1', '2', '999999']));
  const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ path, method: verb.toUpperCase(), operation })),
  );
  const each = Math.max(1, Math.round(wanted / operations.length / people.length));
  const sessions = new Map<Person, Signed>();
  const cookieOf = async (who: Person) => {
    if (who === 'nobody') return {};
    // A request may have ended the session.
    const known = sessions.get(who) ?? (await signIn(database, who === 'no role' ? {} : { role: who, programme }));
    sessions.set(who, known);
    return { cookie: known.cookie };
  };
  const faults: Fault[] = [];
  const counts = new Map<string, number>();
  let slowest = 0;

  async function attempt(who: Person, request: Tried) {
    const began = performance.now();
    const reply = await fetch(office.address + request.path, {
      method: request.method,
      redirect: 'manual',
      headers: { origin: office.address, ...request.headers, ...(await cookieOf(who)) },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: AbortSignal.timeout(60_000),
    });
    const { status, headers } = reply;
    const isStream = headers.get('content-type')?.startsWith('text/event-stream');
    if (isStream) await reply.body?.cancel();
    const text = isStream ? '' : await reply.text();
    const ms = performance.now() - began;
    slowest = Math.max(slowest, ms);
    const kind = `${String(status)[0]}xx`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (status === 401) sessions.delete(who);
    const note = (what: string) => faults.push({ what, who, request });
    if (status >= 500) note(`answered ${status}: ${text.slice(0, 200)}`);
    // Node itself refuses a request line beyond 16 kB.
    if (status === 431) return;
    if (status >= 400 && !headers.get('content-type')?.startsWith('application/problem+json'))
      note(`${status} without a problem`);
    if (status >= 400 && text.length > 30_000) note(`${status} with ${text.length} characters`);
    if (status === 409 && request.method === 'GET') note('a read in conflict');
    if (process.env.FUZZ_REQUESTS && ms > slowMs) note(`took ${Math.round(ms)} ms`);
  }

  const byOperation = operations.map((of, at) => {
    const requests = requestsOf({ ...of, keysFor, keys, schemas: document.components.schemas });
    return fc.sample(requests, { seed: seed + at, numRuns: each * people.length });
  });
  // The operations by turns, so that one that ends a session does not spare those that follow it.
  const rounds = Array.from({ length: each * people.length }, (_, round) => round);
  const work = rounds.flatMap((round) =>
    byOperation.flatMap((tried, at) => {
      const request = tried[round];
      const who = people[(round + at) % people.length] as Person;
      return request ? [() => attempt(who, request)] : [];
    }),
  );
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < work.length; at = next++) {
      if (at % 100 === 0) await forget();
      await work[at]?.();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await forget();
  if (process.env.FUZZ_REQUESTS) {
    console.log(
      `${work.length} requests to ${operations.length} operations as ${people.length} kinds of people, seed ${seed}`,
      Object.fromEntries(counts),
      `slowest ${Math.round(slowest)} ms`,
    );
  }
  const told = faults.map(({ what, who, request }) => `${who}: ${what}\n  ${abridged(request)}`);
  expect([...new Set(told)].slice(0, 30)).toEqual([]);
});
