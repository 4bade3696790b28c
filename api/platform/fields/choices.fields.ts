// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Choices } from './rules.ts';

/** Access in a wheelchair, of labs and spaces. */
export const wheelchairWords = {
  yes: { it: 'accessibile in carrozzina', en: 'wheelchair accessible', also: ['sì', 'accessibile', 'accessible'] },
  partly: { it: 'accessibile in parte', en: 'accessible in part', also: ['in parte', 'parziale', 'in part'] },
  no: { it: 'non accessibile', en: 'not accessible' },
} as const satisfies Choices;
