// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Choices } from '../../platform/fields/rules.ts';

export const reasonKindWords = {
  procedure: { it: 'procedura amministrativa', en: 'administrative procedure' },
  funding: { it: 'finanziamento', en: 'funding' },
  works: { it: 'lavori', en: 'works' },
  partner: { it: 'altro ente o partner', en: 'another body or partner' },
  scope: { it: 'contenuto cambiato', en: 'changed content' },
  other: { it: 'altro', en: 'other' },
} as const satisfies Choices;

export const closingStateWords = {
  proposed: { it: 'proposta, in attesa di controllo', en: 'proposed, awaiting a check' },
  confirmed: { it: 'confermata da una seconda persona', en: 'confirmed by a second person' },
  'sent-back': { it: 'rimandata indietro', en: 'sent back' },
} as const satisfies Choices;

export const evidenceKindWords = {
  document: { it: 'documento', en: 'document' },
  link: { it: 'link', en: 'link' },
} as const satisfies Choices;
