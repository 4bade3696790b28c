// SPDX-License-Identifier: AGPL-3.0-or-later
import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';

export type Language = 'it' | 'en';
export const languages: readonly Language[] = ['it', 'en'];
export const isLanguage = (text: string | undefined): text is Language => languages.includes(text as Language);

const civil = /^\d{4}-\d{2}-\d{2}$/;

export interface Address {
  language: Language;
  programme: string;
  asOf: string | undefined;
  /** Path of a page of this programme, keeping the day: to('plan?area=spaces'), to('periphery#municipio-8'), to(''). */
  to: (page: string) => string;
  /** The current page in another language. */
  inLanguage: (language: Language) => string;
}

export function useAddress(): Address {
  const { lang, programme = '' } = useParams();
  const { pathname, search, hash } = useLocation();
  const language = isLanguage(lang) ? lang : 'it';
  const given = new URLSearchParams(search).get('asOf') ?? '';
  const asOf = civil.test(given) ? given : undefined;
  const to = (page: string) => {
    const [before = '', mark] = page.split('#');
    const [place = '', query] = before.split('?');
    const path = [`/${language}`, programme, place].filter(Boolean).join('/');
    const asked = [query, asOf && `asOf=${asOf}`].filter(Boolean).join('&');
    return path + (asked && `?${asked}`) + (mark ? `#${mark}` : '');
  };
  const inLanguage = (other: Language) => pathname.replace(/^\/[^/]*/, `/${other}`) + search + hash;
  return { language, programme, asOf, to, inLanguage };
}

/** The form that the address asks for (`?edit=hours`); a new object each time a link is followed. */
export function useAskedForm(): { form: string | null } {
  const { search, key } = useLocation();
  return useMemo(() => ({ form: new URLSearchParams(search).get('edit'), key }), [search, key]);
}

export type Question = Record<string, string | undefined>;

/** Changes query parameters only: keeps the page, scroll position and focus. */
export function useAsk(): (changes: Question) => void {
  const navigate = useNavigate();
  return useCallback(
    (changes) => {
      const search = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value) search.set(name, value);
        else search.delete(name);
      }
      navigate({ search: search.toString() }, { replace: true });
    },
    [navigate],
  );
}
