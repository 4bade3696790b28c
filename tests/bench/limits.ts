// SPDX-License-Identifier: AGPL-3.0-or-later
// The limits that a run is held against, and Officina itself, in one process of their own: prints their addresses.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pg from 'pg';
import pino from 'pino';
import { loadPage } from '../../api/http/page.ts';
import { startServer } from '../../api/server.ts';
import { civilClock } from '../../db/config.ts';

const [databaseUrl = '', bodyPath = '', sqlJson = '{}'] = process.argv.slice(2);
const { text, values } = JSON.parse(sqlJson) as { text: string; values: unknown[] };

const office = await startServer({
  databaseUrl,
  timezone: 'Europe/Rome',
  port: 0,
  today: civilClock('Europe/Rome'),
  version: 'bench',
  logger: pino({ level: 'silent' }),
  page: await loadPage(),
});

/** The same bytes and headers as Officina's reply, from a server that does nothing else. */
async function bareHttp(): Promise<string> {
  const reply = await fetch(office.address + bodyPath, { headers: { 'accept-encoding': 'identity' } });
  const body = Buffer.from(await reply.arrayBuffer());
  const headers = { ...Object.fromEntries(reply.headers), 'content-length': body.length };
  const server = createServer((_req, res) => res.writeHead(200, headers).end(body)).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The same SQL as a prepared statement in a bare Express handler. */
async function bareExpress(): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const app = express().disable('x-powered-by').disable('etag');
  app.get('/', async (_req, res) => {
    const { rows } = await pool.query({ name: 'list', text, values });
    res.json(rows);
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

console.log(JSON.stringify({ office: office.address, bareHttp: await bareHttp(), bareExpress: await bareExpress() }));
