// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import { type Fields, inSection, type RecordOf } from '../../platform/fields/rules.ts';
import * as words from './choices.fields.ts';

const about = inSection('about', {
  name: {
    kind: 'bilingual',
    max: 200,
    label: { it: 'Nome', en: 'Name' },
    required: true,
    listed: true,
    apart: true,
    headings: ['denominazione', 'immobile'],
  },
  summary: { kind: 'bilingual', rows: 3, label: { it: 'Descrizione', en: 'Description' }, listed: true, apart: true },
  kind: {
    kind: 'choice',
    choices: words.spaceKindWords,
    label: { it: 'Tipo', en: 'Kind' },
    required: true,
    listed: true,
    headings: ['tipologia'],
  },
  owner_kind: {
    kind: 'choice',
    choices: words.ownerKindWords,
    label: { it: 'Proprietà', en: 'Ownership' },
    listed: true,
    headings: ['tipo di proprietà'],
  },
  owner: { kind: 'reference', table: 'organisation', label: { it: 'Proprietario', en: 'Owner' }, listed: true },
  last_use: {
    kind: 'bilingual',
    max: 200,
    label: { it: 'Ultimo uso', en: 'Last use' },
    headings: ['ultima destinazione'],
  },
  disused_since: {
    kind: 'when',
    label: { it: 'Dismesso dal', en: 'Disused since' },
    listed: true,
    headings: ['in disuso dal', 'anno di dismissione'],
  },
});

/** The state is changed by moves, each with a day and a reason. */
const state = {
  state: {
    kind: 'choice',
    choices: words.spaceStateWords,
    label: { it: 'Stato', en: 'State' },
    required: true,
    listed: true,
    fixed: true,
    description: 'Where it stands on its way back to use.',
  },
  state_since: { kind: 'when', label: { it: 'Stato dal', en: 'State since' }, listed: true, fixed: true },
  state_reason: {
    kind: 'bilingual',
    max: 200,
    label: { it: 'Motivo dello stato', en: 'Reason for the state' },
    fixed: true,
    headings: ['motivo', 'reason'],
  },
} as const satisfies Fields;

/** The place is stored by its own code: for the public it may be blurred. */
const place = inSection('place', {
  zone: { ...shared.zoneField, listed: true, apart: true },
  address: { ...shared.addressField, listed: true, own: true },
  latitude: { ...shared.latitudeField, listed: true, own: true },
  longitude: { ...shared.longitudeField, listed: true, own: true },
  blur_m: {
    kind: 'whole',
    min: 100,
    max: 2000,
    unit: 'm',
    label: { it: 'Raggio della posizione approssimata', en: 'Radius of the approximate location' },
    listed: true,
    own: true,
    headings: ['raggio del velo m', 'luogo velato m'],
    description: 'The space lies within so many metres of the point; its address is not told. null: exactly there.',
  },
});

const facts = inSection('facts', {
  floor_area_m2: {
    kind: 'number',
    min: 0.1,
    max: 99_999_999,
    step: 0.1,
    unit: 'm²',
    label: { it: 'Superficie', en: 'Floor area' },
    listed: true,
    headings: ['superficie mq', 'mq', 'm2', 'metri quadri'],
  },
  floors: { kind: 'whole', min: 1, max: 99, label: { it: 'Piani', en: 'Floors' }, headings: ['numero di piani'] },
  condition: {
    kind: 'choice',
    choices: words.conditionWords,
    label: { it: 'Condizioni', en: 'Condition' },
    headings: ['stato di conservazione'],
  },
  energy_class: {
    kind: 'choice',
    choices: words.energyClassWords,
    label: { it: 'Classe energetica', en: 'Energy class' },
  },
  accessibility: { ...shared.wheelchairField },
  utilities: {
    kind: 'choices',
    choices: words.utilityWords,
    label: { it: 'Utenze e impianti', en: 'Utilities' },
    headings: ['utenze', 'impianti'],
  },
});

const terms = inSection('terms', {
  admitted_uses: {
    kind: 'choices',
    choices: words.admittedUseWords,
    label: { it: 'Usi ammessi', en: 'Permitted uses' },
    headings: ['destinazioni ammesse'],
  },
  constraints: { kind: 'choices', choices: words.constraintWords, label: { it: 'Vincoli', en: 'Constraints' } },
  works: {
    kind: 'bilingual',
    rows: 2,
    label: { it: 'Lavori stimati', en: 'Estimated works' },
    headings: ['lavori', 'lavori necessari'],
  },
  works_eur: {
    kind: 'euro',
    label: { it: 'Costo stimato dei lavori', en: 'Estimated cost of the works' },
    headings: ['costo dei lavori', 'stima dei lavori'],
  },
  rent_eur_year: {
    kind: 'euro',
    label: { it: 'Canone annuo chiesto', en: 'Rent asked per year' },
    listed: true,
    headings: ['canone', 'canone annuo', 'canone chiesto', 'rent', 'rent asked'],
  },
  available_from: { kind: 'date', label: { it: 'Disponibile dal', en: 'Available from' }, section: 'terms' },
  available_to: {
    kind: 'date',
    label: { it: 'Disponibile fino al', en: 'Available until' },
    headings: ['disponibile al'],
  },
});

const rest = {
  reports: {
    kind: 'whole',
    min: 0,
    label: { it: 'Segnalazioni', en: 'Reports' },
    required: true,
    listed: true,
    fixed: true,
    description: 'How many citizens reported it.',
  },
  note: { ...shared.noteField, section: 'about', listed: true, apart: true },
  source: { ...shared.sourceField, section: 'about', listed: true, apart: true },
} as const satisfies Fields;

export const spaceFields = { key: shared.keyField, ...about, ...state, ...place, ...facts, ...terms, ...rest };

export const spaceRecord = {
  table: 'space',
  title: { it: 'Spazio', en: 'Space' },
  description: 'Disused or under-used places and their way back to use.',
  sections: {
    about: { it: 'Descrizione', en: 'Description' },
    place: { it: 'Posizione', en: 'Location' },
    facts: { it: 'Caratteristiche', en: 'Features' },
    terms: { it: 'Usi possibili e condizioni', en: 'Possible uses and terms' },
  },
  fields: spaceFields,
} as const satisfies RecordOf;
