// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SpaceRule } from './rules.ts';

/** What each rule of the census of spaces says to whoever comes up against it. */
export const spaceWords: Record<SpaceRule, { it: string; en: string }> = {
  'space-there': { it: 'Lo spazio è già in questo stato.', en: 'The space is in this state already.' },
  'space-by-call': {
    it: 'In un bando entra, e ne esce, solo con il bando: con la pubblicazione e con la graduatoria.',
    en: 'It goes into a call, and out of it, by the call alone: when it is published and when it is ranked.',
  },
  'space-step': {
    it: 'Da questo stato non si passa a quello: mancano i passi in mezzo.',
    en: 'This state does not lead to that one: there are steps between.',
  },
  'space-before': {
    it: 'La data precede quella dello stato di adesso.',
    en: 'The date lies before that of the present state.',
  },
  'blur-private': {
    it: 'Solo di uno spazio privato la posizione può essere approssimata: segna prima che la proprietà è privata.',
    en: 'Only a private space can have an approximate location: say first that its owner is private.',
  },
  'photo-tells-place': {
    it: 'La foto porta con sé dati (EXIF o XMP) che possono rivelare la posizione esatta, qui non pubblica: toglili e mandala di nuovo.',
    en: 'The photo carries data (EXIF or XMP) that may tell the exact location, which is not public here: remove them and send it again.',
  },
  'plan-there': {
    it: 'Le piante sono già sei: prima toglierne una.',
    en: 'There are six plans already: take one off first.',
  },
};
