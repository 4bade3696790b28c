// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

export type OfficinaDb = Kysely<Database>;

// A date is a civil day: pg would make it an instant. Sums of money are made in SQL, so a number loses no cent on the way out.
const types = new pg.TypeOverrides();
types.setTypeParser(1082, (value) => value);
types.setTypeParser(1700, Number);
types.setTypeParser(20, Number);

const prepared = new Map<string, string>();
const mostPrepared = 1000;

/** The name of a statement, or undefined where naming does not pay: scripts, and texts beyond what a connection should hold. */
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

/** Whom requests are served as: reads and writes, but cannot change the log. */
export const appRole = 'officina_app';

/** Opens a pool whose sessions live in the programme's time zone, so that `current_date` is the city's day. */
export function connect(url: string, timezone: string, max = 10, role?: string): Connection {
  // Compiling a query just in time costs more than any query here takes.
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    // Words that are searched for may be typed with an error.
    options: `-c timezone=${timezone} -c jit=off -c pg_trgm.word_similarity_threshold=0.45${role ? ` -c role=${role}` : ''}`,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('connect', sendNamed);
  // A broken idle connection is dropped by the pool; the next query opens another.
  pool.on('error', () => undefined);
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool, url };
}

/** The serving role, where this user may take it; undefined where the user could not make one. */
export async function findAppRole(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
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

/** Whether the database answers. */
export async function answers(db: OfficinaDb): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
}
