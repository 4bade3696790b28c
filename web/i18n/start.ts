// SPDX-License-Identifier: AGPL-3.0-or-later
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { it } from './it.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof it };
  }
}

const loaders: Record<string, () => Promise<object>> = {
  it: () => import('./it.ts').then((module) => module.it),
  en: () => import('./en.ts').then((module) => module.en),
};

const chunks: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, _namespace, done) => {
    const load = loaders[language] ?? loaders.it;
    load?.().then(
      (texts) => done(null, texts),
      (cause: Error) => done(cause, false),
    );
  },
};

export const languageAtFirst = (pathname: string, spoken: readonly string[]): 'it' | 'en' => {
  const first = pathname.split('/')[1];
  if (first === 'it' || first === 'en') return first;
  return spoken[0]?.startsWith('it') ? 'it' : 'en';
};

i18next
  .use(chunks)
  .use(initReactI18next)
  .init({
    lng: languageAtFirst(window.location.pathname, navigator.languages),
    fallbackLng: false,
    supportedLngs: ['it', 'en'],
    interpolation: { escapeValue: false },
  });
