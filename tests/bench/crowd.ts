// SPDX-License-Identifier: AGPL-3.0-or-later
import { hashOf, newToken } from '../../api/http/session.ts';
import { vatFrom } from '../../api/overview/sample/rules.ts';
import type { Connection } from '../../db/client.ts';

export interface Applicant {
  applicationId: number;
  cookie: string;
  requestedCents: number;
}

const programme = 'manifattura-milano';
export const call = 'prova-di-corsa';

/** Inserts a programme with an open first-come call and a number of firms with complete applications, in SQL. */
export async function gather(
  { pool }: Pick<Connection, 'pool'>,
  { applicants, budgetCents }: { applicants: number; budgetCents: number },
): Promise<{ path: string; programmeId: number; crowd: Applicant[] }> {
  const found = await pool.query<{ programme_id: number; area: string }>(
    'select p.programme_id, min(a.key) as area from programme p join area a using (programme_id) where p.key = $1 group by 1',
    [programme],
  );
  const { programme_id: programmeId = 0, area = '' } = found.rows[0] ?? {};
  await pool.query(
    `insert into call (programme_id, key, kind, name, area, procedure, run, act, opens_at, closes_at, budget_eur, grant_min_eur,
       grant_max_eur, partial_grants, tie_breaks, seed_hash, opens_on, closes_on, published_on, published_precision)
     values ($1, $2, 'voucher', '{"it": "Prova di corsa"}', $3, 'first-come', true, 'prova', now() - interval '1 minute',
       now() + interval '1 hour', $4::numeric / 100, 20000, 200000, true, '[]', repeat('0', 64), current_date,
       current_date + 1, current_date, 'day')`,
    [programmeId, call, area, budgetCents],
  );
  await pool.query('insert into access.first_come_fund (programme_id, call, budget_cents) values ($1, $2, $3)', [
    programmeId,
    call,
    budgetCents,
  ]);
  const tokens = Array.from({ length: applicants }, () => newToken());
  const content = (at: number) => ({
    firm: { name: `Ditta ${at}`, taxCode: vatFrom(400_000_000 + at), vatNumber: vatFrom(400_000_000 + at), linked: [] },
    project: 'Servizi di ricerca',
    // 20,000 to 200,000 euro in steps of 500.
    requestedEur: 20_000 + ((at * 7919) % 361) * 500,
    answers: {},
    bonuses: [],
    lots: [],
    aid: [],
  });
  const { rows } = await pool.query<{ application_id: number; at: number }>(
    `with firm as (
       insert into access.account (name, email, language)
       select 'Ditta ' || at, 'ditta-' || at || '@example.org', 'it' from generate_series(1, $3::int) at
       returning account_id, substring(name from 7)::int as at),
     role as (
       insert into access.role (account_id, programme_id, role, office)
       select account_id, $1, 'applicant', 'Ditta ' || at from firm),
     session as (
       insert into access.session (hash, account_id, means, device, ends_at)
       select ($4::bytea[])[at], account_id, 'link', 'rush', now() + interval '1 day' from firm)
     insert into access.application (programme_id, call, account_id, content, version)
     select $1, $2, account_id, ($5::jsonb[])[at], 1 from firm
     returning application_id, substring(content -> 'firm' ->> 'name' from 7)::int as at`,
    [programmeId, call, applicants, tokens.map(hashOf), tokens.map((_, at) => JSON.stringify(content(at + 1)))],
  );
  const crowd = rows.map(({ application_id, at }) => ({
    applicationId: application_id,
    cookie: `officina_session=${tokens[at - 1]}`,
    requestedCents: content(at).requestedEur * 100,
  }));
  return { path: `/api/v1/programmes/${programme}/calls/${call}/application/submission`, programmeId, crowd };
}
