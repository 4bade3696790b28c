// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectFolder } from '../../db/config.ts';
import { until } from '../harness/ask.ts';

let folder: string;
const running: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-start-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) await ended(child, 'SIGTERM');
  }
  rmSync(folder, { recursive: true, force: true });
});

function start(
  env: Record<string, string> = {},
  [command, args]: [string, string[]] = [process.execPath, ['api/main.ts']],
) {
  const child = spawn(command, args, {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, OFFICINA_DATA: folder, PORT: '0', ...env },
  });
  running.push(child);
  const said = { text: '' };
  child.stdout.on('data', (chunk) => {
    said.text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.text += chunk;
  });
  return { child, said };
}

async function addressOf({ child, said }: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const match = /is at (http:\S+)/.exec(said.text);
    if (match?.[1] && said.text.includes('Stop with')) return match[1];
    if (child.exitCode !== null) throw new Error(said.text);
    await new Promise((done) => setTimeout(done, 50));
  }
}

function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  if (signal) child.kill(signal);
  return exit;
}

/** Starts, expects the process to exit, and returns its single line of output. */
async function refusedLine(env: Record<string, string>): Promise<string> {
  const started = start(env);
  expect(await ended(started.child)).toBe(1);
  return started.said.text.trim();
}

describe('starting', () => {
  test('loads the shipped data, keeps it across restarts, and stops cleanly on SIGTERM and SIGINT', async () => {
    const first = start();
    const address = await addressOf(first);
    expect(first.said.text).toContain('Stop with Ctrl-C');
    expect(first.said.text).toMatch(/The first official opens, once: http:\S+\/it\/invitation#[\w-]{40,}/);
    const { items } = (await (await fetch(`${address}/api/v1/programmes`)).json()) as { items: { key: string }[] };
    expect(items.map(({ key }) => key)).toEqual(expect.arrayContaining(['manifattura-milano', 'citta-campione']));
    expect(await ended(first.child, 'SIGTERM')).toBe(0);
    const second = start();
    await addressOf(second);
    expect(second.said.text).not.toContain('Loaded');
    expect(await ended(second.child, 'SIGINT')).toBe(0);
  });

  test('as npm start ends, with its Postgres, when npm gets SIGTERM', async () => {
    const npm = start({ npm_config_update_notifier: 'false' }, ['npm', ['start']]);
    await addressOf(npm);
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    await ended(npm.child, 'SIGTERM');
    const isThere = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    await until(
      async () => isThere(),
      (there) => !there,
    );
    expect(npm.said.text).toContain('Stopping');
  });

  test('listens on HOST, serves its public name and those of this machine, and names risks', async () => {
    const started = start({ HOST: '0.0.0.0', OFFICINA_URL: 'http://officina.example' });
    const address = new URL(await addressOf(started));
    expect(started.said.text).toContain('Warning: OFFICINA_URL is http');
    expect(started.said.text).not.toContain('outbox');
    const asked = (host: string) =>
      new Promise<number>((done, failed) => {
        get({ port: address.port, path: '/api/v1/status', headers: { host } }, (res) => {
          res.resume();
          done(res.statusCode ?? 0);
        }).on('error', failed);
      });
    expect(await asked('officina.example')).toBe(200);
    expect(await asked(`localhost:${address.port}`)).toBe(200);
    expect(await asked('evil.example')).toBe(421);
    expect(await asked('officina.example.evil.example')).toBe(421);
  });

  test('reuses the database left running by a killed start', async () => {
    const first = start();
    await addressOf(first);
    await ended(first.child, 'SIGKILL');
    const second = start();
    expect((await fetch(`${await addressOf(second)}/api/v1/status`)).status).toBe(200);
  });

  test('refuses a second start in the same folder without affecting the first', async () => {
    const first = start();
    const address = await addressOf(first);
    expect(await refusedLine({})).toBe(
      `Officina already runs on the data folder ${folder}; stop it first or set OFFICINA_DATA.`,
    );
    expect((await fetch(`${address}/api/v1/status`)).status).toBe(200);
  });

  test('refuses a port in use, and starts in the same folder afterwards', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => blocker.once('listening', done));
    const { port } = blocker.address() as { port: number };
    expect((await refusedLine({ PORT: String(port) })).split('\n').at(-1)).toBe(
      `Port ${port} is taken; set PORT to another one.`,
    );
    await new Promise((done) => blocker.close(done));
    await addressOf(start());
  });

  test('refuses the data folder of another Postgres major version without changing it', async () => {
    await ended(
      (
        await (async () => {
          const one = start();
          await addressOf(one);
          return one;
        })()
      ).child,
      'SIGTERM',
    );
    const file = join(folder, 'postgres', 'PG_VERSION');
    writeFileSync(file, '15\n');
    expect(await refusedLine({})).toMatch(
      /was made by Postgres 15; this Officina brings Postgres 18\. Nothing was changed\.$/,
    );
    expect(readFileSync(file, 'utf8')).toBe('15\n');
  });

  test.each([
    [{ PORT: 'eighty' }, /^PORT must be a whole number from 0 to 65535, not "eighty"\.$/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must look like postgres:/],
    [{ DATABASE_URL: 'postgres://officina@127.0.0.1:1/nothing' }, /^The database could not be used \(ECONNREFUSED\)/],
    [
      { OFFICINA_SMTP: 'smtp://127.0.0.1:25' },
      /^OFFICINA_SMTP needs OFFICINA_URL: links in mails must not follow the address of a request\.$/,
    ],
    [{ HOST: '0.0.0.0' }, /^HOST=0\.0\.0\.0 needs OFFICINA_URL, the public address as https:\/\//],
    [
      { OFFICINA_TIMEZONE: 'Mars/Olympus' },
      /^OFFICINA_TIMEZONE must be a time zone such as Europe\/Rome, not "Mars\/Olympus"\.$/,
    ],
  ] as [Record<string, string>, RegExp][])('tells in one line what is wrong with %j', async (env, line) => {
    const said = await refusedLine(env);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toMatch(line);
  });
});
