// SPDX-License-Identifier: AGPL-3.0-or-later
import { wheelchairWords } from './choices.fields.ts';
import type { Field } from './rules.ts';

/** Columns that every table has. */
export const keyField = {
  kind: 'key',
  label: { it: 'Codice', en: 'Key' },
  required: true,
  fixed: true,
  headings: ['id', 'identificativo'],
  description: 'Names the row within its table: lowercase letters, digits and hyphens.',
} as const satisfies Field;

export const sourceField = {
  kind: 'reference',
  table: 'source',
  label: { it: 'Fonte', en: 'Source' },
  description: 'Where this is from.',
} as const satisfies Field;

export const noteField = {
  kind: 'bilingual',
  label: { it: 'Nota', en: 'Note' },
  rows: 2,
  headings: ['note'],
} as const satisfies Field;

export const zoneField = {
  kind: 'reference',
  table: 'zone',
  label: { it: '‹Zone›', en: '‹Zone›' },
  headings: ['zona', 'quartiere', 'municipio', 'circoscrizione', 'regione', 'zone'],
} as const satisfies Field;

export const addressField = {
  kind: 'text',
  max: 200,
  label: { it: 'Indirizzo', en: 'Address' },
  headings: ['ubicazione', 'via'],
} as const satisfies Field;

export const latitudeField = {
  kind: 'number',
  min: -90,
  max: 90,
  label: { it: 'Latitudine', en: 'Latitude' },
  headings: ['lat'],
  description: 'Degrees north (WGS84).',
} as const satisfies Field;

export const longitudeField = {
  kind: 'number',
  min: -180,
  max: 180,
  label: { it: 'Longitudine', en: 'Longitude' },
  headings: ['lon', 'lng', 'long'],
  description: 'Degrees east (WGS84).',
} as const satisfies Field;

export const wheelchairField = {
  kind: 'choice',
  choices: wheelchairWords,
  label: { it: 'Accesso in carrozzina', en: 'Wheelchair access' },
  headings: ['accessibilità', 'accessibile', 'accessibility'],
} as const satisfies Field;
