// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Kysely, sql } from 'kysely';
import type { Reader } from '../../past.ts';
import type { Bilingual, Database } from '../../schema.ts';

export async function readContextEntries({ db, programmeId }: Reader) {
  return db
    .selectFrom('context_entry as e')
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'e.source').on('s.programme_id', '=', programmeId))
    .where('e.programme_id', '=', programmeId)
    .select([
      'e.key',
      'e.kind',
      'e.position',
      'e.name',
      'e.body',
      'e.amount_eur',
      'e.happened_on',
      'e.happened_precision',
      'e.note',
    ])
    .select(['e.source', 's.title as source_title'])
    .orderBy('e.kind')
    .orderBy('e.position')
    .execute();
}

/** All tables with a source column, and the kind shown on the page. */
const citing = {
  programme: 'programme',
  context_entry: 'context',
  organisation: 'organisation',
  zone: 'zone',
  area: 'area',
  initiative: 'initiative',
  cycle: 'cycle',
  milestone: 'milestone',
  promise: 'promise',
  forecast: 'forecast',
  evidence: 'evidence',
  lab: 'lab',
  space: 'space',
  call: 'call',
  lot: 'lot',
  award: 'award',
  indicator: 'indicator',
  measurement: 'measurement',
  periphery_target: 'target',
  milestone_dependency: 'dependency',
  agreement: 'agreement',
  agreement_party: 'party',
  contribution: 'contribution',
  obligation: 'obligation',
  event: 'event',
  event_session: 'session',
  fund: 'fund',
  allocation: 'allocation',
  earmark: 'earmark',
  call_budget: 'budget',
  call_criterion: 'criterion',
  call_beneficiary: 'beneficiary',
} as const;
type Citing = keyof typeof citing;

/** Rows without a name show that of their parent item. */
const nameOf: Partial<Record<Citing, [table: Citing, column: string]>> = {
  promise: ['milestone', 'milestone'],
  forecast: ['milestone', 'milestone'],
  milestone_dependency: ['milestone', 'milestone'],
  lot: ['space', 'space'],
  award: ['call', 'call'],
  measurement: ['indicator', 'indicator'],
  agreement_party: ['organisation', 'organisation'],
  call_budget: ['call', 'call'],
};

function citations({ db, programmeId }: Reader, table: Citing) {
  const [named, column] = nameOf[table] ?? [undefined, undefined];
  const kind = sql<(typeof citing)[Citing]>`${sql.lit(citing[table])}`.as('kind');
  // The table varies: only columns common to all are read.
  const from = (db as unknown as Kysely<Pick<Database, 'award' | 'call'>>).selectFrom(`${table} as t` as 'award as t');
  const rows = from.where('t.programme_id', '=', programmeId).select(['t.source', kind, 't.key']);
  if (table === 'periphery_target') return rows.select(sql<Bilingual | null>`null::jsonb`.as('name'));
  if (!named) return rows.select(sql<Bilingual | null>`t.name::jsonb`.as('name'));
  return rows
    .leftJoin(`${named} as n` as 'call as n', (join) =>
      join.on('n.programme_id', '=', programmeId).on(sql`n.key`, '=', sql`${sql.ref(`t.${column}`)}`),
    )
    .select(sql<Bilingual | null>`n.name::jsonb`.as('name'));
}

/** Source of every row that names one. */
function allCited({ db, programmeId }: Reader) {
  const of = (table: Citing) =>
    db
      .selectFrom(table as 'award')
      .where('programme_id', '=', programmeId)
      .select('source');
  const [first, ...rest] = (Object.keys(citing) as Citing[]).map(of);
  if (!first) throw new Error('no table names a source');
  return rest.reduce((all, one) => all.unionAll(one as never), first);
}

function allCitations(reader: Reader) {
  const [first, ...rest] = (Object.keys(citing) as Citing[]).map((table) => citations(reader, table));
  if (!first) throw new Error('no table names a source');
  return rest.reduce((all, one) => all.unionAll(one as never), first);
}

export async function readSources(reader: Reader, key?: string) {
  const { db, programmeId } = reader;
  const taken = db
    .with('cited', () => allCited(reader))
    .selectFrom('cited')
    .select(['source', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('source');
  let query = db
    .selectFrom('source as s')
    .leftJoin(taken.as('c'), 'c.source', 's.key')
    .where('s.programme_id', '=', programmeId)
    .select([
      's.key',
      's.title',
      's.publisher',
      's.kind',
      's.document',
      's.url',
      's.published_on',
      's.published_precision',
      's.licence',
      's.note',
      'c.n as taken',
    ])
    .orderBy('s.key');
  if (key) query = query.where('s.key', '=', key);
  return query.execute();
}

export async function readCited(reader: Reader, source: string) {
  return reader.db
    .with('cited', () => allCitations(reader))
    .selectFrom('cited')
    .where('source', '=', source)
    .select(['kind', 'key', 'name'])
    .orderBy('kind')
    .orderBy('key')
    .execute();
}
