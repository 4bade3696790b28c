// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SpaceRule } from './rules.ts';

/** Messages for the rules of the space census. */
export const spaceWords: Record<SpaceRule, { it: string; en: string }> = {
  'space-there': {
    it: 'Lo spazio è già in questo stato: scegline un altro.',
    en: 'The space is already in this state: choose another one.',
  },
  'space-by-call': {
    it: 'Uno spazio entra in un bando con la pubblicazione e ne esce con la graduatoria: agisci sul bando.',
    en: 'A space enters a call when it is published and leaves it with the ranking: act on the call.',
  },
  'space-step': {
    it: 'Da questo stato non si passa a quello scelto: registra prima gli stati intermedi.',
    en: 'This state does not lead to the chosen one: record the intermediate states first.',
  },
  'space-before': {
    it: 'La data precede quella dello stato attuale: scegline una successiva.',
    en: 'The date is before that of the current state: choose a later one.',
  },
  'blur-private': {
    it: 'Solo uno spazio privato può avere una posizione approssimata: indica prima che la proprietà è privata.',
    en: 'Only a private space can have an approximate location: set the ownership to private first.',
  },
  'photo-tells-place': {
    it: 'La foto contiene dati (EXIF o XMP) che possono rivelare la posizione esatta, qui non pubblica: rimuovili e invia di nuovo la foto.',
    en: 'The photo contains data (EXIF or XMP) that may reveal the exact location, which is not public here: remove them and send it again.',
  },
  'plan-there': {
    it: 'Le piante sono già 6. Eliminane una per aggiungerne altre.',
    en: 'There are already 6 plans. Delete one to add others.',
  },
};
