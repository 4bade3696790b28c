// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';

export interface Of {
  programmeId: number;
  call: string;
}

/** Name and codes of an application's firm; stored outside the public tables. */
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
      // Zone of the project.
      .select(sql<string | null>`submitted ->> 'zone'`.as('zone'))
      .execute()
  );
}
export type FirmRow = Awaited<ReturnType<typeof readFirms>>[number];

/** Organisation of a firm that received an earlier award. */
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

/** Amounts admitted by a fund, by application number. */
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
