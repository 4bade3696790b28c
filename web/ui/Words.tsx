// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Bilingual, useText } from '../i18n/text.ts';

/** Bilingual content, marked with its own language when that is not the page's. */
export function Words({ of }: { of: Bilingual }) {
  const { text, lang } = useText()(of);
  return lang ? <span lang={lang}>{text}</span> : text;
}
