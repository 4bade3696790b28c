// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const organisationKindWords = {
  public: { it: 'ente pubblico', en: 'public body' },
  university: { it: 'università', en: 'university' },
  research: { it: 'centro di ricerca', en: 'research centre' },
  firm: { it: 'impresa', en: 'company' },
  association: { it: 'associazione', en: 'association' },
  foundation: { it: 'fondazione', en: 'foundation' },
  union: { it: 'sindacato', en: 'trade union' },
  other: { it: 'altro', en: 'other' },
} as const satisfies Choices;

export const partnerWords = {
  founding: { it: 'partner fondatore', en: 'founding partner' },
  later: { it: 'partner entrato dopo', en: 'partner who joined later' },
} as const satisfies Choices;

/** Parts that organisations take in agreements. */
export const partWords = {
  promoter: { it: 'promotore', en: 'promoter' },
  lead: { it: 'capofila', en: 'lead' },
  funder: { it: 'finanziatore', en: 'funder' },
  participant: { it: 'partecipante', en: 'participant' },
} as const satisfies Choices;

export const organisationRecord = {
  table: 'organisation',
  title: { it: 'Organizzazione', en: 'Organisation' },
  description: 'Who takes part: bodies, firms, associations.',
  fields: {
    key: shared.keyField,
    name: shared.nameField,
    kind: { kind: 'choice', choices: organisationKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    sector: { kind: 'bilingual', label: { it: 'Settore', en: 'Sector' } },
    zone: shared.zoneField,
    partner: {
      kind: 'choice',
      choices: partnerWords,
      label: { it: 'Partner', en: 'Partner' },
      description: 'Set for a partner of the programme.',
    },
    url: shared.urlField,
    ...shared.sourced,
  },
} as const satisfies RecordOf;
