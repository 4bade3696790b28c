// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';

interface Of {
  programmeId: number;
  call: string;
}

export async function readEvaluators(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.evaluator as e')
    .innerJoin('access.account as a', 'a.account_id', 'e.account_id')
    .where('e.programme_id', '=', programmeId)
    .where('e.call', '=', call)
    .select(['e.account_id', 'a.name'])
    .orderBy('e.account_id')
    .execute();
}

/** Accounts with the role of evaluator in a programme. */
export async function readCandidates(db: OfficinaDb, programmeId: number) {
  return db
    .selectFrom('access.role as r')
    .innerJoin('access.account as a', 'a.account_id', 'r.account_id')
    .where('r.programme_id', '=', programmeId)
    .where('r.role', '=', 'evaluator')
    .where('r.ended_at', 'is', null)
    .select(['a.account_id', 'a.name'])
    .distinct()
    .orderBy('a.name')
    .execute();
}

export async function readConflicts(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.conflict as x')
    .innerJoin('access.application as a', 'a.application_id', 'x.application_id')
    .where('a.programme_id', '=', programmeId)
    .where('a.call', '=', call)
    .select(['x.application_id', 'x.account_id'])
    .execute();
}

export async function readScores(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.score as s')
    .innerJoin('access.application as a', 'a.application_id', 's.application_id')
    .where('a.programme_id', '=', programmeId)
    .where('a.call', '=', call)
    .select(['s.application_id', 's.account_id', 's.criterion', 's.reason', sql<number>`s.points::float8`.as('points')])
    .select('s.fixed')
    .orderBy('s.account_id')
    .orderBy('s.criterion')
    .execute();
}

export async function readConsensus(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.consensus as s')
    .innerJoin('access.application as a', 'a.application_id', 's.application_id')
    .where('a.programme_id', '=', programmeId)
    .where('a.call', '=', call)
    .select(['s.application_id', 's.criterion', 's.reason', sql<number>`s.points::float8`.as('points')])
    .execute();
}

/** Confirmations of the recorded consensus. */
export async function readConfirmed(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.consensus_confirmed as s')
    .innerJoin('access.application as a', 'a.application_id', 's.application_id')
    .where('a.programme_id', '=', programmeId)
    .where('a.call', '=', call)
    .select(['s.application_id', 's.account_id'])
    .execute();
}

/** Instant at which the call's round was closed; undefined if it is open. */
export async function readClosedRound(db: OfficinaDb, { programmeId, call }: Of) {
  const row = await db
    .selectFrom('access.round')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select('closed_at')
    .executeTakeFirst();
  return row?.closed_at ?? null;
}

/** Number of score revisions per application. */
export async function countScoreChanges(db: OfficinaDb, { programmeId, call }: Of) {
  return db
    .selectFrom('access.score_before as b')
    .innerJoin('access.application as a', 'a.application_id', 'b.application_id')
    .where('a.programme_id', '=', programmeId)
    .where('a.call', '=', call)
    .select(['b.application_id', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('b.application_id')
    .execute();
}
