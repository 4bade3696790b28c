// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../../i18n/format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAddress } from '../../ui/address.ts';

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
export function useListed(): (column: string, value: string) => string | undefined {
  const { t } = useTranslate();
  const { day } = useFormat();
  const { nameOf } = useTerms();
  const lines = useLines();
  const words: Record<string, (one: never) => string> = {
    services: (one: 'training') => t(`labs.services.${one}`),
    utilities: (one: 'water') => t(`census.utility.${one}`),
    admitted_uses: (one: 'craft') => t(`census.uses.${one}`),
    constraints: (one: 'heritage') => t(`census.constraint.${one}`),
    materials: nameOf,
    languages: String,
    links: String,
    hours: lines.hours,
    hours_exceptions: lines.exception,
    prices: lines.price,
  };
  return (column, value) => {
    if (column === 'process') return nameOf(value);
    if (column === 'confirmed') {
      const days = Object.entries((parsed(value) ?? {}) as Record<'about', string>) as ['about', string][];
      return days.map(([section, on]) => `${t(`entry.sections.${section}`)}: ${day(on)}`).join('; ') || '—';
    }
    const list = words[column] && parsed(value);
    return Array.isArray(list) ? list.map((one) => words[column]?.(one as never)).join('; ') || '—' : undefined;
  };
}
