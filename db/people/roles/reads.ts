// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';

/** Roles held in a programme, including administrators of all programmes. */
export async function readRoles(db: OfficinaDb, programmeId: number) {
  return db
    .selectFrom('access.role as r')
    .innerJoin('access.account as a', 'a.account_id', 'r.account_id')
    .leftJoin('programme as p', 'p.programme_id', 'r.programme_id')
    .where('r.ended_at', 'is', null)
    .where((eb) => eb.or([eb('r.programme_id', '=', programmeId), eb('r.programme_id', 'is', null)]))
    .select(['r.role_id', 'r.account_id', 'r.role', 'r.areas', 'r.labs', 'r.organisation', 'r.office'])
    .select(['r.name_is_public', 'r.granted_at', 'a.name', 'a.email', 'p.key as programme'])
    .orderBy('a.name')
    .orderBy('r.role_id')
    .execute();
}

export async function readInvitations(db: OfficinaDb, programmeId: number) {
  return db
    .selectFrom('access.invitation as i')
    .leftJoin('access.account as a', 'a.account_id', 'i.invited_by')
    .where('i.programme_id', '=', programmeId)
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .select(['i.invitation_id', 'i.email', 'i.role', 'i.areas', 'i.labs', 'i.organisation', 'i.office'])
    .select(['i.name_is_public', 'i.invited_at', 'i.expires_at', 'a.name as invited_by'])
    .select(sql<boolean>`i.expires_at <= now()`.as('expired'))
    .orderBy('i.invited_at', 'desc')
    .execute();
}

/** An invitation that can still be accepted. */
export async function findInvitation(db: OfficinaDb, hash: Buffer) {
  return db
    .selectFrom('access.invitation as i')
    .leftJoin('programme as p', 'p.programme_id', 'i.programme_id')
    .where('i.hash', '=', hash)
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', sql<Date>`now()`)
    .selectAll('i')
    .select(['p.key as programme', 'p.name as programme_name'])
    .executeTakeFirst();
}

/** Mail address of an account. */
export async function readAddress(db: OfficinaDb, accountId: number) {
  return db
    .selectFrom('access.account')
    .where('account_id', '=', accountId)
    .select(['email', 'language'])
    .executeTakeFirst();
}

/** Recipients for the register: officials of all areas, else the administrators. */
export async function readRegistrars(db: OfficinaDb, programmeId: number, roles: ('official' | 'administrator')[]) {
  return db
    .selectFrom('access.role as r')
    .innerJoin('access.account as a', 'a.account_id', 'r.account_id')
    .where('r.ended_at', 'is', null)
    .where('r.role', 'in', roles)
    .where('r.areas', 'is', null)
    .where((eb) => eb.or([eb('r.programme_id', '=', programmeId), eb('r.programme_id', 'is', null)]))
    .where('a.email', 'is not', null)
    .select(['a.account_id', 'a.email', 'a.language'])
    .distinct()
    .execute();
}
