// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { civilDate, key, listOf, paging, programmeEndpoint, ref, text, words } from '../../contract.ts';
import { replyShape } from '../../platform/fields/contract.ts';
import { choicesOf, listedOf } from '../../platform/fields/rules.ts';
import { machine } from '../machines/contract.ts';
import { photo } from '../photos/contract.ts';
import { material, process } from '../vocabulary/contract.ts';
import { labFields } from './fields.ts';
import { sections } from './rules.ts';

export const labKind = z.enum(choicesOf(labFields.kind));
export const labStatus = z.enum(choicesOf(labFields.status));
export const service = z.enum(choicesOf(labFields.services));
export const section = z.enum(sections);
export const freshness = z.enum(['confirmed', 'stale', 'possibly-closed', 'never-confirmed']).meta({
  id: 'Freshness',
  description: 'Stale after 6 months without a confirmation, possibly closed after 12.',
});

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
export const hours = z
  .object({ weekday: z.number().int().min(1).max(7), opens: time, closes: time })
  .meta({ id: 'Hours', description: 'A span of opening on a weekday (ISO: 1 is Monday), in the city’s time.' });
export const hoursException = z
  .object({ from: civilDate, to: civilDate, opens: time.optional(), closes: time.optional(), why: text.optional() })
  .meta({ id: 'HoursException', description: 'Days with other hours; without hours, closed.' });
export const price = z
  .object({
    name: text,
    amountEur: z.number().nonnegative().max(999_999).multipleOf(0.01),
    per: z.enum(['once', 'hour', 'day', 'month', 'year']),
  })
  .meta({ id: 'Price' });
/** An instant in local time. */
export const cityTime = z.string().regex(/^(?!0000)\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/);

// What freshness, imports and merging record is not part of a reply.
const { foreign_ids: _, confirmed: __, merged_into: ___, ...shown } = labFields;
const own = { hours: z.array(hours).nullable(), exceptions: z.array(hoursException) };

export const labSummary = z
  .object({
    key,
    ...replyShape(listedOf(shown)),
    ...own,
    zone: ref.extend({ periphery: z.boolean() }).nullable(),
    processes: z.array(process).meta({ description: 'What its machines do.' }),
    machines: z.number().int(),
    qualified: z.boolean().meta({ description: 'Stands in the qualified list on that day.' }),
    freshness: freshness.nullable().meta({ description: 'null for what is planned or closed.' }),
    distanceKm: z.number().nullable().meta({ description: 'From `near`, as the crow flies; null where not asked.' }),
  })
  .meta({ id: 'LabSummary' });
export type LabSummary = z.output<typeof labSummary>;

export const lab = labSummary
  .extend({
    ...replyShape(shown),
    ...own,
    zone: labSummary.shape.zone,
    prices: z.array(price),
    confirmed: z
      .record(section, civilDate.nullable())
      .meta({ description: 'When each section of the entry was last confirmed.' }),
    machineList: z.array(machine),
    photos: z.array(photo),
    merged: z.array(ref).meta({ description: 'Entries that were found to be this lab; their addresses lead here.' }),
    version: z.number().int(),
  })
  .meta({ id: 'Lab' });
export type Lab = z.output<typeof lab>;

export const labFilter = {
  kind: labKind.optional(),
  status: labStatus.optional().meta({ description: 'Without it, all but the closed ones.' }),
  zone: key.optional(),
  process: process.optional().meta({ description: 'Whatever is a kind of it included.' }),
  material: material.optional(),
  service: service.optional(),
  wheelchair: z.enum(['yes', 'partly']).optional().meta({ description: '`partly`: at least in part.' }),
  qualified: z.enum(['true']).optional().meta({ description: 'Those alone that stand in the qualified list.' }),
  freshness: freshness.optional(),
  openAt: cityTime.optional().meta({ description: 'Open at that moment of the city’s time.' }),
  near: words.optional().meta({
    description:
      'Nearest first: a point, `45.4642,9.19`, or words like an address that the programme knows or the name of a zone.',
  }),
  q: words.optional().meta({ description: 'Words of the entry, or what its machines do; typing errors are forgiven.' }),
};

export const listLabs = programmeEndpoint({
  path: '/labs',
  query: { ...labFilter, ...paging },
  reply: listOf(labSummary).extend({
    byZone: z
      .array(z.object({ zone: key.nullable(), labs: z.number().int() }))
      .meta({ description: 'How many of all found lie in each zone.' }),
    near: z
      .object({ name: z.string().nullable(), latitude: z.number(), longitude: z.number() })
      .nullable()
      .meta({ description: 'What `near` was taken for; null where it was not asked, or no such place is known.' }),
  }),
  summary: 'Labs',
  description: 'The directory of fablabs, makerspaces, hubs, incubators and accelerators.',
});

export const readLab = programmeEndpoint({
  path: '/labs/{lab}',
  params: { lab: key },
  reply: lab,
  summary: 'One lab',
  description: 'A lab with all that is recorded of it. The key of a merged entry gives the lab it was merged into.',
});
