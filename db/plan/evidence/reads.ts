// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

const columns = ['e.key', 'e.kind', 'e.name', 'e.url', 'e.issued_on', 'e.issued_precision', 'e.note'] as const;
const file = ['e.file_hash', 'e.file_name', 'e.file_type', 'e.file_bytes'] as const;

/** Evidence of a milestone, by key. */
export async function readEvidence({ db, programmeId }: Reader, milestone: string) {
  return db
    .selectFrom('evidence as e')
    .innerJoin('programme as p', 'p.programme_id', 'e.programme_id')
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'e.source').on('s.programme_id', '=', programmeId))
    .where('e.programme_id', '=', programmeId)
    .where('e.milestone', '=', milestone)
    .select([...columns, ...file, 'e.milestone', 'e.source', 's.title as source_title', 'p.key as programme'])
    .orderBy('e.key')
    .execute();
}
export type EvidenceRow = Awaited<ReturnType<typeof readEvidence>>[number];

/** File of one piece of evidence of a public milestone; undefined if there is none. */
export async function readFileOf({ db, programmeId }: Reader, milestone: string, key: string) {
  return db
    .selectFrom('evidence as e')
    .where('e.programme_id', '=', programmeId)
    .where('e.milestone', '=', milestone)
    .where('e.key', '=', key)
    .where('e.file_hash', 'is not', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('promise as p')
          .where('p.programme_id', '=', programmeId)
          .whereRef('p.milestone', '=', 'e.milestone')
          .select(sql`1`.as('one')),
      ),
    )
    .select(file)
    .executeTakeFirst();
}
