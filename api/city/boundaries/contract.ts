// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key, programmeCommand, programmeEndpoint, ref, text } from '../../contract.ts';
import { zoneKind } from '../territory/contract.ts';

export const geoJson = 'application/geo+json';

const polygon = z.array(z.array(z.tuple([z.number(), z.number()])));
const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), bbox, coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), bbox, coordinates: z.array(polygon) }),
]);

const outline = z
  .object({
    type: z.literal('Feature'),
    id: key,
    properties: z.object({
      key,
      name: text,
      kind: zoneKind,
      code: z.string().nullable(),
      periphery: z.boolean(),
      population: z.number().int().nullable(),
    }),
    geometry,
  })
  .meta({ id: 'Outline', description: 'A zone with its boundary in WGS84; exterior rings run clockwise.' });

export const outlines = z.object({ type: z.literal('FeatureCollection'), features: z.array(outline) });
export type Outlines = z.output<typeof outlines>;

export const readBoundaries = programmeEndpoint({
  path: '/zones/boundaries',
  query: { kind: zoneKind.optional() },
  reply: outlines,
  summary: 'Boundaries of zones',
  description:
    'The zones whose boundary was imported, as GeoJSON: to about a metre, and without points nearer than 4 m to the line.',
});

export const boundaryRow = z
  .object({
    feature: z.number().int().meta({ description: 'The place of the feature in the file, from 1.' }),
    value: z.string().nullable().meta({ description: 'What the feature names its zone by.' }),
    zone: ref.nullable(),
    kind: z.enum(['added', 'changed', 'same', 'refused']),
    points: z.number().int().meta({ description: 'How many points the boundary is kept with.' }),
    reasons: z.array(z.object({ name: z.string(), reason: z.string() })),
  })
  .meta({ id: 'BoundaryRow' });
export type BoundaryRow = z.output<typeof boundaryRow>;

export const sendBoundaries = programmeCommand({
  method: 'PUT',
  path: '/zones/boundaries',
  query: {
    kind: zoneKind,
    property: z
      .string()
      .min(1)
      .max(100)
      .meta({ description: 'The property of a feature that holds the code or the key of its zone, or `id`.' }),
    apply: z.enum(['true', 'false']).default('false'),
  },
  takes: geoJson,
  may: 'keep-register',
  reply: z.object({
    applied: z.boolean(),
    rows: z.array(boundaryRow),
    without: z.array(ref).meta({ description: 'Zones of the kind that have no boundary afterwards.' }),
  }),
  refuses: [
    'boundaries-elsewhere',
    'crs-missing',
    'crs-unknown',
    'no-features',
    'no-polygon',
    'parts-without-area',
    'not-geojson',
    'zone-twice',
    'zone-unmatched',
  ],
  summary: 'Boundaries from GeoJSON',
  description:
    'Shows, feature by feature, which zone it bounds and what would change. With `apply=true` all of it is written as one recorded change, or, if any feature is refused, nothing. Zones that are not in the file stay as they are. A file in another system than WGS84 says so in a `crs` member.',
});
