// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import type { Indicator } from '../../api/city/indicators/contract.ts';
import type { Language } from '../ui/address.ts';
import { dateWords } from './dates.ts';
import { grouped } from './numbers.ts';

export type Unit = Indicator['unit'];
type Amount = number | string;

const nb = '\u00a0';

// Italian puts a space before the percent sign (ISO 80000-1), English does not.
const percent = (figure: string, language: Language) => `${figure}${language === 'it' ? nb : ''}%`;

const sizes = [
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e5, 'thousand'],
] as const;
type Said = (value: Amount) => string;

/** Compact money for charts: "324 mila €", "1,2 mln €", "1,2 mld €"; texts and tables use full amounts. */
function short(
  value: Amount,
  { euro, tenths, language, t }: { euro: Said; tenths: Said; language: Language; t: TFunction },
): string {
  const size = sizes.find(([least]) => Math.abs(Number(value)) >= least);
  if (!size) return euro(value);
  const [least, unit] = size;
  const figure = `${tenths(Number(value) / (unit === 'thousand' ? 1e3 : least))}${t(`format.${unit}`)}`;
  return language === 'it' ? `${figure}€` : `€${figure}`;
}

function numberWords(language: Language, t: TFunction) {
  const to = (decimals: number) => (value: Amount) => grouped(Number(value), decimals, language);
  const [whole, tenths, hundredths] = [to(0), to(1), to(2)];
  const number = (value: Amount) => (Math.abs(Number(value)) < 10 ? tenths : whole)(value);
  const share = (value: Amount) => percent(whole(Number(value) * 100), language);
  /** A share with its Italian article: "il 62 %", "l’80 %", "lo 0 %". */
  const theShare = (value: Amount) => {
    const figure = share(value);
    if (language === 'en') return figure;
    if (/^(8|11\D)/.test(figure)) return `l’${figure}`;
    return figure.startsWith('0') ? `lo ${figure}` : `il ${figure}`;
  };
  const euros = (value: string, sign = '€') => (language === 'it' ? `${value}${nb}${sign}` : `${sign}${value}`);
  const cents = (value: Amount) => grouped(Number(value), 2, language, 2);
  const euro = (value: Amount) => euros((Number.isInteger(Number(value)) ? whole : cents)(value));
  const euroShort = (value: Amount) => short(value, { euro, tenths, language, t });
  const millions = (value: Amount) => hundredths(Number(value) / 1e6);
  /** Money in a sentence: "21,52 milioni di euro". */
  const euroWords = (value: Amount) =>
    Math.abs(Number(value)) < 1e6
      ? euro(value)
      : t('format.millions', { count: Number(value) === 1e6 ? 1 : 2, figure: millions(value) });
  const squareMetres = (value: Amount) => `${number(value)}${nb}m²`;
  const days = (count: number) => t('format.days', { count, figure: whole(count) });
  const quantity = (value: Amount, unit: Unit) =>
    ({ count: number, eur: euroShort, m2: squareMetres, share, days: (v: Amount) => days(Number(v)) })[unit](value);
  /** Unrounded, so that small differences between two sources stay visible. */
  const exactly = (value: Amount, unit: Unit) => (unit === 'eur' ? euro(value) : quantity(value, unit));
  return {
    number,
    share,
    theShare,
    euro,
    euroShort,
    euroWords,
    millions,
    squareMetres,
    days,
    quantity,
    exactly,
  };
}

/** All recorded decimals, where two different values must not look the same. */
function exactWords(language: Language) {
  const exact = (value: Amount) => grouped(Number(value), 5, language);
  const exactShare = (value: Amount) => percent(grouped(Number(value) * 100, 3, language), language);
  const exactSquareMetres = (value: Amount) => `${exact(value)}${nb}m²`;
  return { exact, exactShare, exactSquareMetres };
}

function lists(t: TFunction) {
  /** "uno, due e tre". */
  const list = (items: readonly string[]) => {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : t('format.and', { before: items.slice(0, -1).join(', '), last });
  };
  return { list };
}

const make = (language: Language, t: TFunction, timezone?: string) => ({
  ...numberWords(language, t),
  ...exactWords(language),
  ...dateWords(t, language === 'it' ? 'it-IT' : 'en-GB', timezone),
  ...lists(t),
});
export type Format = ReturnType<typeof make>;

const made = new Map<string, Format>();

/** The programme's time zone (IANA name); undefined outside a programme. */
export const useCityZone = (): string | undefined => useOutletContext<{ timezone?: string } | undefined>()?.timezone;

/** Formats numbers, money and dates in the page's language, and instants in the programme's time zone. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'it';
  const timezone = useCityZone();
  const key = `${language} ${timezone}`;
  const known = made.get(key);
  if (known) return known;
  const format = make(language, i18n.getFixedT(language), timezone);
  made.set(key, format);
  return format;
}
