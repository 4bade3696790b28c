// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../past.ts';

export async function readAgreements({ db, programmeId }: Reader, key?: string) {
  const count = (table: 'agreement_party' | 'obligation') =>
    db
      .selectFrom(table as 'obligation')
      .where('programme_id', '=', programmeId)
      .select(['agreement', (eb) => eb.fn.countAll<number>().as('n')])
      .groupBy('agreement');
  const contributed = db
    .selectFrom('contribution')
    .where('programme_id', '=', programmeId)
    .select(['agreement', (eb) => eb.fn.sum<number | null>('amount_eur').as('eur')])
    .groupBy('agreement');
  let query = db
    .selectFrom('agreement as g')
    .leftJoin('area as a', (join) => join.onRef('a.key', '=', 'g.area').on('a.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'g.source').on('s.programme_id', '=', programmeId))
    .leftJoin(count('agreement_party').as('p'), 'p.agreement', 'g.key')
    .leftJoin(count('obligation').as('o'), 'o.agreement', 'g.key')
    .leftJoin(contributed.as('c'), 'c.agreement', 'g.key')
    .where('g.programme_id', '=', programmeId)
    .select([
      'g.key',
      'g.name',
      'g.kind',
      'g.summary',
      'g.signed_on',
      'g.signed_precision',
      'g.runs_until',
      'g.runs_precision',
    ])
    .select(['g.total_eur', 'g.url', 'g.note', 'g.area', 'a.name as area_name', 'g.source', 's.title as source_title'])
    .select(['p.n as parties', 'o.n as obligations', 'c.eur as contributed_eur'])
    .orderBy('g.signed_on', (order) => order.asc().nullsLast())
    .orderBy('g.key');
  if (key) query = query.where('g.key', '=', key);
  return query.execute();
}
export type AgreementRow = Awaited<ReturnType<typeof readAgreements>>[number];

export async function readParties({ db, programmeId }: Reader, agreement: string) {
  return db
    .selectFrom('agreement_party as p')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.key', '=', 'p.organisation').on('o.programme_id', '=', programmeId),
    )
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'p.source').on('s.programme_id', '=', programmeId))
    .where('p.programme_id', '=', programmeId)
    .where('p.agreement', '=', agreement)
    .select([
      'p.key',
      'p.part',
      'p.commitment',
      'p.note',
      'p.organisation',
      'o.name as organisation_name',
      'p.source',
      's.title as source_title',
    ])
    .orderBy('p.part')
    .orderBy('p.key')
    .execute();
}

export async function readContributions({ db, programmeId }: Reader, agreement: string) {
  return db
    .selectFrom('contribution as c')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.key', '=', 'c.organisation').on('o.programme_id', '=', programmeId),
    )
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'c.source').on('s.programme_id', '=', programmeId))
    .where('c.programme_id', '=', programmeId)
    .where('c.agreement', '=', agreement)
    .select(['c.key', 'c.name', 'c.origin', 'c.form', 'c.amount_eur', 'c.note'])
    .select(['c.organisation', 'o.name as organisation_name', 'c.source', 's.title as source_title'])
    .orderBy('c.amount_eur', (order) => order.desc().nullsLast())
    .orderBy('c.key')
    .execute();
}

const owed = [
  'b.key',
  'b.agreement',
  'b.name',
  'b.summary',
  'b.milestone',
  'b.due_on',
  'b.due_precision',
  'b.note',
] as const;
const derived = ['b.after_event', 'b.after_obligation', 'b.after_months', 'b.after_days'] as const;
const settled = ['g.signed_on', 'm.done_on', 'm.withdrawn_on'] as const;
const involved = ['b.owed_by', 'y.name as owed_by_name', 'b.owed_to', 't.name as owed_to_name'] as const;

/** All obligations of the programme, with the dates their deadlines depend on. */
export async function readObligations({ db, programmeId }: Reader) {
  return db
    .selectFrom('obligation as b')
    .innerJoin('agreement as g', (join) =>
      join.onRef('g.key', '=', 'b.agreement').on('g.programme_id', '=', programmeId),
    )
    .innerJoin('milestone as m', (join) =>
      join.onRef('m.key', '=', 'b.milestone').on('m.programme_id', '=', programmeId),
    )
    .leftJoin('organisation as y', (join) =>
      join.onRef('y.key', '=', 'b.owed_by').on('y.programme_id', '=', programmeId),
    )
    .leftJoin('organisation as t', (join) =>
      join.onRef('t.key', '=', 'b.owed_to').on('t.programme_id', '=', programmeId),
    )
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'b.source').on('s.programme_id', '=', programmeId))
    .where('b.programme_id', '=', programmeId)
    .select([...owed, ...derived, ...settled, ...involved, 'b.source', 's.title as source_title'])
    .orderBy('b.agreement')
    .orderBy('b.position')
    .execute();
}
export type ObligationRow = Awaited<ReturnType<typeof readObligations>>[number];
