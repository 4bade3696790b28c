// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../client.ts';
import type { Reader } from '../past.ts';

const own = ['draft_id', 'version', 'document', 'published_as'] as const;

export async function readDrafts(db: OfficinaDb, programmeId: number) {
  return db
    .selectFrom('access.call_draft')
    .where('programme_id', '=', programmeId)
    .where('published_as', 'is', null)
    .select(own)
    .orderBy('draft_id', 'desc')
    .execute();
}

/** A draft, held until the end of this change. */
export async function lockDraft(db: OfficinaDb, programmeId: number, draftId: number) {
  return db
    .selectFrom('access.call_draft')
    .where('programme_id', '=', programmeId)
    .where('draft_id', '=', draftId)
    .where('published_as', 'is', null)
    .select(own)
    .forUpdate()
    .executeTakeFirst();
}

/** Spaces that a call may offer. */
export async function readAvailable({ db, programmeId }: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('space')
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'available')
    .select('key')
    .execute();
  return rows.map(({ key }) => key);
}

/** How a call is run, with what the database's clock says. Instants as RFC 3339 in UTC. */
export async function readRun({ db, programmeId }: Reader, call: string) {
  return db
    .selectFrom('call')
    .where('programme_id', '=', programmeId)
    .where('key', '=', call)
    .where('run', '=', true)
    .select([
      'key',
      'name',
      'kind',
      'area',
      'act',
      'procedure',
      'budget_eur',
      'grant_min_eur',
      'grant_max_eur',
      'grant_share',
    ])
    .select([
      'opens_at',
      'closes_at',
      'questions_until',
      'threshold',
      'tie_breaks',
      'seed_hash',
      'seed',
      'partial_grants',
    ])
    .select(['aid_rule', 'milestone', 'zone', sql<Date>`clock_timestamp()`.as('now')])
    .executeTakeFirst();
}
export type RunRow = NonNullable<Awaited<ReturnType<typeof readRun>>>;

async function readLots({ db, programmeId }: Reader, call: string) {
  return db
    .selectFrom('lot as t')
    .innerJoin('space as p', (join) => join.onRef('p.key', '=', 't.space').on('p.programme_id', '=', programmeId))
    .where('t.programme_id', '=', programmeId)
    .where('t.call', '=', call)
    .select(['t.key', 't.space', 'p.name', 'p.zone', 'p.floor_area_m2', 't.fee_eur_year'])
    .orderBy('t.position')
    .execute();
}

type Part = 'requirement' | 'lot' | 'bonus';

/** What an application must answer and may choose, in one statement. */
export async function readNeeded({ db, programmeId }: Reader, call: string) {
  const rows = await db
    .selectFrom('call_requirement')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(['key', sql<string>`kind`.as('kind'), 'required', sql<Part>`'requirement'`.as('part')])
    .unionAll(
      db
        .selectFrom('lot')
        .where('programme_id', '=', programmeId)
        .where('call', '=', call)
        .select(['key', sql<string>`''`.as('kind'), sql<boolean>`false`.as('required'), sql<Part>`'lot'`.as('part')]),
    )
    .unionAll(
      db
        .selectFrom('call_bonus')
        .where('programme_id', '=', programmeId)
        .where('call', '=', call)
        .select([
          'key',
          sql<string>`kind`.as('kind'),
          sql<boolean>`false`.as('required'),
          sql<Part>`'bonus'`.as('part'),
        ]),
    )
    .execute();
  const of = (part: Part) => rows.filter((row) => row.part === part);
  const requirements = of('requirement').map((row) => ({ ...row, kind: row.kind as 'question' | 'document' }));
  return { requirements, lots: of('lot'), bonuses: of('bonus') };
}

/** What was said of a call after its publication. */
export async function readSaid({ db, programmeId }: Reader, call: string) {
  const amendments = await db
    .selectFrom('call_amendment')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(['number', 'act', 'made_on', 'closes_at', 'budget_eur', 'reason'])
    .orderBy('number')
    .execute();
  const answers = await db
    .selectFrom('call_answer')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(['number', 'question', 'answer', 'asked_on', 'answered_on'])
    .orderBy('number')
    .execute();
  return { amendments, answers };
}

/** What a call declares beside its dates and money. */
export async function readDeclared(reader: Reader, call: string) {
  const { db, programmeId } = reader;
  const criteria = await db
    .selectFrom('call_criterion')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(['key', 'name', 'weight', 'scale', 'threshold'])
    .orderBy('position')
    .execute();
  const bonuses = await db
    .selectFrom('call_bonus')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(['key', 'kind', 'name', 'points'])
    .orderBy('position')
    .execute();
  const requirements = await db
    .selectFrom('call_requirement')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(['key', 'kind', 'name', 'required'])
    .orderBy('position')
    .execute();
  return { criteria, bonuses, requirements, lots: await readLots(reader, call) };
}
