// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';

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

/** A draft, locked until commit. */
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

/** Area of a draft; undefined if the draft does not exist. */
export async function readDraftArea(db: OfficinaDb, programmeId: number, draftId: number): Promise<string | undefined> {
  if (!Number.isSafeInteger(draftId) || draftId > 2 ** 31 - 1) return undefined;
  const found = await db
    .selectFrom('access.call_draft')
    .where('programme_id', '=', programmeId)
    .where('draft_id', '=', draftId)
    .select(sql<string>`document ->> 'area'`.as('area'))
    .executeTakeFirst();
  return found?.area;
}

/** Spaces available for calls. */
export async function readAvailable({ db, programmeId }: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('space')
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'available')
    .select('key')
    .execute();
  return rows.map(({ key }) => key);
}

const shown = ['c.key', 'c.name', 'c.kind', 'c.area', 'c.act', 'c.procedure', 'c.milestone', 'c.zone'] as const;
const funded = ['c.budget_eur', 'c.grant_min_eur', 'c.grant_max_eur', 'c.grant_share', 'c.partial_grants'] as const;
const judged = ['c.threshold', 'c.tie_breaks', 'c.seed_hash', 'c.seed', 'c.aid_rule', 'c.file_kinds'] as const;
const timed = ['c.opens_at', 'c.closes_at', 'c.questions_until'] as const;
/** Run settings of a call; expects table alias `call as c`. */
export const runColumns = [...shown, ...funded, ...judged, ...timed] as const;
export const clock = sql<Date>`clock_timestamp()`;

/** Run settings of a call and the database clock. Instants in RFC 3339, UTC. */
export async function readRun({ db, programmeId }: Reader, call: string) {
  return db
    .selectFrom('call as c')
    .where('c.programme_id', '=', programmeId)
    .where('c.key', '=', call)
    .where('c.run', '=', true)
    .select(runColumns)
    .select(clock.as('now'))
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

/** Requirements, lots and bonuses of a call as one UNION query. */
function askedBy(db: OfficinaDb, programmeId: number, call: string) {
  const nothing = { kind: sql<string>`''`.as('kind'), required: sql<boolean>`false`.as('required') };
  return db
    .selectFrom('call_requirement')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(['key', sql<string>`kind`.as('kind'), 'required', sql<Part>`'requirement'`.as('part')])
    .unionAll(
      db
        .selectFrom('lot')
        .where('programme_id', '=', programmeId)
        .where('call', '=', call)
        .select(['key', nothing.kind, nothing.required, sql<Part>`'lot'`.as('part')]),
    )
    .unionAll(
      db
        .selectFrom('call_bonus')
        .where('programme_id', '=', programmeId)
        .where('call', '=', call)
        .select(['key', sql<string>`kind`.as('kind'), nothing.required, sql<Part>`'bonus'`.as('part')]),
    );
}

interface AskedRow {
  key: string;
  kind: string;
  required: boolean;
  part: Part;
}

export function neededFrom(rows: readonly AskedRow[]) {
  const of = (part: Part) => rows.filter((row) => row.part === part);
  const requirements = of('requirement').map((row) => ({ ...row, kind: row.kind as 'question' | 'document' }));
  return { requirements, lots: of('lot'), bonuses: of('bonus') };
}

/** Requirements, lots and bonuses an application must answer or may choose. */
export const readNeeded = async ({ db, programmeId }: Reader, call: string) =>
  neededFrom(await askedBy(db.withSchema('public'), programmeId, call).execute());

/** Same as above, as a subquery. */
export const neededWithin = (db: OfficinaDb, programmeId: number, call: string) =>
  jsonArrayFrom(askedBy(db, programmeId, call));

/** Amendments and answers since publication. */
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

/** Declarations of a call besides dates and money. */
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
