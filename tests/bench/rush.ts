// SPDX-License-Identifier: AGPL-3.0-or-later
// npm run rush: 2,000 firms apply to one fund at once, over two instances; one of them is killed midway.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { admissionOf } from '../../api/calls/first-come/rules.ts';
import { type Connection, connect } from '../../db/client.ts';
import { projectFolder } from '../../db/config.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { loadShipped } from '../../db/exchange/shipped.ts';
import { migrate } from '../../db/migrate.ts';
import { type Applicant, call, gather } from './crowd.ts';

const timezone = 'Europe/Rome';
const patienceMs = 60_000;

async function startInstance(url: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(projectFolder, 'tests/bench/instance.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((done, failed) => {
    child.stdout?.once('data', (text) => done(String(text).trim()));
    child.once('exit', () => failed(new Error('an instance did not start')));
  });
  return { child, address };
}

interface Answered {
  status: number;
  state: string | undefined;
  tries: number;
  ms: number;
}

/** Retries on either instance with the same idempotency key until there is a response. */
async function submit(
  addresses: readonly string[],
  at: number,
  path: string,
  { cookie }: Applicant,
): Promise<Answered> {
  const began = performance.now();
  const key = randomUUID();
  for (let tries = 1; performance.now() - began < patienceMs; tries += 1) {
    const address = addresses[(at + tries) % addresses.length] ?? '';
    const headers = { cookie, origin: address, 'content-type': 'application/json', 'idempotency-key': key };
    try {
      const reply = await fetch(address + path, { method: 'POST', headers, body: '{"version":1}' });
      const body = (await reply.json()) as { admission?: { state: string } };
      if (reply.status < 500)
        return { status: reply.status, state: body.admission?.state, tries, ms: performance.now() - began };
    } catch {
      // This instance is down or died during the request: the other one knows what was committed.
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  return { status: 0, state: undefined, tries: -1, ms: performance.now() - began };
}

export interface Rush {
  applicants: number;
  answered: number;
  retried: number;
  perSecond: number;
  p99Ms: number;
  /** Faults; must be empty. */
  faults: string[];
}

interface Decided {
  application_id: number;
  arrival: number;
  requested: number;
  state: string;
  amount: number;
  why: string;
}

/** Checks the database against the rule, replayed in order of arrival. */
async function faultsIn(
  { pool }: Pick<Connection, 'pool'>,
  of: { programmeId: number; budgetCents: number; crowd: Applicant[] },
) {
  const { rows } = await pool.query<Decided>(
    `select application_id, arrival, requested_cents::float8 as requested, state, amount_cents::float8 as amount, why
     from access.admission where programme_id = $1 and call = $2 order by arrival`,
    [of.programmeId, call],
  );
  const { rows: funds } = await pool.query<{ committed: number; arrivals: number }>(
    'select committed_cents::float8 as committed, arrivals from access.first_come_fund where programme_id = $1 and call = $2',
    [of.programmeId, call],
  );
  const faults: string[] = [];
  const fund = { budgetCents: of.budgetCents, leastCents: 2_000_000, mostCents: 20_000_000, partial: true };
  let committedCents = 0;
  let waiting = 0;
  for (const [at, row] of rows.entries()) {
    const expected = admissionOf(row.requested, { ...fund, committedCents, waiting });
    const same = expected.state === row.state && expected.amountCents === row.amount && expected.why === row.why;
    if (!same || row.arrival !== at + 1) faults.push(`arrival ${row.arrival}: ${row.state} ${row.amount} ${row.why}`);
    committedCents += row.amount;
    if (row.state === 'waiting') waiting += 1;
  }
  if (committedCents > of.budgetCents) faults.push(`${committedCents} cents of ${of.budgetCents} were given`);
  if (funds[0]?.committed !== committedCents) faults.push('the fund does not say what was given');
  const served = new Set(rows.map(({ application_id }) => application_id));
  if (rows.length !== of.crowd.length || served.size !== rows.length)
    faults.push(`${rows.length} decisions for ${of.crowd.length} applications`);
  return faults;
}

/** All firms at once over two instances; the first is killed after about half of the responses. */
export async function rush(connection: Connection, size: { applicants: number; budgetCents: number }): Promise<Rush> {
  const { path, programmeId, crowd } = await gather(connection, size);
  const first = await startInstance(connection.url);
  const second = await startInstance(connection.url);
  const addresses = [first.address, second.address];
  let answered = 0;
  const began = performance.now();
  const replies = await Promise.all(
    crowd.map(async (applicant, at) => {
      const reply = await submit(addresses, at, path, applicant);
      answered += 1;
      if (answered === Math.floor(size.applicants / 2)) first.child.kill('SIGKILL');
      return reply;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  second.child.kill('SIGKILL');
  const faults = await faultsIn(connection, { programmeId, budgetCents: size.budgetCents, crowd });
  const unanswered = replies.filter(({ status, state }) => status !== 200 || state === undefined);
  if (unanswered.length > 0) faults.push(`${unanswered.length} were not told: ${JSON.stringify(unanswered[0])}`);
  const times = replies.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    applicants: size.applicants,
    answered: replies.length - unanswered.length,
    retried: replies.filter(({ tries }) => tries > 1).length,
    perSecond: replies.length / seconds,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    faults,
  };
}

/** Reference: the same three statements, prepared, with plain pg and the connections of two instances. */
async function bareTransactions(
  url: string,
  programmeId: number,
  many: number,
): Promise<{ perSecond: number; p99Ms: number }> {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  // The server stops while the last connections close.
  pool.on('error', () => undefined);
  await pool.query('insert into access.first_come_fund (programme_id, call, budget_cents) values ($1, $2, 1e12)', [
    programmeId,
    'bare',
  ]);
  const { rows } = await pool.query<{ application_id: number }>(
    `insert into access.application (programme_id, call, content) select $1, 'bare', '{}' from generate_series(1, $2::int)
     returning application_id`,
    [programmeId, many],
  );
  const times: number[] = [];
  const one = async ({ application_id }: { application_id: number }) => {
    const began = performance.now();
    const client = await pool.connect();
    await client.query('begin');
    const lock = 'select arrivals from access.first_come_fund where programme_id = $1 and call = $2 for update';
    const fund = await client.query({ name: 'lock', text: lock, values: [programmeId, 'bare'] });
    const mark = `update access.application set state = 'submitted', submitted = content, submitted_at = clock_timestamp(),
      sha256 = repeat('0', 64), number = $2 where application_id = $1`;
    await client.query({ name: 'mark', text: mark, values: [application_id, fund.rows[0].arrivals + 1] });
    const take = `with fund as (update access.first_come_fund set committed_cents = committed_cents + 1, arrivals = arrivals + 1
      where programme_id = $1 and call = $2 returning arrivals) insert into access.admission (application_id, programme_id,
      call, arrival, requested_cents, state, amount_cents, why) select $3, $1, $2, arrivals, 1, 'admitted', 1, '' from fund`;
    await client.query({ name: 'take', text: take, values: [programmeId, 'bare', application_id] });
    await client.query('commit');
    client.release();
    times.push(performance.now() - began);
  };
  const began = performance.now();
  await Promise.all(rows.map(one));
  const perSecond = rows.length / ((performance.now() - began) / 1000);
  await pool.end();
  times.sort((a, b) => a - b);
  return { perSecond, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}

if (import.meta.main) {
  const folder = await mkdtemp(join(tmpdir(), 'officina-rush-'));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(folder);
  const connection = connect(embedded.url, timezone, 4);
  await migrate(connection, timezone);
  await loadShipped(connection.db, new Date().toISOString().slice(0, 10), () => undefined);
  const size = { applicants: Number(process.argv[2] ?? 2000), budgetCents: 1_900_000_000 };
  const result = await rush(connection, size);
  const { rows } = await connection.pool.query("select programme_id from programme where key = 'manifattura-milano'");
  const bare = await bareTransactions(embedded.url, rows[0].programme_id, size.applicants);
  console.log(`${result.answered} of ${result.applicants} answered, ${result.retried} of them after a retry`);
  console.log(`submissions  ${result.perSecond.toFixed(0)} /s   p99 ${result.p99Ms.toFixed(0)} ms`);
  console.log(`bare         ${bare.perSecond.toFixed(0)} /s   p99 ${bare.p99Ms.toFixed(0)} ms`);
  console.log(`ratio        ${(result.perSecond / bare.perSecond).toFixed(2)}   (goal ≥ 0.5)`);
  console.log(
    result.faults.length === 0
      ? 'no euro too much, nobody lost or doubled, the order explained'
      : result.faults.join('\n'),
  );
  await connection.pool.end();
  await embedded.stop();
  await rm(folder, { recursive: true });
  process.exitCode = result.faults.length === 0 ? 0 : 1;
}
