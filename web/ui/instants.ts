// SPDX-License-Identifier: AGPL-3.0-or-later
import { tz } from '@date-fns/tz';
import { lightFormat, parseISO } from 'date-fns';
import { useTranslation } from 'react-i18next';
import { isElsewhere } from '../i18n/dates.ts';
import { useCityZone } from '../i18n/format.ts';

/** An instant as the browser's own field holds it: in the city's time, to the minute; empty where there is none. */
export const typedAt = (at: string | null, timezone: string): string =>
  at ? lightFormat(tz(timezone)(at), "yyyy-MM-dd'T'HH:mm") : '';

/** The instant, in UTC, of what was typed in the city's time; null where nothing was, as it is where it is no moment. */
export function instantOf(typed: string, timezone: string): string | null {
  const at = +parseISO(typed, { in: tz(timezone) });
  if (Number.isNaN(at)) return typed || null;
  return new Date(at).toISOString();
}

/** Both in the time of the programme's city; `hint` says which it is to who is in another. */
export function useInstants() {
  const { t } = useTranslation();
  const timezone = useCityZone() ?? 'UTC';
  return {
    typedAt: (at: string | null) => typedAt(at, timezone),
    instantOf: (typed: string) => instantOf(typed, timezone),
    hint: isElsewhere(timezone, new Date()) ? t('form.cityTime', { zone: timezone }) : undefined,
  };
}
