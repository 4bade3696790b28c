// SPDX-License-Identifier: AGPL-3.0-or-later
import { tz } from '@date-fns/tz';
import { lightFormat } from 'date-fns/lightFormat';
import { parseISO } from 'date-fns/parseISO';
import { useTranslation } from 'react-i18next';
import { isElsewhere } from '../i18n/dates.ts';
import { useCityZone } from '../i18n/format.ts';

/** An instant as a datetime-local value: city time, to the minute; empty for null. */
export const typedAt = (at: string | null, timezone: string): string =>
  at ? lightFormat(tz(timezone)(at), "yyyy-MM-dd'T'HH:mm") : '';

/** The UTC instant of a typed city time; null if the value is empty or invalid. */
export function instantOf(typed: string, timezone: string): string | null {
  const at = +parseISO(typed, { in: tz(timezone) });
  if (Number.isNaN(at)) return typed || null;
  return new Date(at).toISOString();
}

/** Both conversions in the programme's time zone; `hint` names the zone for users in another one. */
export function useInstants() {
  const { t } = useTranslation();
  const timezone = useCityZone() ?? 'UTC';
  return {
    typedAt: (at: string | null) => typedAt(at, timezone),
    instantOf: (typed: string) => instantOf(typed, timezone),
    hint: isElsewhere(timezone, new Date()) ? t('form.cityTime', { zone: timezone }) : undefined,
  };
}
