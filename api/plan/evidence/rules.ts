// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

interface Rests {
  doneOn: string | null;
  closing: 'proposed' | 'confirmed' | 'sent-back' | null;
}

/** Why evidence stays: a closing rests on it. */
export function whyNotRemoved({ doneOn, closing }: Rests): Rule | null {
  return doneOn !== null || closing === 'proposed' || closing === 'confirmed' ? 'closing-rests' : null;
}
