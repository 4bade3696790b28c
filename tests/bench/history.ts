// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import type pg from 'pg';
import pino from 'pino';
import { startServer } from '../../api/server.ts';
import { connect } from '../../db/client.ts';
import { civilClock, readConfig } from '../../db/config.ts';
import { historyKey, makeHistory } from '../../db/exchange/sample-history.ts';
import { migrate } from '../../db/migrate.ts';
import { oneByOne } from './load.ts';

const timezone = 'Europe/Rome';
const lengths = [3000, 30_000, 300_000];
const rounds = 15;
const reads = [
  'dashboard',
  'milestones',
  'money',
  'zones',
  'labs',
  'spaces',
  'calls',
  'awards',
  'chain',
  'reuse',
  'agreements',
  'indicators',
  'areas',
  'events',
  'organisations',
  'changes',
];
/** Days asked for, as shares of the programme's life. */
const shares = [0.2, 0.6, 0.98];
const goal = 2;

export interface PastRead {
  read: string;
  changes: number;
  nowMs: number;
  /** Slowest of the earlier days. */
  pastMs: number;
}

/** Time of a write in the programme: an UPDATE of one row with its log. */
async function writeMs(pool: pg.Pool, programme: string): Promise<number> {
  const update = () =>
    pool.query(
      `update lab set note = jsonb_build_object('it', clock_timestamp()::text)
        where (programme_id, key) = (select p.programme_id, min(l.key) from lab l join programme p using (programme_id) where p.key = $1 group by 1)`,
      [programme],
    );
  return (
    await oneByOne(
      200,
      async () => void (await update()),
      async () => undefined,
    )
  ).p50Ms;
}

/** Uncached reads of the present and of earlier days, with logs of growing length. */
export async function measurePast(url: string) {
  const { db, pool } = connect(url, timezone, 2);
  const clock = civilClock(timezone);
  await migrate({ db, url }, timezone);
  const settings = readConfig({});
  const logger = pino({ level: 'silent' });
  const at = { databaseUrl: url, timezone, port: 0, today: clock, settings, version: 'bench', logger };
  const office = await startServer({ ...at, page: async () => false });
  const measured: PastRead[] = [];
  const writes: Record<number, number> = {};
  for (const changes of lengths) {
    console.log(`\n${changes} changes: filling the database …`);
    await makeHistory(db, changes, clock());
    await pool.query('vacuum analyze');
    const programme = historyKey(changes);
    const { rows } = await pool.query(
      'select min(known_on) as first from change join programme p using (programme_id) where p.key = $1',
      [programme],
    );
    const life = differenceInCalendarDays(clock(), rows[0].first);
    const days = shares.map((share) => formatISO(addDays(rows[0].first, life * share), { representation: 'date' }));
    const ask = async (path: string) => {
      const address = `${office.address}/api/v1/programmes/${programme}/${path}`;
      const reply = await fetch(address, { headers: { authorization: 'bench' } });
      if (!reply.ok) throw new Error(`${reply.status} ${address}`);
      await reply.arrayBuffer();
    };
    const p50 = async (path: string) => {
      await ask(path);
      return (
        await oneByOne(
          rounds,
          () => ask(path),
          async () => undefined,
        )
      ).p50Ms;
    };
    for (const read of reads) {
      const nowMs = await p50(read);
      const past: number[] = [];
      for (const day of days) past.push(await p50(`${read}?asOf=${day}`));
      measured.push({ read, changes, nowMs, pastMs: Math.max(...past) });
    }
    writes[changes] = await writeMs(pool, programme);
  }
  await office.stop();
  await pool.end();
  return { measured, writes };
}

export function printPast({ measured, writes }: Awaited<ReturnType<typeof measurePast>>) {
  for (const { read, changes, nowMs, pastMs } of measured)
    console.log(
      `  ${`${read}, ${changes} changes`.padEnd(40)} now ${nowMs.toFixed(1).padStart(7)} ms   past ${pastMs.toFixed(1).padStart(7)} ms   ratio ${(pastMs / nowMs).toFixed(2)}   (goal ≤ ${goal})`,
    );
  for (const [changes, ms] of Object.entries(writes)) console.log(`  write, ${changes} changes: ${ms.toFixed(2)} ms`);
}
