// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import type { readProgramme } from '../../api/city/programmes/contract.ts';
import type { ReplyOf } from '../../api/contract.ts';
import { type Bilingual, useText } from './text.ts';

type Terms = ReplyOf<typeof readProgramme>['terms'];
type Term = keyof Terms;

const names: readonly Term[] = ['area', 'areas', 'zone', 'periphery'];

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
/** Lower-cases a common noun within a sentence; proper names ("Mezzogiorno") and acronyms ("WP3") are unchanged. */
const lower = (words: string) => (/^.[A-Z]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1));

function wordsOf(
  terms: Terms | undefined,
  usual: (term: Term | 'territory') => string,
  text: (of: Bilingual) => string,
) {
  const own = names.some((name) => terms?.[name]);
  const words = new Map<string, string>();
  for (const name of names) {
    const given = terms?.[name];
    // A programme with its own terms and none for periphery does not use the concept.
    const said = given ? text(given) : usual(own && name === 'periphery' ? 'territory' : name);
    words.set(upper(name), upper(said));
    words.set(name, name === 'periphery' ? said : lower(said));
  }
  return { own, words };
}

/**
 * Translates with the programme's terms: ‹area›, ‹areas›, ‹zone› and ‹periphery› are placeholders for them, and a
 * key ending in _own replaces its base key if the programme has its own terms.
 */
export function useTranslate(of?: Terms): {
  t: TFunction;
  /** Words that are not in the texts of the page but beside a field. */
  said: (words: { it: string; en: string }) => string;
  i18n: ReturnType<typeof useTranslation>['i18n'];
} {
  const { t, i18n } = useTranslation();
  const text = useText();
  const framed = useOutletContext<{ terms?: Terms } | undefined>()?.terms;
  const terms = of ?? framed;
  const translate = useMemo(() => {
    const { own, words } = wordsOf(
      terms,
      (term) => t(`terms.${term}`),
      (one) => text(one).text,
    );
    const plain = t as unknown as (key: string, options?: object) => string;
    const withTerms = (said: string) => said.replace(/‹(\w+)›/g, (whole, word: string) => words.get(word) ?? whole);
    const of = ((key: string, options?: object) =>
      withTerms(plain(key, own ? { context: 'own', ...options } : options))) as unknown as TFunction;
    return { t: of, said: (one: { it: string; en: string }) => withTerms(text(one).text) };
  }, [terms, t, text]);
  return { ...translate, i18n };
}
