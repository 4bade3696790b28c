// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

interface Rests {
  doneOn: string | null;
  closing: 'proposed' | 'confirmed' | 'sent-back' | null;
}

/** Refuses removal of evidence that a closing refers to. */
export function whyNotRemoved({ doneOn, closing }: Rests): Rule | null {
  return doneOn !== null || closing === 'proposed' || closing === 'confirmed' ? 'closing-rests' : null;
}
