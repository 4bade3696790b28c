// SPDX-License-Identifier: AGPL-3.0-or-later
import { fieldOf } from '../../../api/fields.ts';
import type { Choices } from '../../../api/platform/fields/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAddress } from '../../ui/address.ts';
import { useChoices } from '../fields/FieldValue.tsx';

interface Said {
  it: string;
  en?: string;
}
interface Span {
  weekday: number;
  opens: string;
  closes: string;
}
interface Exception {
  from: string;
  to: string;
  opens?: string;
  closes?: string;
  why?: Said;
}
interface Price {
  name: Said;
  amountEur: number;
  per: 'once' | 'hour' | 'day' | 'month' | 'year';
}

const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Hours, exceptions and prices, one line each. */
function useLines() {
  const { t, i18n } = useTranslate();
  const { day, euro } = useFormat();
  const { language } = useAddress();
  const said = (text: Said) => text[language] ?? text.it;
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  const hours = ({ weekday: at, opens, closes }: Span) =>
    `${weekday.format(monday + (at - 1) * dayMs)} ${opens}–${closes}`;
  const exception = ({ from, to, opens, closes, why }: Exception) =>
    [
      from === to ? day(from) : `${day(from)} – ${day(to)}`,
      opens && closes ? `${opens}–${closes}` : t('entry.closed'),
      why && `(${said(why)})`,
    ]
      .filter(Boolean)
      .join(' ');
  const price = ({ name, amountEur, per }: Price) =>
    `${said(name)}: ${euro(amountEur)}${per === 'once' ? '' : ` / ${t(`entry.pers.${per}`)}`}`;
  return { hours, exception, price };
}

/** Words of a value with parts that has no lines of its own: "lower amount requested; points in the criterion: price". */
function useParts() {
  const { said } = useTranslate();
  const wordOf = (word: string, words: Choices = {}) => (words[word] ? said(words[word]) : word);
  const partsOf = (value: unknown, words?: Choices): string[] => {
    if (Array.isArray(value)) return value.flatMap((one) => partsOf(one, words));
    if (typeof value !== 'object' || value === null) return [wordOf(String(value), words)];
    return Object.entries(value).map(([name, one]) => `${wordOf(name, words)}: ${partsOf(one, words).join(', ')}`);
  };
  return partsOf;
}

/** A value with parts as text; undefined for other values. */
export function useListed(): (table: string, column: string, value: string) => string | undefined {
  const { t } = useTranslate();
  const { day } = useFormat();
  const { wordOf } = useChoices();
  const lines = useLines();
  const partsOf = useParts();
  const confirmed = (value: unknown) =>
    Object.entries(value as Record<'about', string>).map(
      ([section, on]) => `${t(`entry.sections.${section as 'about'}`)}: ${day(on)}`,
    );
  const each = (line: (one: never) => string) => (value: unknown) => (value as never[]).map(line);
  const own: Record<string, (value: unknown) => string[]> = {
    hours: each(lines.hours),
    hours_exceptions: each(lines.exception),
    prices: each(lines.price),
    confirmed,
  };
  return (table, column, value) => {
    const field = fieldOf(table, column);
    if (!field || !['choices', 'words', 'json'].includes(field.kind)) return undefined;
    const parts = parsed(value);
    if (typeof parts !== 'object' || parts === null) return undefined;
    const words = 'choices' in field ? (parts as string[]).map((one) => wordOf(field, one)) : undefined;
    const said = words ?? own[column]?.(parts) ?? partsOf(parts, field.kind === 'json' ? field.words : undefined);
    return said.join('; ') || '—';
  };
}
