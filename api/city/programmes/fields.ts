// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { RecordOf } from '../../platform/fields/rules.ts';

export const programmeRecord = {
  table: 'programme',
  title: { it: 'Programma', en: 'Programme' },
  description: 'The programme itself; a package holds one.',
  fields: {
    key: shared.keyField,
    name: shared.nameField,
    summary: { ...shared.summaryField, required: true },
    objective: { kind: 'bilingual', label: { it: 'Obiettivo generale', en: 'General objective' } },
    owner_name: { kind: 'bilingual', label: { it: 'Ente responsabile', en: 'Responsible body' }, required: true },
    adopted_on: { kind: 'date', label: { it: 'Adottato il', en: 'Adopted on' } },
    illustrative: {
      kind: 'flag',
      label: { it: 'Dati inventati', en: 'Invented data' },
      required: true,
      description: 'True if the data are invented, to show the tool; every page says so.',
    },
    periphery_definition: {
      kind: 'bilingual',
      label: { it: 'Che cosa è periferia', en: 'What the periphery is' },
      required: true,
    },
    lead_cycle: {
      kind: 'reference',
      table: 'cycle',
      label: { it: 'Semestre in primo piano', en: 'Cycle shown first' },
      description: 'The cycle that the overview opens with; empty: the present one.',
    },
    area_term: {
      kind: 'bilingual',
      label: { it: 'Parola per «area»', en: 'Word for “area”' },
      description: 'The programme’s own word for an area, with a capital.',
    },
    areas_term: { kind: 'bilingual', label: { it: 'Parola per «aree»', en: 'Word for “areas”' } },
    zone_term: { kind: 'bilingual', label: { it: 'Parola per «zona»', en: 'Word for “zone”' } },
    periphery_term: { kind: 'bilingual', label: { it: 'Parola per «periferia»', en: 'Word for “periphery”' } },
    four_eyes: {
      kind: 'flag',
      label: { it: 'Controllo di una seconda persona', en: 'Check by a second person' },
      required: true,
      description: 'True if a closing counts only once a second person has confirmed it.',
    },
    source: shared.sourceField,
  },
} as const satisfies RecordOf;
