// SPDX-License-Identifier: AGPL-3.0-or-later
import { strToU8, zipSync } from 'fflate';
import pino from 'pino';
import { fileBounds } from '../../api/platform/tables/rules.ts';
import { startServer } from '../../api/server.ts';
import { connect } from '../../db/client.ts';
import { civilClock, readConfig } from '../../db/config.ts';
import { loadShipped, sampleKey } from '../../db/exchange/shipped.ts';
import { migrate } from '../../db/migrate.ts';
import { signIn } from '../harness/people.ts';
import { type Measured, oneByOne } from './load.ts';

const timezone = 'Europe/Rome';
const rounds = 400;

/** The most rows and columns that are read, all of them unknown, so that only reading is measured. */
const wideTable = () => {
  const columns = Math.floor(fileBounds.columns / 2);
  const row = `${'x,'.repeat(columns)}x\n`;
  return `${Array.from({ length: columns + 1 }, (_, at) => `c${at}`).join(',')}\n${row.repeat(fileBounds.rows)}`;
};
const bomb = () =>
  zipSync({ 'xl/workbook.xml': strToU8('a'.repeat(fileBounds.inflatedMegabytes * 1e6)) }, { level: 9 });
const deep = () => `${'['.repeat(30)}${'1,'.repeat(2_000_000)}1${']'.repeat(30)}`;

/** Latency of a read: alone, and while the largest files that are taken are read one after the other. */
export async function measureFiles(url: string): Promise<Record<string, Measured>> {
  const connection = connect(url, timezone, 2);
  const today = civilClock(timezone);
  await migrate(connection, timezone);
  await loadShipped(connection.db, today(), () => undefined);
  const { cookie } = await signIn(connection, { role: 'administrator', programme: sampleKey });
  const at = { databaseUrl: url, timezone, port: 0, today, settings: readConfig({}), version: 'bench' };
  const office = await startServer({ ...at, logger: pino({ level: 'silent' }), page: async () => false });
  const room = `${office.address}/api/v1/programmes/${sampleKey}`;
  const read = async () => {
    await (await fetch(`${room}/labs?limit=5`, { headers: { cookie } })).arrayBuffer();
  };
  const send = async (path: string, body: string | Uint8Array<ArrayBuffer>) => {
    const headers = { cookie, origin: office.address, 'content-type': 'application/octet-stream' };
    await (await fetch(`${room}/${path}`, { method: 'PUT', headers, body })).arrayBuffer();
  };
  const nothing = async () => undefined;
  await oneByOne(50, read, nothing);
  const measured: Record<string, Measured> = { 'read, alone': await oneByOne(rounds, read, nothing) };
  const files = {
    'the widest and longest CSV': ['space-imports?format=csv', wideTable()],
    'the largest workbook': ['space-imports?format=xlsx', new Uint8Array(bomb())],
    'the longest JSON': ['lab-imports?format=okw', deep()],
  } as const;
  for (const [name, [path, body]] of Object.entries(files)) {
    let going = true;
    const reading = (async () => {
      while (going) await send(path, body);
    })();
    measured[`read, during ${name}`] = await oneByOne(rounds, read, nothing);
    going = false;
    await reading;
  }
  await office.stop();
  await connection.pool.end();
  return measured;
}
