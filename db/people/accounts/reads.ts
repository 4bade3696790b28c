// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';

export interface GrantedRole {
  roleId: number;
  /** Key of the programme; null means every programme. */
  programme: string | null;
  role: 'administrator' | 'official' | 'operator' | 'board' | 'evaluator' | 'applicant';
  areas: string[] | null;
  labs: string[] | null;
  organisation: string | null;
  office: string;
  nameIsPublic: boolean;
}

const rolesOfAccount = sql<GrantedRole[]>`coalesce((
  select jsonb_agg(jsonb_build_object('roleId', r.role_id, 'programme', p.key, 'role', r.role, 'areas', r.areas, 'labs', r.labs,
    'organisation', r.organisation, 'office', r.office, 'nameIsPublic', r.name_is_public) order by r.role_id)
  from access.role r left join programme p using (programme_id)
  where r.account_id = a.account_id and r.ended_at is null), '[]')`;

/** Account of a session; undefined if it has ended, was idle too long or has reached its maximum age. */
export async function readSession(db: OfficinaDb, hash: Buffer, idleHours: number) {
  return db
    .selectFrom('access.session as s')
    .innerJoin('access.account as a', 'a.account_id', 's.account_id')
    .where('s.hash', '=', hash)
    .where('s.ends_at', '>', sql<Date>`now()`)
    .where('s.seen_at', '>', sql<Date>`now() - make_interval(hours => ${idleHours})`)
    .select(['s.session_id', 's.means', 's.seen_at', 'a.account_id', 'a.name', 'a.email', 'a.language'])
    .select(rolesOfAccount.as('roles'))
    .executeTakeFirst();
}

export async function readAccount(db: OfficinaDb, accountId: number) {
  return db
    .selectFrom('access.account as a')
    .where('a.account_id', '=', accountId)
    .selectAll('a')
    .select(rolesOfAccount.as('roles'))
    .executeTakeFirst();
}

export async function findAccountByEmail(db: OfficinaDb, email: string) {
  return db
    .selectFrom('access.account')
    .where('email', '=', email.toLowerCase())
    .select(['account_id', 'name', 'language'])
    .executeTakeFirst();
}

export async function hasAccounts(db: OfficinaDb): Promise<boolean> {
  return (await db.selectFrom('access.account').select('account_id').limit(1).executeTakeFirst()) !== undefined;
}

/** The account's own valid sessions, most recently used first. */
export async function readSessions(db: OfficinaDb, accountId: number, idleHours: number) {
  return db
    .selectFrom('access.session')
    .where('account_id', '=', accountId)
    .where('ends_at', '>', sql<Date>`now()`)
    .where('seen_at', '>', sql<Date>`now() - make_interval(hours => ${idleHours})`)
    .select(['session_id', 'means', 'device', 'started_at', 'seen_at', 'ends_at'])
    .orderBy('seen_at', 'desc')
    .execute();
}

export async function readPasskeys(db: OfficinaDb, accountId: number) {
  return db
    .selectFrom('access.passkey')
    .where('account_id', '=', accountId)
    .select(['passkey_id', 'credential', 'transports', 'name', 'added_at', 'used_at'])
    .orderBy('passkey_id')
    .execute();
}

export async function findPasskey(db: OfficinaDb, credential: string) {
  return db.selectFrom('access.passkey').where('credential', '=', credential).selectAll().executeTakeFirst();
}

export async function findIdentity(db: OfficinaDb, issuer: string, subject: string) {
  return db
    .selectFrom('access.identity')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .select('account_id')
    .executeTakeFirst();
}

export async function readIdentities(db: OfficinaDb, accountId: number) {
  return db
    .selectFrom('access.identity')
    .where('account_id', '=', accountId)
    .select(['issuer', 'added_at'])
    .orderBy('added_at')
    .execute();
}

/** Area of an item; undefined if the item does not exist. */
export async function readAreaOf(
  db: OfficinaDb,
  programmeId: number,
  item: { table: 'milestone' | 'initiative' | 'call' | 'award'; key: string },
): Promise<string | undefined> {
  const { table, key } = item;
  if (table === 'award') {
    const award = await db
      .selectFrom('award as w')
      .innerJoin('call as c', (join) =>
        join.onRef('c.programme_id', '=', 'w.programme_id').onRef('c.key', '=', 'w.call'),
      )
      .where('w.programme_id', '=', programmeId)
      .where('w.key', '=', key)
      .select('c.area')
      .executeTakeFirst();
    return award?.area;
  }
  const found = await db
    .selectFrom(table)
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .select('area')
    .executeTakeFirst();
  return found?.area;
}

/** Mails for the local outbox, newest first. */
export async function readMails(db: OfficinaDb, limit: number) {
  return db.selectFrom('access.mail').selectAll().orderBy('mail_id', 'desc').limit(limit).execute();
}
