// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the reference servers and Officina in one process; prints their addresses.
import { createServer, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pg from 'pg';
import pino from 'pino';
import { loadPage } from '../../api/http/page.ts';
import { startServer } from '../../api/server.ts';
import { civilClock, readConfig } from '../../db/config.ts';
import { type Statement, searching } from './statement.ts';

const [databaseUrl = '', bodyPath = '', sqlJson = '{}'] = process.argv.slice(2);
interface Statements {
  list: Statement;
  report: [Statement, Statement];
  labs: Statement[];
}
const { list, report, labs = [] } = JSON.parse(sqlJson) as Partial<Statements>;

const office = await startServer({
  settings: readConfig({}),
  databaseUrl,
  timezone: 'Europe/Rome',
  port: 0,
  today: civilClock('Europe/Rome'),
  version: 'bench',
  logger: pino({ level: 'silent' }),
  page: await loadPage(),
});

/** Officina's compressed response. */
function sentBytes(address: string): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk) => chunks.push(chunk));
      reply.on('end', () => resolve({ headers: reply.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

/** The same bytes and headers from a server that does nothing else. */
async function bareHttp(): Promise<string> {
  const { headers, body } = await sentBytes(office.address + bodyPath);
  const { connection: _, date: __, 'keep-alive': ___, ...rest } = headers;
  const server = createServer((_req, res) => res.writeHead(200, rest).end(body)).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The two statements of a report, prepared, in one transaction, in a bare Express handler. */
function reportInTwo(pool: pg.Pool): express.RequestHandler {
  const [read, insert] = report ?? [];
  return async (_req, res) => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query({ name: 'read', text: '', ...read });
    const { rows } = await client.query({ name: 'insert', text: '', ...insert });
    await client.query('commit');
    client.release();
    res.json(rows);
  };
}

/** The directory's statements, prepared, run in sequence on one connection. */
function labsInTurn(pool: pg.Pool): express.RequestHandler {
  return async (_req, res) => {
    const client = await pool.connect();
    const all = [];
    for (const [at, statement] of labs.entries())
      all.push((await client.query({ name: `labs-${at}`, ...statement })).rows);
    client.release();
    res.json(all);
  };
}

/** The same SQL as prepared statements in a bare Express handler. */
async function bareExpress(): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: searching });
  const app = express().disable('x-powered-by').disable('etag');
  app.get('/', async (_req, res) => {
    const { rows } = await pool.query({ name: 'list', text: '', ...list });
    res.json(rows);
  });
  app.get('/labs', labsInTurn(pool));
  app.post('/report', express.json(), reportInTwo(pool));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

console.log(JSON.stringify({ office: office.address, bareHttp: await bareHttp(), bareExpress: await bareExpress() }));
