// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';

/** What a call offers, with where it lies; `elsewhere` where its space came back, and a later call offers it. */
export async function readOffered({ db, programmeId }: Reader, call: string) {
  const elsewhere = sql<boolean>`exists (select from public.lot l
    join public.call later on later.programme_id = l.programme_id and later.key = l.call and later.run
    join public.call own on own.programme_id = l.programme_id and own.key = ${call} and later.closes_at > own.closes_at
    where l.programme_id = ${programmeId} and l.space = t.space and l.call <> ${call})`;
  return db
    .selectFrom('lot as t')
    .innerJoin('space as p', (join) => join.onRef('p.key', '=', 't.space').on('p.programme_id', '=', programmeId))
    .where('t.programme_id', '=', programmeId)
    .where('t.call', '=', call)
    .select(['t.key', 't.space', 'p.zone', 'p.floor_area_m2', elsewhere.as('elsewhere')])
    .execute();
}
export type OfferedRow = Awaited<ReturnType<typeof readOffered>>[number];

interface Of {
  programmeId: number;
  call: string;
}

/** Under which name and codes an application was submitted; held apart from what the public reads. */
export async function readFirms(db: OfficinaDb, { programmeId, call }: Of, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  const of = (name: string) => sql<string>`coalesce(submitted -> 'firm' ->> ${sql.lit(name)}, '')`;
  return (
    db
      .selectFrom('access.application')
      .where('programme_id', '=', programmeId)
      .where('call', '=', call)
      .where('number', 'in', [...numbers])
      .select([sql<number>`number`.as('number'), of('name').as('name')])
      .select([of('taxCode').as('taxCode'), of('vatNumber').as('vatNumber')])
      // The zone of the project.
      .select(sql<string | null>`submitted ->> 'zone'`.as('zone'))
      .execute()
  );
}
export type FirmRow = Awaited<ReturnType<typeof readFirms>>[number];

/** The organisation that a firm is, where it was awarded something before. */
export async function findFirm(db: OfficinaDb, programmeId: number, codes: { taxCode: string; vatNumber: string }) {
  const found = await db
    .selectFrom('access.firm')
    .where('programme_id', '=', programmeId)
    .where((eb) => eb.or([eb('tax_code', '=', codes.taxCode), eb('vat_number', '=', codes.vatNumber)]))
    .select('organisation')
    .orderBy('organisation')
    .executeTakeFirst();
  return found?.organisation;
}

/** What a fund has admitted, by the number of the application. */
export async function readAdmitted(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.admission as d')
    .innerJoin('access.application as a', 'a.application_id', 'd.application_id')
    .where('d.programme_id', '=', programmeId)
    .where('d.call', '=', call)
    .where('d.state', '=', 'admitted')
    .select(['a.application_id', sql<number>`a.number`.as('number'), 'd.amount_cents'])
    .orderBy('d.arrival')
    .execute();
}

/** Whether an application has an award that has not ended. */
export async function isAwarded(db: OfficinaDb, { programmeId, call }: Of, applicationId: number): Promise<boolean> {
  const found = await db
    .selectFrom('access.application as a')
    .innerJoin('award as w', (join) =>
      join
        .onRef('w.programme_id', '=', 'a.programme_id')
        .on(sql<boolean>`w.key = a.call || '.a' || a.number and w.call = a.call and w.ended_on is null`),
    )
    .where('a.programme_id', '=', programmeId)
    .where('a.call', '=', call)
    .where('a.application_id', '=', applicationId)
    .select('w.key')
    .executeTakeFirst();
  return found !== undefined;
}
