// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import { type Fields, inSection, type RecordOf } from '../../platform/fields/rules.ts';
import * as words from './choices.fields.ts';

const about = inSection('about', {
  name: { kind: 'bilingual', max: 200, label: { it: 'Nome', en: 'Name' }, required: true, listed: true, apart: true },
  summary: { kind: 'bilingual', rows: 2, label: { it: 'In una riga', en: 'In one line' }, listed: true, apart: true },
  description: {
    kind: 'bilingual',
    rows: 6,
    label: { it: 'Descrizione', en: 'Description' },
    apart: true,
  },
  kind: {
    kind: 'choice',
    choices: words.labKindWords,
    label: { it: 'Tipo', en: 'Kind' },
    required: true,
    listed: true,
    headings: ['tipologia'],
  },
  status: {
    kind: 'choice',
    choices: words.labStatusWords,
    label: { it: 'Stato', en: 'Status' },
    required: true,
    listed: true,
  },
  organisation: {
    kind: 'reference',
    table: 'organisation',
    label: { it: 'Chi lo gestisce', en: 'Who runs it' },
    listed: true,
    headings: ['gestore', 'ente gestore', 'organizzazione'],
  },
  legal_status: {
    kind: 'choice',
    choices: words.legalStatusWords,
    label: { it: 'Forma giuridica', en: 'Legal form' },
  },
  founded_on: { kind: 'when', label: { it: 'Fondato il', en: 'Founded' }, headings: ['anno di fondazione'] },
  opened_on: { kind: 'when', label: { it: 'Apertura', en: 'Opened' }, listed: true, headings: ['aperto dal'] },
  closed_on: { kind: 'when', label: { it: 'Chiusura', en: 'Closed' }, listed: true, apart: true },
});

const place = inSection('place', {
  zone: { ...shared.zoneField, listed: true, own: true },
  address: { ...shared.addressField, listed: true },
  latitude: { ...shared.latitudeField, listed: true, apart: true },
  longitude: { ...shared.longitudeField, listed: true, apart: true },
  wheelchair: { ...shared.wheelchairField, listed: true },
});

const hours = inSection('hours', {
  access: { kind: 'choice', choices: words.accessWords, label: { it: 'Accesso', en: 'Access' }, listed: true },
  hours: { kind: 'json', shape: 'array', label: { it: 'Orari', en: 'Opening hours' }, listed: true, own: true },
  hours_exceptions: {
    kind: 'json',
    shape: 'array',
    as: 'exceptions',
    label: { it: 'Orari straordinari', en: 'Exceptional hours' },
    listed: true,
    own: true,
  },
});

const facts = inSection('facts', {
  floor_area_m2: {
    kind: 'number',
    min: 0.1,
    max: 9_999_999,
    step: 0.1,
    unit: 'm²',
    label: { it: 'Superficie', en: 'Floor area' },
    listed: true,
    headings: ['superficie mq', 'mq', 'm2', 'metri quadri'],
  },
  workstations: {
    kind: 'whole',
    min: 0,
    max: 99_999,
    label: { it: 'Postazioni', en: 'Workstations' },
    listed: true,
  },
  staff: {
    kind: 'whole',
    min: 0,
    max: 99_999,
    label: { it: 'Persone che ci lavorano', en: 'People who work there' },
    headings: ['persone', 'staff'],
  },
  small_series: {
    kind: 'flag',
    label: { it: 'Piccole serie (da 10 pezzi)', en: 'Small series (from 10 pieces)' },
    headings: ['piccole serie', 'small series'],
  },
  medium_series: {
    kind: 'flag',
    label: { it: 'Medie serie (da 100 pezzi)', en: 'Medium series (from 100 pieces)' },
    headings: ['medie serie', 'medium series'],
  },
  minimum_order: {
    kind: 'whole',
    min: 1,
    max: 1_000_000,
    label: { it: 'Ordine minimo (pezzi)', en: 'Minimum order (pieces)' },
    headings: ['ordine minimo', 'minimum order'],
  },
  turnaround_days: {
    kind: 'whole',
    min: 0,
    max: 999,
    label: { it: 'Tempo di consegna (giorni)', en: 'Turnaround (days)' },
    headings: ['tempo di consegna', 'giorni di consegna', 'turnaround'],
  },
});

