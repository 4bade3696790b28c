// SPDX-License-Identifier: AGPL-3.0-or-later
import { useCallback } from 'react';
import { useAddress } from '../ui/address.ts';

export interface Bilingual {
  it: string;
  en?: string | undefined;
}

export interface Text {
  text: string;
  /** Set if the text is not in the page's language (for screen readers). */
  lang: 'it' | undefined;
}

/** Content in the page's language; if untranslated, in Italian and marked as such. */
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
