// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import {
  civilDate,
  instant,
  key,
  listOf,
  paging,
  programmeCommand,
  programmeEndpoint,
  serialIn,
  text,
  when,
  words,
} from '../../contract.ts';
import { csvFor } from '../tables/contract.ts';

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
  'proposed',
  'confirmed',
  'sent-back',
  'awarded',
  'opened',
  'ended',
  'paid',
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

/** A column before and after a write. */
export const changedField = z.object({ name: z.string(), before: value, after: value });
export type ChangedField = z.output<typeof changedField>;

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
    fields: z.array(changedField).meta({
      description:
        'What differs, column by column; of what was added or removed all that it holds. Empty in the latest changes of the overview unless something was edited.',
    }),
    actor: z.string(),
    reason: z.string(),
    undoable: z.boolean().optional().meta({
      description:
        'Whether the reader may undo it, with all that was written along with it; only told to whoever is signed in.',
    }),
  })
  .meta({ id: 'Change' });
export type Change = z.output<typeof change>;

const item = z
  .string()
  .regex(
    /^(milestones|areas|initiatives|cycles|labs|spaces|calls|awards|indicators|zones|sources|agreements|organisations|events)\/[a-z0-9.-]+$/,
  )
  .optional()
  .meta({ description: 'One item and what belongs to it, as `milestones/mhuma-opening`.' });

/** Changes are counted up to this number: counting all would cost more with every change ever made. */
export const countedTo = 1000;

/** A list whose total stops at `countedTo`, so that its cost does not follow the length of the log. */
const countedList = <T extends z.ZodType>(item: T) =>
  listOf(item).extend({
    totalIsExact: z
      .boolean()
      .meta({ description: `False where more than \`total\` match: they are counted up to ${countedTo}.` }),
  });

export const listChanges = programmeEndpoint({
  path: '/changes',
  query: {
    item,
    ...paging,
  },
  reply: countedList(change),
  summary: 'Changes',
  description: 'The log of recorded writes, the latest first.',
});

const logFilter = {
  account: serialIn.optional().meta({ description: 'The number of who wrote.' }),
  actor: words.optional().meta({ description: 'Words of the name or of the office of who wrote.' }),
  table: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  item,
  kind: changeKind.optional(),
  from: civilDate.optional().meta({ description: 'Recorded on this day or later.' }),
  to: civilDate.optional().meta({ description: 'Recorded on this day or before.' }),
};
export type LogFilter = z.output<z.ZodObject<typeof logFilter>>;

export const readLog = programmeEndpoint({
  path: '/log',
  query: { ...logFilter, ...paging },
  reply: countedList(
    change
      .extend({
        person: z.object({ account: z.number().int(), name: z.string().nullable() }).nullable(),
        written: z.string().meta({ description: 'What was written together has the same.' }),
      })
      .meta({ id: 'LoggedChange' }),
  ),
  may: 'read-log',
  summary: 'The whole log',
  description: 'Every recorded write with the person who made it, drafts included, the latest first.',
});

export const exportLog = programmeEndpoint({
  path: '/log.csv',
  query: { ...logFilter, ...csvFor },
  gives: 'text/csv',
  reply: z.never(),
  may: 'read-log',
  summary: 'The whole log as CSV',
  description: 'Everything that fits the filters, one row a change, as CSV after RFC 4180 in UTF-8.',
});

export const undoChange = programmeCommand({
  method: 'POST',
  path: '/changes/{change}/undo',
  params: { change: z.coerce.number().int().positive() },
  input: {
    why: z.string().trim().max(500).optional(),
  },
  reply: z.object({ undone: z.number().int().meta({ description: 'How many recorded writes were undone.' }) }),
  may: 'keep-milestones',
  refuses: [
    'awaits-check',
    'closing-rests',
    'figure-fixed',
    'undo-adoption',
    'undo-closing',
    'undo-elsewhere',
    'undo-first-forecast',
    'undo-loaded',
    'undo-meanwhile',
    'undo-promise',
    'undo-too-late',
  ],
  summary: 'Undoes a change',
  description:
    'Undoes, as a new change, all that was written together with this one, provided that none of it was written again since. A forecast is followed by the one before it, a re-plan by one back. Refused, with the reason, for an adoption, a confirmed closing, a first promise and a split.',
});
