// SPDX-License-Identifier: AGPL-3.0-or-later
import i18next, { type BackendModule, type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { elided } from '../../api/http/rules.ts';
import type { rooms } from './it/rooms.ts';
import type { it } from './it.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof it & typeof rooms };
  }
}

const loaders: Record<string, () => Promise<object>> = {
  it: () => import('./it.ts').then((module) => module.it),
  en: () => import('./en.ts').then((module) => module.en),
};

const roomLoaders: typeof loaders = {
  it: () => import('./it/rooms.ts').then((module) => module.rooms),
  en: () => import('./en/rooms.ts').then((module) => module.rooms),
};

/** Resolves when the texts of the first language are loaded. */
export let begun: Promise<unknown>;
let roomsWanted = false;

/** Texts of rarely opened pages load with the first of those pages, and then for each language change. */
export async function withRooms<Page>(page: Promise<Page>): Promise<Page> {
  roomsWanted = true;
  await begun;
  const words = i18next.languages.map(async (language) => {
    i18next.addResourceBundle(language, 'translation', await roomLoaders[language]?.());
  });
  await Promise.all(words);
  return page;
}

const chunks: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, _namespace, done) => {
    const load = loaders[language] ?? loaders.it;
    Promise.all([load?.(), roomsWanted ? roomLoaders[language]?.() : {}]).then(
      ([texts, more]) => done(null, { ...texts, ...more }),
      (cause: Error) => done(cause, false),
    );
  },
};

/** Dates and figures are inserted as values, so Italian elision is applied to the finished text. */
const elision: PostProcessorModule = {
  type: 'postProcessor',
  name: 'elision',
  process: (value, _key, _options, translator: { language?: string }) =>
    translator.language === 'it' ? elided(value) : value,
};

export const languageAtFirst = (pathname: string, spoken: readonly string[]): 'it' | 'en' => {
  const first = pathname.split('/')[1];
  if (first === 'it' || first === 'en') return first;
  return spoken[0]?.startsWith('it') ? 'it' : 'en';
};

begun = i18next
  .use(chunks)
  .use(elision)
  .use(initReactI18next)
  .init({
    postProcess: ['elision'],
    lng: languageAtFirst(window.location.pathname, navigator.languages),
    fallbackLng: false,
    supportedLngs: ['it', 'en'],
    interpolation: { escapeValue: false },
  });
