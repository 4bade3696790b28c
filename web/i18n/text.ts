// SPDX-License-Identifier: AGPL-3.0-or-later
import { useCallback } from 'react';
import { useAddress } from '../ui/address.ts';

export interface Bilingual {
  it: string;
  en?: string | undefined;
}

export interface Text {
  text: string;
  /** Set where the words are not in the page's language, so that they are read aloud as what they are. */
  lang: 'it' | undefined;
}

/** Content in the page's language; in Italian, marked as such, where nobody has translated it. */
export function useText(): (content: Bilingual) => Text {
  const { language } = useAddress();
  return useCallback(
    (content) => {
      if (language === 'en' && !content.en) return { text: content.it, lang: 'it' };
      return { text: language === 'en' ? (content.en ?? content.it) : content.it, lang: undefined };
    },
    [language],
  );
}
