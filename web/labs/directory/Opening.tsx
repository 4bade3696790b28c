// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Words } from '../../ui/Words.tsx';
import type { Lab } from './queries.ts';

const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** Weekday names in the page's language, from Monday. */
export function useWeekdays(): string[] {
  const { i18n } = useTranslate();
  const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  return [0, 1, 2, 3, 4, 5, 6].map((at) => format.format(monday + at * dayMs));
}

/** Weekly hours and exceptions. */
export function Opening({ lab: { hours, exceptions } }: { lab: Lab }) {
  const { t } = useTranslate();
  const { day } = useFormat();
  const weekdays = useWeekdays();
  if (hours === null && exceptions.length === 0) return <span className="not-recorded">{t('entry.hoursUnknown')}</span>;
  const spans = (weekday: number) => (hours ?? []).filter((span) => span.weekday === weekday);
  return (
    <>
      {hours && (
        <table className="hours">
          <caption className="visually-hidden">{t('entry.hours')}</caption>
          <tbody>
            {weekdays.map((name, at) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  {spans(at + 1)
                    .map(({ opens, closes }) => `${opens}–${closes}`)
                    .join(', ') || t('entry.closed')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {exceptions.map(({ from, to, opens, closes, why }) => (
        <p key={`${from}${opens ?? ''}`} className="hours-exception">
          {from === to ? day(from) : `${day(from)} – ${day(to)}`}:{' '}
          {opens && closes ? `${opens}–${closes}` : t('entry.closed')}
          {why && (
            <>
              {' ('}
              <Words of={why} />)
            </>
          )}
        </p>
      ))}
    </>
  );
}
