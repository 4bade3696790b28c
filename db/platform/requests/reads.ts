// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';

const columns = [
  'r.request_id',
  'r.programme_id',
  'r.kind',
  'r.lab',
  'r.space',
  'r.content',
  'r.name',
  'r.email',
  'r.language',
  'r.made_at',
  'r.confirmed_at',
  'r.taken_at',
  'r.state',
  'r.answer',
  'r.answered_at',
] as const;

function requests(db: OfficinaDb) {
  return db
    .selectFrom('access.request as r')
    .innerJoin('programme as p', 'p.programme_id', 'r.programme_id')
    .leftJoin('lab as l', (join) => join.onRef('l.key', '=', 'r.lab').onRef('l.programme_id', '=', 'r.programme_id'))
    .leftJoin('space as s', (join) =>
      join.onRef('s.key', '=', 'r.space').onRef('s.programme_id', '=', 'r.programme_id'),
    )
    .select(columns)
    .select([
      'p.key as programme',
      'p.name as programme_name',
      'l.name as lab_name',
      's.name as space_name',
      'r.taken_by',
    ])
    .select(
      sql<string | null>`(select o.office from access.role o where o.account_id = r.taken_by and o.ended_at is null
        and (o.programme_id = r.programme_id or o.programme_id is null) order by o.programme_id nulls last limit 1)`.as(
        'taken_office',
      ),
    );
}

export type RequestRow = Awaited<ReturnType<typeof readRequests>>[number];

/** Request of a link. */
export async function findRequest(db: OfficinaDb, hash: Buffer) {
  return requests(db).where('r.hash', '=', hash).executeTakeFirst();
}

/** Confirmed proposals, claims and reports of a programme: open ones first, oldest first. */
export async function readRequests(db: OfficinaDb, programmeId: number) {
  return requests(db)
    .where('r.programme_id', '=', programmeId)
    .where('r.kind', '!=', 'need')
    .where('r.confirmed_at', 'is not', null)
    .where('r.state', '!=', 'ended')
    .orderBy(sql`r.state <> 'open'`)
    .orderBy('r.made_at')
    .limit(200)
    .execute();
}

/** A request, locked until commit. */
export async function lockRequest(db: OfficinaDb, programmeId: number, requestId: number) {
  return db
    .selectFrom('access.request')
    .where('programme_id', '=', programmeId)
    .where('request_id', '=', requestId)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type LockedRequest = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

/** Pending requests in all programmes, with days of waiting. */
export async function readWaiting(db: OfficinaDb, days: number) {
  return requests(db)
    .where('r.kind', '!=', 'need')
    .where('r.state', '=', 'open')
    .where('r.confirmed_at', '<=', sql<Date>`now() - make_interval(days => ${days})`)
    .select(sql<number>`floor(extract(epoch from now() - r.confirmed_at) / 86400)::int`.as('days'))
    .execute();
}
