// SPDX-License-Identifier: AGPL-3.0-or-later
import { type SqlBool, sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';

interface PipelineRow {
  key: string;
  name: { it: string; en?: string };
  area: string;
  procedure: 'ranking' | 'first-come' | 'negotiated' | null;
  opens_at: Date;
  closes_at: Date;
  now: Date;
  received: number;
  questions: number;
  requests: number;
  objections: number;
  rankings: ('provisional' | 'final' | 'next')[];
  awards: number;
}

/** Calls run in Officina, latest closing first, with counts of applications and pending tasks of the office. */
export async function readPipeline(db: OfficinaDb, programmeId: number): Promise<PipelineRow[]> {
  const waiting = (kind: 'request' | 'objection', still = sql<SqlBool>`true`) => sql<number>`(
    select count(*)::int from access.application_record r join access.application a using (application_id)
    where a.programme_id = c.programme_id and a.call = c.key and r.kind = ${kind} and ${still}
      and not exists (select from access.application_record d where d.to_record = r.record_id))`;
  const { rows } = await sql<PipelineRow>`
    select c.key, c.name, c.area, c.procedure, c.opens_at, c.closes_at, clock_timestamp() as now,
      (select count(*)::int from access.application a
        where a.programme_id = c.programme_id and a.call = c.key and a.state = 'submitted') as received,
      (select count(*)::int from access.call_question q
        where q.programme_id = c.programme_id and q.call = c.key and q.answered_at is null) as questions,
      ${waiting('request', sql<SqlBool>`clock_timestamp() < r.until`)} as requests,
      ${waiting('objection')} as objections,
      array(select k.kind from ranking k where k.programme_id = c.programme_id and k.call = c.key order by k.number) as rankings,
      (select count(*)::int from award w
        where w.programme_id = c.programme_id and w.call = c.key and w.ended_on is null) as awards
    from call c where c.programme_id = ${programmeId} and c.run order by c.closes_at desc, c.key`.execute(db);
  return rows;
}
