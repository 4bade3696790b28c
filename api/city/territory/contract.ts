// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { eur, key, programmeEndpoint, ref, share, text } from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { zoneRecord } from './fields.ts';

/** A point as latitude and longitude in degrees. */
export const point = z.string().regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/);

export const measure = z.enum(['milestones', 'labs', 'spaces', 'floor-area', 'money']).meta({
  id: 'Measure',
  description:
    'What is summed by zone: milestones that were not withdrawn, open labs, spaces, m² assigned, euro awarded.',
});
export type Measure = z.output<typeof measure>;
export const zoneKind = z.enum(choicesOf(zoneRecord.fields.kind));

const zoneFigure = z
  .object({
    value: z.number(),
    share: share.nullable().meta({ description: 'Of what falls in zones of this kind.' }),
    quotient: z
      .number()
      .nullable()
      .meta({ description: "Location quotient: the zone's share of the measure / its share of the population." }),
  })
  .meta({ id: 'ZoneFigure' });

export const zone = z
  .object({
    key,
    name: text,
    kind: zoneKind,
    code: z.string().nullable(),
    parent: ref.nullable(),
    priorityArea: ref.nullable(),
    periphery: z.boolean(),
    population: z.number().int().nullable(),
    populationShare: share.nullable(),
    areaKm2: z.number().nullable(),
    amountEur: eur.nullable(),
    tile: z.object({ col: z.number().int(), row: z.number().int() }).nullable(),
    bounded: z.boolean().meta({ description: 'Whether its boundary is known: zones/boundaries draws it.' }),
    figures: z.record(measure, zoneFigure),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({
    id: 'Zone',
    description: 'A piece of territory with the sums of all that lies in it, zones within it included.',
  });
export type Zone = z.output<typeof zone>;

export const peripheryShare = z
  .object({
    measure,
    periphery: z.number(),
    centre: z.number(),
    noZone: z.number().meta({ description: 'What has no known zone: reported beside the share, never counted in it.' }),
    share: share
      .nullable()
      .meta({ description: 'Σ in periphery zones / Σ with a known zone; null when nothing has a zone.' }),
    target: share.nullable(),
  })
  .meta({ id: 'PeripheryShare' });
export type PeripheryShare = z.output<typeof peripheryShare>;

export const listZones = programmeEndpoint({
  path: '/zones',
  query: { kind: zoneKind.optional() },
  reply: z.object({ definition: text, items: z.array(zone), periphery: z.array(peripheryShare) }),
  summary: 'Zones',
  description:
    'The territory as a tree of zones with sums and location quotients, and the share of the periphery by measure, with the definition it rests on.',
});
