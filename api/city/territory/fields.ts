// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const zoneKindWords = {
  municipio: { it: 'municipio', en: 'municipio' },
  neighbourhood: { it: 'quartiere', en: 'neighbourhood' },
  'priority-area': { it: 'area prioritaria', en: 'priority area' },
  region: { it: 'regione', en: 'region' },
  site: { it: 'luogo', en: 'place' },
} as const satisfies Choices;

const targetWords = {
  milestones: { it: 'traguardi', en: 'milestones' },
  'floor-area': { it: 'superficie assegnata', en: 'floor area awarded' },
  money: { it: 'denaro assegnato', en: 'money awarded' },
} as const satisfies Choices;

const tile = { kind: 'whole', min: 1 } as const;

export const zoneRecord = {
  table: 'zone',
  title: { it: '‹Zone›', en: '‹Zone›' },
  description: 'Parts of the territory, each with whether it counts as periphery.',
  fields: {
    key: shared.keyField,
    kind: { kind: 'choice', choices: zoneKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    name: shared.nameField,
    code: {
      kind: 'text',
      label: { it: 'Codice ufficiale', en: 'Official code' },
      description: 'Its number or code in official data.',
    },
    parent: { kind: 'reference', table: 'zone', label: { it: 'Fa parte di', en: 'Part of' } },
    priority_area: { kind: 'reference', table: 'zone', label: { it: 'Area prioritaria', en: 'Priority area' } },
    periphery: { kind: 'flag', label: { it: '‹Periphery›', en: '‹Periphery›' }, required: true },
    population: { kind: 'whole', min: 0, label: { it: 'Abitanti', en: 'Inhabitants' } },
    area_km2: { kind: 'number', min: 0.001, step: 0.001, unit: 'km²', label: { it: 'Superficie', en: 'Area' } },
    amount_eur: { ...shared.amountField, label: { it: 'Denaro per la zona', en: 'Money for the zone' } },
    tile_col: { ...tile, label: { it: 'Colonna nel cartogramma', en: 'Column in the tile map' } },
    tile_row: { ...tile, label: { it: 'Riga nel cartogramma', en: 'Row in the tile map' } },
    latitude: shared.latitudeField,
    longitude: shared.longitudeField,
    boundary: {
      kind: 'json',
      shape: 'geojson',
      label: { it: 'Confine', en: 'Boundary' },
      description: 'A GeoJSON geometry (Polygon or MultiPolygon, WGS84).',
    },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const peripheryTargetRecord = {
  table: 'periphery_target',
  title: { it: 'Obiettivo: ‹periphery›', en: 'Target: ‹periphery›' },
  description: 'The share of a measure that the periphery is to have.',
  unique: [['measure']],
  fields: {
    key: shared.keyField,
    measure: {
      kind: 'choice',
      choices: targetWords,
      label: { it: 'Che cosa si misura', en: 'What is measured' },
      required: true,
    },
    share: {
      kind: 'share',
      label: { it: 'Quota obiettivo', en: 'Target share' },
      required: true,
      description: 'Between 0 and 1.',
    },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
