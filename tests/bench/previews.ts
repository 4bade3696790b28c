// SPDX-License-Identifier: AGPL-3.0-or-later
import pino from 'pino';
import { startServer } from '../../api/server.ts';
import { connect } from '../../db/client.ts';
import { civilClock, readConfig } from '../../db/config.ts';
import { loadShipped, sampleKey } from '../../db/exchange/shipped.ts';
import { migrate } from '../../db/migrate.ts';
import { signIn } from '../harness/people.ts';
import { type Measured, oneByOne } from './load.ts';

const timezone = 'Europe/Rome';
const labs = 4000;
const rounds = 60;

const sheet = () =>
  ['name_it,kind,address', ...Array.from({ length: labs }, (_, at) => `Laboratorio ${at},fablab,via Prova ${at}`)].join(
    '\n',
  );

/** Latency of a write in the programme: alone, and while previews of a large import run. */
export async function measurePreviews(url: string): Promise<Record<string, Measured>> {
  const connection = connect(url, timezone, 2);
  const today = civilClock(timezone);
  await migrate(connection, timezone);
  await loadShipped(connection.db, today(), () => undefined);
  const { cookie } = await signIn(connection, { role: 'administrator', programme: sampleKey });
  const at = { databaseUrl: url, timezone, port: 0, today, settings: readConfig({}), version: 'bench' };
  const office = await startServer({ ...at, logger: pino({ level: 'silent' }), page: async () => false });
  const send = async (method: string, path: string, type: string, body: string) => {
    const reply = await fetch(`${office.address}/api/v1/programmes/${sampleKey}/${path}`, {
      method,
      headers: { cookie, origin: office.address, 'content-type': type },
      body,
    });
    if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
    await reply.arrayBuffer();
  };
  const { key } = await connection.db
    .selectFrom('lab')
    .innerJoin('programme', 'programme.programme_id', 'lab.programme_id')
    .where('programme.key', '=', sampleKey)
    .where('lab.status', '=', 'open')
    .select('lab.key')
    .executeTakeFirstOrThrow();
  const write = () => send('POST', `labs/${key}/confirmation`, 'application/json', '{"sections":["contacts"]}');
  const nothing = async () => undefined;
  const alone = await oneByOne(rounds, write, nothing);
  let going = true;
  const previews = (async () => {
    const body = sheet();
    while (going) await send('PUT', 'lab-imports?format=csv', 'application/octet-stream', body);
  })();
  const during = await oneByOne(rounds, write, nothing);
  going = false;
  await previews;
  await office.stop();
  await connection.pool.end();
  return { 'write, alone': alone, [`write, during previews of ${labs} labs`]: during };
}

export function previewRatios(measured: Record<string, Measured>) {
  const [alone, during] = Object.values(measured);
  const ratio = (during?.p50Ms ?? Number.NaN) / (alone?.p50Ms ?? Number.NaN);
  return [{ name: 'write during a preview / alone', ratio, goal: '≤ 2' }];
}
