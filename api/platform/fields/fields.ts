// SPDX-License-Identifier: AGPL-3.0-or-later
import { wheelchairWords } from './choices.fields.ts';
import type { Field, Fields } from './rules.ts';

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

export const nameField = {
  kind: 'bilingual',
  label: { it: 'Nome', en: 'Name' },
  required: true,
} as const satisfies Field;

export const summaryField = {
  kind: 'bilingual',
  label: { it: 'Descrizione', en: 'Description' },
} as const satisfies Field;

export const positionField = {
  kind: 'whole',
  min: 1,
  label: { it: 'Ordine', en: 'Order' },
  required: true,
  description: 'Where it stands among its like.',
} as const satisfies Field;

/** Counts the rows of one item. */
export const numberField = {
  kind: 'whole',
  min: 1,
  label: { it: 'Numero', en: 'Number' },
  required: true,
} as const satisfies Field;

export const urlField = { kind: 'link', label: { it: 'Pagina web', en: 'Web page' } } as const satisfies Field;

export const areaField = {
  kind: 'reference',
  table: 'area',
  label: { it: '‹Area›', en: '‹Area›' },
} as const satisfies Field;

export const organisationField = {
  kind: 'reference',
  table: 'organisation',
  label: { it: 'Organizzazione', en: 'Organisation' },
} as const satisfies Field;

export const ownerField = { ...organisationField, label: { it: 'Responsabile', en: 'Responsible' } } as const;

export const milestoneField = {
  kind: 'reference',
  table: 'milestone',
  label: { it: 'Traguardo', en: 'Milestone' },
} as const satisfies Field;

export const callField = {
  kind: 'reference',
  table: 'call',
  label: { it: 'Bando', en: 'Call' },
} as const satisfies Field;

export const spaceField = {
  kind: 'reference',
  table: 'space',
  label: { it: 'Spazio', en: 'Space' },
} as const satisfies Field;

export const amountField = { kind: 'euro', label: { it: 'Importo', en: 'Amount' } } as const satisfies Field;

/** An administrative act by its type, number and date. */
export const actField = { kind: 'text', label: { it: 'Provvedimento', en: 'Act' } } as const satisfies Field;

export const reasonField = { kind: 'bilingual', label: { it: 'Motivo', en: 'Reason' } } as const satisfies Field;

export const withdrawnFields = {
  withdrawn_on: { kind: 'date', label: { it: 'Ritirato il', en: 'Withdrawn on' } },
  withdrawn_reason: { kind: 'bilingual', label: { it: 'Motivo del ritiro', en: 'Reason for withdrawal' } },
} as const satisfies Fields;

/** A file kept by its hash. */
export const fileFields = {
  file_hash: {
    kind: 'text',
    pattern: /^[0-9a-f]{64}$/,
    label: { it: 'Impronta del file', en: 'Fingerprint of the file' },
    internal: true,
    description: 'SHA-256 of its bytes.',
  },
  file_type: { kind: 'text', label: { it: 'Tipo di file', en: 'File type' }, internal: true },
  file_bytes: {
    kind: 'whole',
    min: 1,
    unit: 'byte',
    label: { it: 'Dimensione del file', en: 'File size' },
    internal: true,
  },
} as const satisfies Fields;

export const pictureFields = {
  alt: { kind: 'bilingual', label: { it: 'Descrizione dell’immagine', en: 'Image description' }, required: true },
  credit: { kind: 'text', label: { it: 'Autore', en: 'Credit' } },
  file_hash: { ...fileFields.file_hash, required: true },
  file_type: { ...fileFields.file_type, required: true },
  file_bytes: { ...fileFields.file_bytes, required: true },
} as const satisfies Fields;

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

/** Where every row says what it is from. */
export const sourced = { source: sourceField, note: noteField } as const satisfies Fields;
