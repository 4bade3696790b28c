// SPDX-License-Identifier: AGPL-3.0-or-later
import { keyField, noteField, sourceField } from '../../platform/fields/fields.ts';
import { type Choices, inSection, type RecordOf } from '../../platform/fields/rules.ts';
import { materialWords, processWords } from '../vocabulary/fields.ts';

const conditionWords = {
  working: { it: 'funziona', en: 'working' },
  limited: { it: 'funziona in parte', en: 'partly working' },
  'out-of-order': { it: 'guasta', en: 'out of order' },
} as const satisfies Choices;

const process = {
  kind: 'choice',
  choices: processWords,
  label: { it: 'Lavorazione', en: 'Process' },
  required: true,
} as const;

const size = { kind: 'whole', min: 1, max: 100_000, unit: 'mm' } as const;
/** Of a machine as of a model of the catalogue. */
const model = inSection('machine', {
  process,
  brand: { kind: 'text', least: 1, max: 80, pattern: /^\P{Cc}*$/u, label: { it: 'Marca', en: 'Brand' } },
  model: { kind: 'text', least: 1, max: 120, pattern: /^\P{Cc}*$/u, label: { it: 'Modello', en: 'Model' } },
  width_mm: { ...size, label: { it: 'Larghezza', en: 'Width' } },
  depth_mm: { ...size, label: { it: 'Profondità', en: 'Depth' } },
  height_mm: { ...size, label: { it: 'Altezza', en: 'Height' } },
  materials: { kind: 'choices', choices: materialWords, most: 40, label: { it: 'Materiali', en: 'Materials' } },
});

export const modelFields = { key: keyField, ...model, source: sourceField, note: noteField };

export const machineModelRecord = {
  table: 'machine_model',
  title: { it: 'Macchina in catalogo', en: 'Machine in the catalogue' },
  description: 'Machines on the market.',
  fields: { ...modelFields, brand: { ...model.brand, required: true }, model: { ...model.model, required: true } },
} as const satisfies RecordOf;

const own = inSection('machine', {
  quantity: { kind: 'whole', min: 1, max: 999, label: { it: 'Quantità', en: 'Quantity' }, required: true },
  condition: { kind: 'choice', choices: conditionWords, label: { it: 'Stato', en: 'Condition' }, required: true },
  booking_url: { kind: 'link', label: { it: 'Indirizzo per prenotarla', en: 'Address to book it' } },
  note: noteField,
});

/** What describes a machine of a lab. */
export const machineFields = { key: keyField, ...model, ...own };

export const machineRecord = {
  table: 'machine',
  title: { it: 'Macchina', en: 'Machine' },
  description: 'Machines of labs.',
  fields: {
    ...machineFields,
    lab: { kind: 'reference', table: 'lab', label: { it: 'Laboratorio', en: 'Lab' }, required: true, fixed: true },
    source: { ...sourceField, fixed: true },
  },
} as const satisfies RecordOf;
