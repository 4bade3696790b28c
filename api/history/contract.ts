// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, instant, key, listOf, paging, programmeEndpoint, text, when } from '../contract.ts';

export const changeKind = z.enum([
  'added',
  'edited',
  'removed',
  'promised',
  'replanned',
  'forecast',
  'reached',
  'withdrawn',
  'evidence-added',
  'awarded',
  'measured',
  'concluded',
  'adopted',
  'closed',
  'moved-on',
]);
export type ChangeKind = z.output<typeof changeKind>;

const linked = z
  .object({ table: z.string(), key, name: text.nullable() })
  .meta({ id: 'LinkedItem', description: 'Another item, with its name where it still has one.' });
const value = z.union([z.string(), z.number(), z.boolean(), when, linked, text, z.null()]);
export type Value = z.output<typeof value>;

export const change = z
  .object({
    id: z.number().int(),
    knownOn: civilDate.meta({ description: 'The day from which this was known.' }),
    recordedAt: instant.meta({ description: 'When it was typed in or loaded.' }),
    kind: changeKind,
    operation: z.enum(['insert', 'update', 'delete']),
    table: z.string(),
    key,
    name: text.nullable(),
    about: z
      .object({ table: z.string(), key, name: text.nullable() })
      .nullable()
      .meta({ description: 'The milestone, call or indicator that it belongs to.' }),
    fields: z.array(z.object({ name: z.string(), before: value, after: value })).meta({
      description:
        'What differs, column by column; of what was added or removed all that it holds. Empty in the latest changes of the overview unless something was edited.',
    }),
    actor: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'Change' });
export type Change = z.output<typeof change>;

export const listChanges = programmeEndpoint({
  path: '/changes',
  query: {
    item: z
      .string()
      .regex(
        /^(milestones|areas|initiatives|cycles|labs|spaces|calls|indicators|zones|sources|agreements|organisations|events)\/[a-z0-9.-]+$/,
      )
      .optional()
      .meta({ description: 'One item and what belongs to it, as `milestones/mhuma-opening`.' }),
    ...paging,
  },
  reply: listOf(change),
  summary: 'Changes',
  description: 'The log of recorded writes, the latest first.',
});
