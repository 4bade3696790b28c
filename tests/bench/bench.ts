// SPDX-License-Identifier: AGPL-3.0-or-later
// npm run bench: compares Officina with reference servers in the same run. Prints ratios, writes bench.json.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureBuilt } from '../../api/http/page.ts';
import { findProgrammeId } from '../../db/city/programmes/reads.ts';
import { type Connection, connect } from '../../db/client.ts';
import { civilClock, projectFolder } from '../../db/config.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { makeSample, measuredKey } from '../../db/exchange/sample.ts';
import { loadShipped } from '../../db/exchange/shipped.ts';
import { migrate } from '../../db/migrate.ts';
import { readMilestones } from '../../db/plan/milestones/reads.ts';
import { signIn } from '../harness/people.ts';
import { measureFiles } from './files.ts';
import { measurePast, printPast } from './history.ts';
import { startLimits } from './limited.ts';
import { load, type Measured, oneByOne } from './load.ts';
import { measureOutages } from './outages.ts';
import { measurePage } from './page.ts';
import { measurePreviews, previewRatios } from './previews.ts';
import { labs, measureRegister, registerRatios } from './register.ts';
import { listStatement } from './statement.ts';

const timezone = 'Europe/Rome';
const connections = 32;
const seconds = 4;
const scales = [1, 100];
/** Requests with credentials bypass the public cache. */
const uncached = { authorization: 'bench' };

async function measureScale(url: string, scale: number) {
  const { db, pool } = connect(url, timezone, 2);
  const today = civilClock(timezone)();
  console.log(`\n${scale} ${scale === 1 ? 'programme' : 'programmes'}: filling the database …`);
  await migrate({ db, url }, timezone);
  await makeSample(db, scale, today);
  await pool.query('vacuum analyze');
  const programme = `/api/v1/programmes/${measuredKey(1)}`;
  const dashboard = `${programme}/dashboard`;
  const past = new Date(Date.parse(today) - 60 * 864e5).toISOString().slice(0, 10);
  const reporting = await reportingOf({ db, url }, today);
  const list = await listStatement(url, measuredKey(1));
  const statements = JSON.stringify({ list, report: reporting.statements });
  const { child, addresses } = await startLimits(url, dashboard, statements);
  const { office, bareHttp, bareExpress } = addresses;
  const at = (address: string, path: string, headers: Record<string, string> = {}) =>
    load({ address, path, headers: { 'accept-encoding': 'br', ...headers }, connections, seconds });
  const etag = (await fetch(office + dashboard)).headers.get('etag') ?? '';
  const write = async () => {
    await pool.query(
      "update lab set note = jsonb_build_object('it', clock_timestamp()::text) where key = (select min(key) from lab) and programme_id = 1",
    );
  };
  const ask = async () => void (await (await fetch(office + dashboard)).arrayBuffer());
  const measured: Record<string, Measured> = {
    'bare node:http, same bytes': await at(bareHttp, '/'),
    'dashboard, cached': await at(office, dashboard),
    'dashboard, 304': await at(office, dashboard, { 'if-none-match': etag }),
    'dashboard, first read after a write': await oneByOne(60, ask, write),
    'dashboard, uncached': await at(office, dashboard, uncached),
    'dashboard as of a day, cached': await at(office, `${dashboard}?asOf=${past}`),
    'dashboard as of a day, uncached': await at(office, `${dashboard}?asOf=${past}`, uncached),
    'milestone list, cached': await at(office, `${programme}/milestones`),
    'milestone list, uncached': await at(office, `${programme}/milestones`, uncached),
    'milestone list, same SQL prepared in bare Express': await at(bareExpress, '/'),
  };
  const reports = { connections, seconds, body: '{}' };
  measured['milestone report'] = await load({
    address: office,
    path: `${programme}/milestones/${reporting.milestone}/forecasts`,
    headers: { cookie: reporting.cookie, origin: office },
    ...reports,
  });
  measured['milestone report, its two statements prepared'] = await load({
    address: bareExpress,
    path: '/report',
    ...reports,
  });
  child.kill('SIGKILL');
  await pool.end();
  return measured;
}

/** A person who may report, a milestone, and the statements of a report: read the milestone, add the forecast. */
async function reportingOf({ db, url }: Pick<Connection, 'db' | 'url'>, today: string) {
  const programme = measuredKey(1);
  const { cookie } = await signIn({ db }, { role: 'official', programme });
  const programmeId = (await findProgrammeId(db, programme)) ?? 0;
  const rows = await readMilestones({ db, programmeId, day: today });
  const milestone =
    rows.find((row) => row.done_on === null && row.withdrawn_on === null && row.due_on > today)?.key ?? '';
  const insert = {
    text: `insert into forecast (programme_id, key, milestone, reported_on, expected_on)
      values ($1, 'bench.' || replace(gen_random_uuid()::text, '-', ''), $2, $3, $3) returning key`,
    values: [programmeId, milestone, today],
  };
  return { milestone, cookie, statements: [await listStatement(url, programme, milestone), insert] };
}

function print(measured: Record<string, Measured>) {
  for (const [name, { requestsPerSecond, p50Ms, p99Ms }] of Object.entries(measured)) {
    console.log(
      `  ${name.padEnd(52)} ${String(requestsPerSecond).padStart(7)} /s   p50 ${p50Ms.toFixed(2)} ms   p99 ${p99Ms.toFixed(2)} ms`,
    );
  }
}

