// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const eventKindWords = {
  roadshow: { it: 'tappa di roadshow', en: 'roadshow stop' },
  competition: { it: 'competizione', en: 'competition' },
  forum: { it: 'forum', en: 'forum' },
  launch: { it: 'lancio', en: 'launch' },
  listening: { it: 'ascolto', en: 'listening meeting' },
  other: { it: 'altro', en: 'other' },
} as const satisfies Choices;

export const eventStateWords = {
  announced: { it: 'annunciato', en: 'announced' },
  held: { it: 'svolto', en: 'held' },
  cancelled: { it: 'annullato', en: 'cancelled' },
} as const satisfies Choices;

export const eventRecord = {
  table: 'event',
  title: { it: 'Evento', en: 'Event' },
  description: 'Roadshows, forums and other public events.',
  fields: {
    key: shared.keyField,
    name: shared.nameField,
    kind: { kind: 'choice', choices: eventKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    theme: { kind: 'bilingual', label: { it: 'Tema', en: 'Theme' } },
    summary: shared.summaryField,
    state: { kind: 'choice', choices: eventStateWords, label: { it: 'Stato', en: 'State' }, required: true },
    held_on: {
      kind: 'when',
      label: { it: 'Svolto il', en: 'Held on' },
      description: 'The day of the event; of an announced one, the day announced.',
    },
    place: { kind: 'text', label: { it: 'Luogo', en: 'Place' } },
    zone: shared.zoneField,
    area: shared.areaField,
    position: shared.positionField,
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const eventSessionRecord = {
  table: 'event_session',
  title: { it: 'Incontro', en: 'Session' },
  description: 'The sessions of an event, in order.',
  unique: [['event', 'position']],
  fields: {
    key: shared.keyField,
    event: { kind: 'reference', table: 'event', label: { it: 'Evento', en: 'Event' }, required: true },
    position: shared.positionField,
    name: shared.nameField,
    speakers: { kind: 'text', label: { it: 'Interventi', en: 'Speakers' } },
    summary: shared.summaryField,
    ...shared.sourced,
  },
} as const satisfies RecordOf;