const services = inSection('services', {
  services: {
    kind: 'choices',
    choices: words.serviceWords,
    most: 20,
    label: { it: 'Servizi', en: 'Services' },
    listed: true,
  },
  languages: {
    kind: 'words',
    most: 20,
    pattern: /^[a-z]{2}$/,
    label: { it: 'Lingue', en: 'Languages' },
    description: 'Codes of two letters (ISO 639-1), with a space between.',
  },
  prices: {
    kind: 'json',
    shape: 'array',
    label: { it: 'Prezzi e quote', en: 'Prices and memberships' },
    own: true,
    headings: ['prezzi'],
  },
});

const contacts = inSection('contacts', {
  url: { kind: 'link', label: { it: 'Sito', en: 'Site' }, listed: true, headings: ['sito web', 'pagina web'] },
  email: { kind: 'text', format: 'email', max: 254, label: { it: 'E-mail', en: 'E-mail' } },
  phone: {
    kind: 'text',
    pattern: /^[+(0-9][0-9 ()./-]{3,30}$/,
    label: { it: 'Telefono', en: 'Telephone' },
  },
  links: {
    kind: 'words',
    rows: 3,
    most: 20,
    pattern: /^(?=.{1,2000}$)https?:\/\/[^\s\0]+$/,
    label: { it: 'Altri indirizzi', en: 'Other addresses' },
    help: { it: 'Uno per riga.', en: 'One a line.' },
  },
});

/** What freshness, merging and imports record. */
const register = {
  confirmed_on: {
    kind: 'date',
    label: { it: 'Scheda confermata il', en: 'Entry confirmed on' },
    listed: true,
    fixed: true,
    description: 'The day on which the oldest section of the entry was last confirmed.',
  },
  confirmed: {
    kind: 'json',
    shape: 'object',
    label: { it: 'Confermato', en: 'Confirmed' },
    required: true,
    fixed: true,
    internal: true,
    description: 'The day on which each section was last confirmed.',
  },
  merged_into: {
    kind: 'reference',
    table: 'lab',
    label: { it: 'Confluita in', en: 'Merged into' },
    fixed: true,
    internal: true,
  },
  foreign_ids: {
    kind: 'json',
    shape: 'object',
    label: { it: 'Altri registri', en: 'Other registers' },
    required: true,
    fixed: true,
    description: 'Its numbers in other registers.',
  },
  source: { ...shared.sourceField, listed: true, fixed: true, apart: true },
  note: { ...shared.noteField, listed: true, fixed: true, apart: true },
} as const satisfies Fields;

export const labFields = {
  key: shared.keyField,
  ...about,
  ...place,
  ...hours,
  ...facts,
  ...services,
  ...contacts,
  ...register,
};

export const labRecord = {
  table: 'lab',
  title: { it: 'Laboratorio', en: 'Lab' },
  description: 'Fablabs, makerspaces, hubs, incubators and accelerators.',
  sections: {
    about: { it: 'Presentazione', en: 'About' },
    place: { it: 'Posizione', en: 'Location' },
    hours: { it: 'Orari di apertura', en: 'Opening hours' },
    facts: { it: 'Dimensioni e produzione', en: 'Size and production' },
    services: { it: 'Servizi e prezzi', en: 'Services and prices' },
    contacts: { it: 'Contatti pubblici', en: 'Public contacts' },
    machines: { it: 'Macchine', en: 'Machines' },
  },
  fields: labFields,
} as const satisfies RecordOf;
