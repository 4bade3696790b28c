// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

export type OfficinaDb = Kysely<Database>;

// Dates stay civil days as text (pg would return instants). Money is summed in SQL, so conversion to number loses no
// cents.
const types = new pg.TypeOverrides();
types.setTypeParser(1082, (value) => value);
types.setTypeParser(1700, Number);
types.setTypeParser(20, Number);

const prepared = new Map<string, string>();
const mostPrepared = 1000;

/** Name of the prepared statement; undefined for scripts and for texts too long to keep prepared. */
function statementName(text: string): string | undefined {
  const known = prepared.get(text);
  if (known || prepared.size >= mostPrepared) return known;
  if (!/^\s*(select|with|insert|update)\b/i.test(text) || text.length > 20_000) return undefined;
  const name = createHash('sha1').update(text).digest('base64url');
  prepared.set(text, name);
  return name;
}

function sendNamed(client: pg.PoolClient) {
  const send = client.query.bind(client) as (query: unknown, ...rest: unknown[]) => Promise<pg.QueryResult>;
  const query = (text: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' && Array.isArray(values) ? statementName(text) : undefined;
    if (name) return send({ name, text, values }, ...rest);
    return typeof text === 'string' && Array.isArray(values) && values.length === 0
      ? send(text)
      : send(text, values, ...rest);
  };
  Object.assign(client, { query });
}

export interface Connection {
  db: OfficinaDb;
  pool: pg.Pool;
  url: string;
}

/** Role that serves requests: reads and writes, but cannot change the log. */
export const appRole = 'officina_app';

/** Opens a pool whose sessions use the programme's time zone, so that `current_date` is the local day. */
export function connect(url: string, timezone: string, max = 10, role?: string): Connection {
  // JIT compilation costs more time than any query here takes.
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    // Search terms may contain typing errors (pg_trgm threshold).
    options: `-c timezone=${timezone} -c jit=off -c pg_trgm.word_similarity_threshold=0.45${role ? ` -c role=${role}` : ''}`,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('connect', (client) => {
    sendNamed(client);
    // A connection lost while in use fails its query; without a listener the event would end the process.
    client.on('error', () => undefined);
  });
  // The pool discards broken idle connections; the next query opens a new one.
  pool.on('error', () => undefined);
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool, url };
}

/** The serving role if this user may assume it; undefined if the user could not create it. */
export async function findAppRole(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ may: boolean | null }>(
      "select pg_has_role(current_user, to_regrole($1)::oid, 'member') as may",
      [appRole],
    );
    return rows[0]?.may ? appRole : undefined;
  } finally {
    await client.end();
  }
}

/**
 * True if the error says that the database is away for now, not that a query was wrong: lost or refused connections
 * (class 08, socket errors, messages of pg), shutdown and recovery (57P), resources (53), a standby (25006), a missing
 * database (3D000), a conflict between transactions (40).
 */
export function isAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  if (code === diskFull) return false;
  return (
    /^(08|57P|53|40|25006|3D000|55000)|^(ECONN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/.test(
      code,
    ) ||
    /Connection (terminated|ended)|timeout exceeded when trying to connect|not queryable|has been discarded/.test(
      message,
    )
  );
}

/** SQLSTATE of a full disk. */
export const diskFull = '53100';

/** True if the database answers. */
export async function answers(db: OfficinaDb): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
}
