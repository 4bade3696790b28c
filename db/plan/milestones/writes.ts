// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import { editOf, type Writer } from '../../change.ts';
import type { Bilingual, Database } from '../../schema.ts';
import { keyBelow, stemOf, type Values } from '../../values.ts';

type Precision = Selectable<Database['promise']>['due_precision'];

interface NewPromise {
  programmeId: number;
  milestone: string;
  number: number;
  dueOn: string;
  /** Defaults to day precision. */
  precision?: string;
  madeOn: string;
  reasonKind?: string | null;
  reason: Bilingual | null;
  source: string | null;
}

/** Maximum length of a milestone's key within a promise's key. */
const cut = (milestone: string) => (milestone.length > 76 ? stemOf(milestone) : milestone);

/** Adds a promise. The database refuses a gap in numbering and a re-plan without a reason. */
export async function addPromise(writer: Writer, promise: NewPromise) {
  const { programmeId, milestone, number, dueOn, precision = 'day', madeOn, reasonKind = null, source } = promise;
  await writer
    .insertInto('promise')
    .values({
      programme_id: programmeId,
      key: `${cut(milestone)}.${number}`,
      milestone,
      number,
      due_on: dueOn,
      due_precision: precision as Precision,
      made_on: madeOn,
      reason_kind: reasonKind,
      reason: promise.reason && JSON.stringify(promise.reason),
      source,
      note: null,
    } as never)
    .execute();
}

/** Creates the first promises from the planned dates of a cycle's milestones. */
export async function promisePlanned(writer: Writer, programmeId: number, cycle: string, madeOn: string) {
  await sql`
    insert into promise (programme_id, key, milestone, number, due_on, due_precision, made_on)
    select programme_id, rtrim(left(key, 76), '-.') || '.1', key, 1, planned_on, planned_precision, ${madeOn}::date
    from milestone where programme_id = ${programmeId} and cycle = ${cycle} order by position, key`.execute(writer);
}

/** Copies all promises and the last forecast of another milestone. */
export async function inherit(writer: Writer, programmeId: number, from: string, to: string) {
  await sql`
    insert into promise (programme_id, key, milestone, number, due_on, due_precision, made_on, reason, reason_kind, source, note)
    select programme_id, ${cut(to)} || '.' || number, ${to}, number, due_on, due_precision, made_on, reason, reason_kind, source, note
    from promise where programme_id = ${programmeId} and milestone = ${from} order by number`.execute(writer);
  await sql`
    insert into forecast (programme_id, key, milestone, reported_on, expected_on, expected_precision, reason, source, note)
    select programme_id, ${keyBelow(to, 'r')}, ${to}, reported_on, expected_on, expected_precision, reason, source, note
    from forecast where programme_id = ${programmeId} and milestone = ${from}
    order by reported_on desc, key desc limit 1`.execute(writer);
}

export async function addMilestone(writer: Writer, values: Values<'milestone'>) {
  await writer
    .insertInto('milestone')
    .values(values as never)
    .execute();
}

/** Copies a milestone, overriding the given columns. */
export async function copyMilestone(
  writer: Writer,
  programmeId: number,
  from: string,
  given: { key: string } & Values<'milestone'>,
) {
  await sql`
    insert into milestone select (jsonb_populate_record(m, ${JSON.stringify(given)}::jsonb)).*
    from milestone m where programme_id = ${programmeId} and key = ${from}`.execute(writer);
}

export const editMilestone = editOf('milestone');

/** Deletes a milestone with its parts; the database refuses to delete one with promises. */
export async function removeMilestone(writer: Writer, programmeId: number, key: string) {
  const own = { programme_id: programmeId, milestone: key };
  for (const table of ['evidence', 'milestone_dependency'] as const) {
    await writer
      .deleteFrom(table as 'evidence')
      .where('programme_id', '=', own.programme_id)
      .where('milestone', '=', own.milestone)
      .execute();
  }
  await writer
    .deleteFrom('milestone_dependency')
    .where('programme_id', '=', programmeId)
    .where('depends_on', '=', key)
    .execute();
  await writer.deleteFrom('milestone').where('programme_id', '=', programmeId).where('key', '=', key).execute();
}

interface NewForecast {
  programmeId: number;
  milestone: string;
  reportedOn: string;
  expectedOn: string;
  precision: string;
  reason: Bilingual | null;
  note: Bilingual | null;
}

export async function addForecast(writer: Writer, forecast: NewForecast) {
  await writer
    .insertInto('forecast')
    .values({
      programme_id: forecast.programmeId,
      key: keyBelow(forecast.milestone, 'r'),
      milestone: forecast.milestone,
      reported_on: forecast.reportedOn,
      expected_on: forecast.expectedOn,
      expected_precision: forecast.precision as Precision,
      reason: forecast.reason,
      note: forecast.note,
      source: null,
    })
    .execute();
}

export async function addDependency(writer: Writer, programmeId: number, milestone: string, dependsOn: string) {
  const values = { programme_id: programmeId, key: keyBelow(milestone, 'd'), milestone, depends_on: dependsOn };
  await writer
    .insertInto('milestone_dependency')
    .values({ ...values, source: null, note: null })
    .execute();
}

export async function removeDependency(writer: Writer, programmeId: number, key: string) {
  await writer
    .deleteFrom('milestone_dependency')
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .execute();
}

/** Sets the order of milestones. */
export async function setPositions(writer: Writer, programmeId: number, keys: readonly string[]) {
  await sql`
    update milestone m set position = o.position
    from unnest(${keys}::text[]) with ordinality as o (key, position)
    where m.programme_id = ${programmeId} and m.key = o.key and m.position <> o.position`.execute(writer);
}
