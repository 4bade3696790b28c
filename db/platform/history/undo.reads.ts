// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';
import { image, imageNow, ofMilestone } from './reads.ts';

/** Rows written together, with the current state around each; `written` lists the transactions. */
export async function readTogether({ db, programmeId }: Reader, written: string[]) {
  const { rows } = await sql<TogetherRow>`
    select c.id, c.written::text as written, c.table_name, c.item, c.operation, c.account_id,
      ${imageNow('before')} as before, ${imageNow('after')} as after,
      not exists (select from public.change x where x.programme_id = c.programme_id and x.table_name = c.table_name
        and x.item = c.item and x.id > c.id and x.written <> c.written) as last,
      ${ofMilestone} as milestone, m.area, m.done_on, m.withdrawn_on,
      exists (select from public.promise p where p.programme_id = ${programmeId} and p.milestone = ${ofMilestone}) as promised,
      (select k.state from public.closing k where k.programme_id = ${programmeId} and k.milestone = ${ofMilestone}
        order by k.number desc limit 1) as closing_state,
      coalesce((select y.draft from public.cycle y where y.programme_id = ${programmeId} and y.key = ${image} ->> 'cycle'),
        false) as in_draft,
      (select count(*) > 1 from public.forecast f where f.programme_id = ${programmeId} and f.milestone = ${ofMilestone})
        as earlier_forecast
    from public.change c
      left join public.milestone m on m.programme_id = ${programmeId} and m.key = ${ofMilestone}
    where c.programme_id = ${programmeId} and c.written = any(${written}::text[]::xid8[]) and c.account_id is not null
    order by c.id`.execute(db);
  return rows;
}
export interface TogetherRow {
  id: number;
  written: string;
  table_name: string;
  item: string;
  operation: 'insert' | 'update' | 'delete';
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  account_id: number;
  last: boolean;
  milestone: string | null;
  area: string | null;
  done_on: string | null;
  withdrawn_on: string | null;
  promised: boolean;
  closing_state: 'proposed' | 'confirmed' | 'sent-back' | null;
  in_draft: boolean;
  earlier_forecast: boolean;
}

/** Transaction and author of a change; undefined if it does not exist. */
export async function readWritten({ db, programmeId }: Reader, id: number) {
  return db
    .withSchema('public')
    .selectFrom('change')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .select([sql<string>`written::text`.as('written'), 'account_id'])
    .executeTakeFirst();
}
