// SPDX-License-Identifier: AGPL-3.0-or-later
import { fieldOf } from '../../../api/fields.ts';
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

/** A list value as text; undefined for other values. */
export function useListed(): (table: string, column: string, value: string) => string | undefined {
  const { t } = useTranslate();
  const { day } = useFormat();
  const { wordOf } = useChoices();
  const lines = useLines();
  const words: Record<string, (one: never) => string> = {
    languages: String,
    links: String,
    hours: lines.hours,
    hours_exceptions: lines.exception,
    prices: lines.price,
  };
  return (table, column, value) => {
    const field = fieldOf(table, column);
    if (field?.kind === 'choices') {
      const chosen = parsed(value);
      return Array.isArray(chosen) ? chosen.map((one) => wordOf(field, String(one))).join('; ') || '—' : undefined;
    }
    if (column === 'confirmed') {
      const days = Object.entries((parsed(value) ?? {}) as Record<'about', string>) as ['about', string][];
      return days.map(([section, on]) => `${t(`entry.sections.${section}`)}: ${day(on)}`).join('; ') || '—';
    }
    const list = words[column] && parsed(value);
    return Array.isArray(list) ? list.map((one) => words[column]?.(one as never)).join('; ') || '—' : undefined;
  };
}
