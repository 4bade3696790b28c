// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { civilDate, key, listOf, paging, programmeEndpoint, ref, text, when, words } from '../../contract.ts';
import { machine } from '../machines/contract.ts';
import { photo } from '../photos/contract.ts';
import { material, process } from '../vocabulary/contract.ts';
import { labKinds, labStatuses, legalStatuses, sections, services } from './rules.ts';

export const labKind = z.enum(labKinds);
export const labStatus = z.enum(labStatuses);
export const legalStatus = z.enum(legalStatuses);
export const access = z.enum(['public', 'public-hours', 'members', 'appointment']);
export const wheelchair = z.enum(['yes', 'partly', 'no']);
export const service = z.enum(services);
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

export const labSummary = z
  .object({
    key,
    name: text,
    kind: labKind,
    status: labStatus,
    summary: text.nullable(),
    organisation: ref.nullable(),
    zone: ref.extend({ periphery: z.boolean() }).nullable(),
    address: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    floorAreaM2: z.number().nullable(),
    workstations: z.number().int().nullable(),
    wheelchair: wheelchair.nullable(),
    access: access.nullable(),
    hours: z.array(hours).nullable(),
    exceptions: z.array(hoursException),
    services: z.array(service),
    processes: z.array(process).meta({ description: 'What its machines do.' }),
    machines: z.number().int(),
    url: z.string().nullable(),
    opened: when.nullable(),
    closed: when.nullable(),
    confirmedOn: civilDate
      .nullable()
      .meta({ description: 'The day on which the oldest section of the entry was last confirmed.' }),
    qualified: z.boolean().meta({ description: 'Stands in the qualified list on that day.' }),
    freshness: freshness.nullable().meta({ description: 'null for what is planned or closed.' }),
    distanceKm: z.number().nullable().meta({ description: 'From `near`, as the crow flies; null where not asked.' }),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'LabSummary' });
export type LabSummary = z.output<typeof labSummary>;

export const lab = labSummary
  .extend({
    description: text.nullable(),
    legalStatus: legalStatus.nullable(),
    founded: when.nullable(),
    staff: z.number().int().nullable(),
    prices: z.array(price),
    languages: z.array(z.string()),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    links: z.array(z.string()),
    smallSeries: z.boolean().nullable(),
    mediumSeries: z.boolean().nullable(),
    minimumOrder: z.number().int().nullable(),
    turnaroundDays: z.number().int().nullable(),
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
