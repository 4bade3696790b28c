// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';

interface Of {
  programmeId: number;
  call: string;
}

const columns = ['budget_cents', 'committed_cents', 'arrivals', 'waiting'] as const;

export async function readFirstComeFund(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.first_come_fund')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(columns)
    .executeTakeFirst();
}

/** Locks the fund until commit. The order of this lock is the order of arrival. */
export async function lockFirstComeFund(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.first_come_fund')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(columns)
    .forUpdate()
    .executeTakeFirst();
}

interface Codes {
  taxCode: string;
  vatNumber: string;
}

/** Those of the given firm codes that already have a place. Requires the lock on the fund. */
export async function readPlaced(db: OfficinaDb, { programmeId, call }: Of, firms: readonly Codes[]) {
  return db
    .selectFrom('access.admission')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .where('state', 'in', ['admitted', 'waiting'])
    .where((eb) =>
      eb.or([
        eb('tax_code', '=', eb.fn.any(eb.val(firms.map(({ taxCode }) => taxCode)))),
        eb('vat_number', '=', eb.fn.any(eb.val(firms.map(({ vatNumber }) => vatNumber)))),
      ]),
    )
    .select([sql<string>`tax_code`.as('taxCode'), sql<string>`vat_number`.as('vatNumber')])
    .execute();
}

/** Waiting applications in order of arrival. */
export async function readWaiting(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.admission as d')
    .innerJoin('access.application as a', 'a.application_id', 'd.application_id')
    .where('d.programme_id', '=', programmeId)
    .where('d.call', '=', call)
    .where('d.state', '=', 'waiting')
    .select(['d.application_id', 'd.arrival', 'd.requested_cents', 'a.submitted'])
    .orderBy('d.arrival')
    .execute();
}

/** The committed order in its public form: no names, no content. */
export async function readArrivals(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.admission')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(['arrival', 'requested_cents', 'state', 'amount_cents', 'why', 'decided_at'])
    .orderBy('arrival')
    .execute();
}

/** True if an application has an award that has not ended. */
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