const rate = (measured: Record<string, Measured> | undefined, name: string) =>
  measured?.[name]?.requestsPerSecond ?? Number.NaN;
const median = (measured: Record<string, Measured> | undefined, name: string) => measured?.[name]?.p50Ms ?? Number.NaN;

function ratiosOf(results: Record<number, Record<string, Measured>>) {
  const [one, hundred] = scales.map((scale) => results[scale]);
  const first = 'dashboard, first read after a write';
  const sql = 'milestone list, same SQL prepared in bare Express';
  return [
    {
      name: 'cached dashboard / bare server',
      ratio: rate(hundred, 'dashboard, cached') / rate(hundred, 'bare node:http, same bytes'),
      goal: '≥ 0.7',
    },
    {
      name: 'first read after a write, 100 programmes / 1',
      ratio: median(hundred, first) / median(one, first),
      goal: '≤ 1.5',
    },
    {
      name: 'milestone list (cached) / same SQL prepared',
      ratio: rate(hundred, 'milestone list, cached') / rate(hundred, sql),
      goal: '≥ 0.6',
    },
    {
      name: 'milestone list (uncached) / same SQL prepared',
      ratio: rate(hundred, 'milestone list, uncached') / rate(hundred, sql),
      goal: '≥ 0.6',
    },
    {
      name: 'milestone report / its two statements prepared',
      ratio: rate(hundred, 'milestone report') / rate(hundred, 'milestone report, its two statements prepared'),
      goal: '≥ 0.5',
    },
  ];
}

async function ownDatabase(url: string, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  return url.replace(/\/officina$/, `/${name}`);
}

type Ratio = { name: string; ratio: number; goal: string };
function printRatios(ratios: Ratio[]) {
  console.log('');
  for (const { name, ratio, goal } of ratios) console.log(`  ${name.padEnd(52)} ${ratio.toFixed(2)}   (goal ${goal})`);
}

/** First load of the overview in a browser. */
async function measurePages(url: string) {
  const shown = connect(url, timezone, 2);
  await loadShipped(shown.db, civilClock(timezone)(), () => undefined);
  await shown.pool.end();
  const page: Record<string, Awaited<ReturnType<typeof measurePage>>> = {};
  for (const programme of ['manifattura-milano', measuredKey(1)]) {
    const { scriptKb, blockingMs } = await measurePage(url, programme);
    page[programme] = { scriptKb, blockingMs };
    const line = (what: string) => `  ${programme}: ${what}`.padEnd(55);
    console.log(`${line('first load, JavaScript')}${scriptKb.toFixed(0)} kB gzip   (goal ≤ 150)`);
    console.log(`${line('blocking time at 4 × CPU slowdown')}${blockingMs.toFixed(0)} ms   (goal ≤ 200)`);
  }
  return page;
}

async function measureAll(url: string) {
  const results: Record<number, Record<string, Measured>> = {};
  for (const scale of scales) {
    results[scale] = await measureScale(await ownDatabase(url, `scale_${scale}`), scale);
    print(results[scale]);
  }
  const ratios = ratiosOf(results);
  printRatios(ratios);
  return { results, ratios, page: await measurePages(url.replace(/\/officina$/, '/scale_1')) };
}

async function measureLabs(url: string) {
  const measured = await measureRegister(await ownDatabase(url, `labs_${labs}`));
  print(measured);
  const ratios = registerRatios(measured);
  printRatios(ratios);
  return { measured, ratios };
}

async function measureHistory(url: string) {
  const past = await measurePast(await ownDatabase(url, 'history'));
  printPast(past);
  return past;
}

async function measureImports(url: string) {
  const measured = await measurePreviews(await ownDatabase(url, 'previews'));
  print(measured);
  const ratios = previewRatios(measured);
  printRatios(ratios);
  return { measured, ratios };
}

async function measureSent(url: string) {
  const measured = await measureFiles(await ownDatabase(url, 'files'));
  print(measured);
  return measured;
}

// `npm run bench -- labs` measures only the register, `-- past` only reads of the past, `-- previews` only writes
// during previews, `-- files` only reads while large files are read. `-- outages` is not part of the whole: it kills the database and the service under load.
const parts = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'officina-bench-'));
await chmod(folder, 0o755);
const embedded = await startEmbedded(folder);
try {
  await ensureBuilt(console.log);
  const all = parts.length === 0 ? await measureAll(embedded.url) : {};
  const register = parts.length === 0 || parts.includes('labs') ? await measureLabs(embedded.url) : undefined;
  const past = parts.length === 0 || parts.includes('past') ? await measureHistory(embedded.url) : undefined;
  const previews = parts.length === 0 || parts.includes('previews') ? await measureImports(embedded.url) : undefined;
  const files = parts.length === 0 || parts.includes('files') ? await measureSent(embedded.url) : undefined;
  const outages = parts.includes('outages') ? await measureOutages() : undefined;
  const measured = { ...all, register, past, previews, files, outages };
  await writeFile(join(projectFolder, 'bench.json'), JSON.stringify(measured, null, 2));
} finally {
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
}
