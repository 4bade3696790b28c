// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';
import { type LabFilter, readLabs } from '../directory/reads.ts';

/** Labs that received a request. */
export async function readAsks(db: OfficinaDb, requestId: number) {
  return db
    .selectFrom('access.request_lab as a')
    .innerJoin('lab as l', (join) => join.onRef('l.key', '=', 'a.lab').onRef('l.programme_id', '=', 'a.programme_id'))
    .where('a.request_id', '=', requestId)
    .select(['a.lab', 'l.name as lab_name', 'a.state', 'a.asked_at', 'a.answer', 'a.answered_at'])
    .orderBy('a.asked_at')
    .orderBy('a.lab')
    .execute();
}

/** Numbers of requests, labs asked and offers, as shown to officials. */
export async function countNeeds(db: OfficinaDb, programmeId: number) {
  const needs = db
    .selectFrom('access.request')
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'need')
    .where('confirmed_at', 'is not', null);
  const { made } = await needs.select((eb) => eb.fn.countAll<number>().as('made')).executeTakeFirstOrThrow();
  const { asked, offered } = await db
    .selectFrom('access.request_lab')
    .where('request_id', 'in', needs.select('request_id'))
    .select((eb) => eb.fn.countAll<number>().as('asked'))
    .select(sql<number>`count(*) filter (where state = 'offered')`.as('offered'))
    .executeTakeFirstOrThrow();
  return { made, asked, offered };
}

/** Requests to a lab, newest first. */
export async function readAsked(db: OfficinaDb, programmeId: number, lab: string) {
  return db
    .selectFrom('access.request_lab as a')
    .innerJoin('access.request as r', 'r.request_id', 'a.request_id')
    .where('a.programme_id', '=', programmeId)
    .where('a.lab', '=', lab)
    .where('r.confirmed_at', 'is not', null)
    .where('r.state', '!=', 'ended')
    .select(['r.request_id', 'r.content', 'r.name', 'r.email', 'r.language', 'a.asked_at', 'a.opened_at', 'a.state'])
    .select(['a.answer', 'a.answered_at'])
    .orderBy('a.asked_at', 'desc')
    .limit(100)
    .execute();
}

/** Labs with a machine for the process, with all matching criteria. */
export async function readAble(reader: Reader, filter: LabFilter) {
  const { db, programmeId } = reader;
  const labs = await readLabs(reader, filter, { limit: 500 });
  const keys = labs.map(({ key }) => key);
  const machines = await db
    .selectFrom('machine')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', sql<string>`any(${keys})`)
    .where('process', '=', sql<never>`any(${filter.processes ?? []})`)
    .select(['lab', 'process', 'brand', 'model', 'width_mm', 'depth_mm', 'height_mm', 'materials', 'condition'])
    .orderBy('key')
    .execute();
  const terms = await db
    .selectFrom('lab as l')
    .where('l.programme_id', '=', programmeId)
    .where('l.key', '=', sql<string>`any(${keys})`)
    .select(['l.key', 'l.small_series', 'l.medium_series', 'l.minimum_order', 'l.turnaround_days'])
    .execute();
  const held = new Map(terms.map(({ key, ...row }) => [key, row]));
  return labs.flatMap((lab) => {
    const own = held.get(lab.key);
    return own ? [{ ...lab, ...own, able: machines.filter((machine) => machine.lab === lab.key) }] : [];
  });
}
export type AbleRow = Awaited<ReturnType<typeof readAble>>[number];

/** Mail addresses of a lab's operators. */
export async function readKeepers(db: OfficinaDb, programmeId: number, lab: string) {
  return db
    .selectFrom('access.role as r')
    .innerJoin('access.account as a', 'a.account_id', 'r.account_id')
    .where('r.programme_id', '=', programmeId)
    .where('r.role', '=', 'operator')
    .where('r.ended_at', 'is', null)
    .where(sql<boolean>`(r.labs is null or r.labs @> array[${lab}])`)
    .where('a.email', 'is not', null)
    .select(['a.account_id', 'a.email', 'a.language'])
    .distinct()
    .execute();
}
