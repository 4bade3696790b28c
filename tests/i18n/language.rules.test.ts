// SPDX-License-Identifier: AGPL-3.0-or-later
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { records } from '../../api/fields.ts';
import { dayIn, elided } from '../../api/http/rules.ts';
import { ruleWords } from '../../api/http/words.ts';
import { type Letter, linkLetter, momentIn, unknownLetter } from '../../api/platform/mail/rules.ts';
import { dateWords } from '../../web/i18n/dates.ts';
import { rooms as enRooms } from '../../web/i18n/en/rooms.ts';
import { en as enMain } from '../../web/i18n/en.ts';
import { rooms as itRooms } from '../../web/i18n/it/rooms.ts';
import { it as itMain } from '../../web/i18n/it.ts';

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );

const letters = (language: 'it' | 'en'): Record<string, Letter> => ({
  link: linkLetter(language, 'https://officina.example/x', 15),
  unknown: unknownLetter(language),
});
const server = (language: 'it' | 'en'): Tree => ({
  rules: Object.fromEntries(Object.entries(ruleWords).map(([rule, words]) => [rule, words[language]])),
  letters: Object.fromEntries(
    Object.entries(letters(language)).map(([name, { subject, body }]) => [name, { subject, body }]),
  ),
});
/** Labels, help and choices of the fields. */
const described = (language: 'it' | 'en'): Tree =>
  Object.fromEntries(
    records.map(({ table, title, fields }) => {
      const words = Object.entries(fields).map(([column, field]) => {
        const choices = 'choices' in field ? Object.entries(field.choices) : [];
        const chosen = Object.fromEntries(choices.map(([key, one]) => [key, one[language]]));
        return [
          column,
          { label: field.label[language], ...(field.help ? { help: field.help[language] } : {}), ...chosen },
        ];
      });
      return [table, { title: title[language], ...Object.fromEntries(words) }];
    }),
  );
const strings = {
  it: flat({ ...itMain, ...itRooms, server: server('it'), fields: described('it') } as Tree),
  en: flat({ ...enMain, ...enRooms, server: server('en'), fields: described('en') } as Tree),
};

const allowed = (words: readonly [string, string][], fault: RegExp, but: RegExp = /^$/) =>
  words.filter(([key, said]) => fault.test(said) && !but.test(key)).map(([key, said]) => `${key}: ${said}`);

/** Texts with URLs or commands are literal. */
const codes = /npm|https?:/;

