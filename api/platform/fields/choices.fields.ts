// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Choices } from './rules.ts';

/** Access in a wheelchair, of labs and spaces. */
export const wheelchairWords = {
  yes: { it: 'accessibile in carrozzina', en: 'wheelchair accessible', also: ['sì', 'accessibile', 'accessible'] },
  partly: { it: 'accessibile in parte', en: 'accessible in part', also: ['in parte', 'parziale', 'in part'] },
  no: { it: 'non accessibile', en: 'not accessible' },
} as const satisfies Choices;

/** How precisely a date is known; a coarse date is the last day of its span. */
export const precisionWords = {
  day: { it: 'il giorno', en: 'the day' },
  month: { it: 'il mese', en: 'the month' },
  quarter: { it: 'il trimestre', en: 'the quarter' },
  'half-year': { it: 'il semestre dell’anno', en: 'the half-year' },
  year: { it: 'l’anno', en: 'the year' },
  cycle: { it: 'il semestre del piano', en: 'the cycle of the plan' },
} as const satisfies Choices;

/** Where money comes from, of funds and contributions. */
export const originWords = {
  public: { it: 'pubblico', en: 'public' },
  private: { it: 'privato', en: 'private' },
} as const satisfies Choices;
