// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { materials, processes, termsMeant, withNarrower } from '../../api/labs/vocabulary/rules.ts';
import { civilClock } from '../../db/config.ts';
import { countLabs, readLabs } from '../../db/labs/directory/reads.ts';
import type { Reader } from '../../db/past.ts';
import { readMilestones } from '../../db/plan/milestones/reads.ts';
import type { Database } from '../../db/schema.ts';

/** Same settings as the service's own connections: see db/client.ts. */
export const searching = '-c jit=off -c pg_trgm.word_similarity_threshold=0.45';

export interface Statement {
  text: string;
  values: unknown[];
}

/** SQL and parameters sent by reading a programme. */
async function sentBy(
  url: string,
  programme: string,
  read: (reader: Reader) => Promise<unknown>,
): Promise<Statement[]> {
  const sent: CompiledQuery[] = [];
  const pool = new pg.Pool({ connectionString: url, max: 1, options: searching });
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => void sent.push(event.query),
  });
  const { programme_id: programmeId } = await db
    .selectFrom('programme')
    .select('programme_id')
    .where('key', '=', programme)
    .executeTakeFirstOrThrow();
  sent.length = 0;
  await read({ db, programmeId, day: civilClock('Europe/Rome')() });
  await db.destroy();
  return sent.map(({ sql, parameters }) => ({ text: sql, values: [...parameters] }));
}

/** The statement of the milestone list or, with a key, of one milestone. */
export async function listStatement(url: string, programme: string, key?: string): Promise<Statement> {
  const sent = await sentBy(url, programme, (reader) => readMilestones(reader, key ? { keys: [key] } : {}));
  return sent.at(-1) ?? { text: '', values: [] };
}

/** Directory query: words and three filters. */
export const soughtLabs = { q: 'telerie', process: 'laser-cutting', material: 'wood', service: 'training' } as const;

/** The same as input of the read functions. */
export function soughtFilter() {
  const { q, process, material, service } = soughtLabs;
  return {
    q,
    service,
    meant: termsMeant(processes, q),
    processes: withNarrower(processes, process),
    materials: withNarrower(materials, material),
  };
}

/** The directory's statements for that query: labs, machines, counts by zone. */
export const labStatements = (url: string, programme: string): Promise<Statement[]> =>
  sentBy(url, programme, async (reader) => {
    await readLabs(reader, soughtFilter(), { limit: 51 });
    await countLabs(reader, soughtFilter());
  });