describe('the texts of both languages', () => {
  test('have the same keys', () => {
    const keys = (of: readonly [string, string][]) => of.map(([key]) => key).toSorted();
    expect(keys(strings.en)).toEqual(keys(strings.it));
  });

  test.each(['it', 'en'] as const)('are set with curly apostrophes and quotes (%s)', (language) => {
    const plain = strings[language].filter(([, said]) => !codes.test(said));
    expect(allowed(plain, /['"]|\.\.\./)).toEqual([]);
  });

  test.each(['it', 'en'] as const)('name no date as a code, no money in k€, M€ or Mrd (%s)', (language) => {
    expect(allowed(strings[language], /\b\d{4}-\d{2}(-\d{2})?\b|k€|M€|Mrd|\d:\d\d:\d\d/)).toEqual([]);
  });
});

describe('the Italian texts', () => {
  test('use «impegno» only for money and in discretion', () => {
    const commitments = /\b[Ii]mpegn(o|i)\b/;
    expect(allowed(strings.it, commitments, /^money\.|^asked\.open$/)).toEqual([]);
  });

  test('use no word that the style guide replaces', () => {
    const refused =
      /\b(Tieni|Togli|Togliere|togli(mi|la|lo|li)|Entra|Riferisci|[Rr]ipianific\w+|Libera la somma|advisory board|amministratore|funzionari[oi]|valutator[ei]|gestore|Mandami|Sto (caricando|salvando)|Destinato|[Qq]uel che|girerebbero|da sé mentre|e basta|poggia\w*|Non si può|Serve accedere|[Rr]isponde il|chi ne risponde|Lascia perdere|in mano)\b|Sei (stato )?invitato|nel fare|senza notizie/;
    expect(allowed(strings.it, refused)).toEqual([]);
  });

  test('use «stanziato» for allocated money, and «responsabile» for the person in charge', () => {
    expect(allowed(strings.it, /(?<!non )\b(risponde|Destinato|Programmato)\b/)).toEqual([]);
  });

  test('do not agree in gender with inserted names', () => {
    const gendered =
      /\{\{(name|zone|lab|what|owner|office|about)\}\}»? (è|sono|era|si è) (la|il|stat|rag|ritirat|chius|conclus|apert)/;
    expect(allowed(strings.it, gendered)).toEqual([]);
  });

  test('have a figure in plural forms', () => {
    const plurals = new Map(strings.it);
    const spelt = strings.it.filter(
      ([key, said]) =>
        key.endsWith('_one') &&
        /^\W*(un|uno|una|un’)\b/i.test(said) &&
        /\{\{(count|figure)\}\}/.test(plurals.get(key.replace(/_one$/, '_other')) ?? ''),
    );
    expect(spelt).toEqual([]);
  });
});

test('the English texts use subject-first order and current language', () => {
  const refused =
    /\b(is no more|for who\b|answers for|[Kk]eep this|Come in|Name them|[Rr]e-plan\w*|take back|[Ll]et it go|as it stands now|resting on|in hand with|Take it back|whom it concerns)\b|^Of one|^Of \{\{/;
  expect(allowed(strings.en, refused)).toEqual([]);
});

describe('Italian elides before 8 and 11', () => {
  const t = async () => {
    const made = i18next.createInstance();
    await made.init({
      lng: 'it',
      resources: { it: { translation: { ...itMain, ...itRooms } } },
    });
    return made.getFixedT('it');
  };

  test('with every preposition, before dates, shares and counts', () => {
    const said = [
      'chiuso il 8 novembre',
      'Al 8 novembre',
      'dal 11 marzo',
      'fino al 80\u00a0%',
      'nessuno dei 8 traguardi',
    ];
    expect(said.map(elided)).toEqual([
      'chiuso l’8 novembre',
      'All’8 novembre',
      'dall’11 marzo',
      'fino all’80\u00a0%',
      'nessuno degli\u00a08 traguardi',
    ]);
    const unchanged = ['il 18 marzo', 'al 1° agosto', 'dal 110', 'alle 8:00', 'Fase I 8', 'nel 2018'];
    expect(unchanged.map(elided)).toEqual(unchanged);
  });

  test('in every text with a date', async () => {
    const words = await t();
    const say = words as unknown as (key: string, values: object) => string;
    const dates = dateWords(words, 'it-IT', 'Europe/Rome');
    const names = ['date', 'day', 'at', 'since', 'until', 'from', 'to', 'proposed', 'recorded'];
    for (const on of ['2026-11-08', '2026-03-11']) {
      const day = dates.day(on);
      const values = { ...Object.fromEntries(names.map((name) => [name, day])), count: 2, share: '80\u00a0%' };
      const wrong = strings.it
        .filter(([key, said]) => !key.startsWith('server.') && /\{\{(date|day|at|since|until|from|to)\}\}/.test(said))
        .map(([key]) => elided(say(key, values)))
        .filter((said) => /\b(il|al|dal|del|nel|sul)[ \u00a0](8|11)\b/i.test(said));
      expect(wrong).toEqual([]);
      expect(dates.at({ date: on, precision: 'day' })).toBe(`l’${day}`);
      expect(dates.by({ date: on, precision: 'day' })).toBe(`entro l’${day}`);
    }
  });

  test('and deadlines are to the minute, with the time zone', async () => {
    const at = '2026-11-08T11:00:00Z';
    const words = await t();
    expect(dateWords(words, 'it-IT', 'Europe/Rome').deadline(at)).toBe('8 novembre 2026 alle 12:00 (ora italiana)');
    expect(momentIn('it', at, 'Europe/Rome')).toBe('8 novembre 2026 alle 12:00 (ora italiana)');
    expect(momentIn('en', at, 'Europe/Rome')).toBe('8 November 2026 at 12:00 (Italian time)');
    expect(dayIn('it', '2019-03-28')).toBe('28 marzo 2019');
  });
});
