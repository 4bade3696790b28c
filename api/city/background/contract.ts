// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { eur, key, programmeEndpoint, ref, text, when } from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { contextEntryRecord, sourceRecord } from './fields.ts';

export const contextKind = z.enum(choicesOf(contextEntryRecord.fields.kind));

const contextEntry = z
  .object({
    key,
    kind: contextKind,
    position: z.number().int(),
    name: text,
    body: text.nullable(),
    amountEur: eur.nullable(),
    happened: when.nullable(),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'ContextEntry' });
export type ContextEntry = z.output<typeof contextEntry>;

export const readContext = programmeEndpoint({
  path: '/context',
  reply: z.object({ objective: text.nullable(), items: z.array(contextEntry) }),
  summary: 'Context',
  description:
    'What the programme rests on: goals, method, comparison cities, complementary policies, and what was heard.',
});

export const source = z
  .object({
    key,
    title: text,
    publisher: z.string().nullable(),
    kind: z.enum(choicesOf(sourceRecord.fields.kind)),
    document: z.string().nullable(),
    url: z.string().nullable(),
    published: when.nullable(),
    licence: z.string().nullable(),
    note: text.nullable(),
    taken: z.number().int().meta({ description: 'How many items rest on it.' }),
  })
  .meta({ id: 'Source' });
export type Source = z.output<typeof source>;

export const listSources = programmeEndpoint({
  path: '/sources',
  reply: z.object({ items: z.array(source) }),
  summary: 'Sources',
  description: 'The documents that figures come from.',
});

export const takenKind = z.enum([
  'programme',
  'context',
  'organisation',
  'zone',
  'area',
  'initiative',
  'cycle',
  'milestone',
  'promise',
  'forecast',
  'evidence',
  'lab',
  'space',
  'call',
  'lot',
  'award',
  'indicator',
  'measurement',
  'target',
  'dependency',
  'agreement',
  'party',
  'contribution',
  'obligation',
  'event',
  'session',
  'fund',
  'allocation',
  'earmark',
  'budget',
  'criterion',
  'beneficiary',
]);

export const readSource = programmeEndpoint({
  path: '/sources/{source}',
  params: { source: key },
  reply: source
    .extend({ items: z.array(z.object({ kind: takenKind, key, name: text.nullable() })) })
    .meta({ id: 'SourceWithItems' }),
  summary: 'One source',
  description: 'A source with everything that was taken from it.',
});
