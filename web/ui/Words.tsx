// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Bilingual, useText } from '../i18n/text.ts';

/** Bilingual content, with a `lang` attribute if it differs from the page's language. */
export function Words({ of }: { of: Bilingual }) {
  const { text, lang } = useText()(of);
  return lang ? <span lang={lang}>{text}</span> : text;
}
