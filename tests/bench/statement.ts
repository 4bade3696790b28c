// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { readMilestones } from '../../db/milestones/reads.ts';
import type { Database } from '../../db/schema.ts';

export interface Statement {
  text: string;
  values: unknown[];
}

/** The statement that the milestone list sends, or, with a key, the reading of that one milestone, as text and values. */
export async function listStatement(url: string, programme: string, key?: string): Promise<Statement> {
  const sent: CompiledQuery[] = [];
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => void sent.push(event.query),
  });
  const { programme_id: programmeId } = await db
    .selectFrom('programme')
    .select('programme_id')
    .where('key', '=', programme)
    .executeTakeFirstOrThrow();
  await readMilestones({ db, programmeId, day: '' }, key ? { keys: [key] } : {});
  await db.destroy();
  const last = sent.at(-1);
  return { text: last?.sql ?? '', values: [...(last?.parameters ?? [])] };
}
