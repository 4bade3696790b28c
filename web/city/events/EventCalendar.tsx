// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Event } from '../../../api/city/events/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { monthOf } from './queries.ts';

const twelve = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

const yearOf = ({ held }: Event) => held?.date.slice(0, 4) ?? '';

function Marks({ events }: { events: readonly Event[] }) {
  return events.map(({ key, state }) => <span key={key} className={`event-mark is-${state}`} aria-hidden="true" />);
}

function Month({ year, month, events }: { year: string; month: string; events: readonly Event[] }) {
  const { t } = useTranslate();
  const { month: named } = useFormat();
  if (events.length === 0) return <td />;
  const words = t('events.calendar.cell', { count: events.length, month: named(`${year}-${month}-01`) });
  return (
    <td>
      <Go to={`events#m${year}-${month}`}>
        <span className="visually-hidden">{words}</span>
        <Marks events={events} />
      </Go>
    </td>
  );
}

function Year({ year, events }: { year: string; events: readonly Event[] }) {
  const { t } = useTranslate();
  const coarse = events.filter((one) => monthOf(one) === null);
  return (
    <tr>
      <th scope="row">{year}</th>
      {twelve.map((month) => (
        <Month
          key={month}
          year={year}
          month={month}
          events={events.filter((one) => monthOf(one) === `${year}-${month}`)}
        />
      ))}
      <td>
        {coarse.length > 0 && (
          <Go to={`events#m${year}`}>
            <span className="visually-hidden">{t('events.inYear', { year })}</span>
            <Marks events={coarse} />
          </Go>
        )}
      </td>
    </tr>
  );
}

/** Years by months, one square per event. */
export function EventCalendar({ caption, events }: { caption: string; events: readonly Event[] }) {
  const { t } = useTranslate();
  const { monthShort, month: named } = useFormat();
  const years = events.map(yearOf).toSorted();
  const [first, last] = [Number(years[0]), Number(years.at(-1))];
  const rows = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return (
    <table className="calendar">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('events.calendar.year')}</span>
          </th>
          {twelve.map((month) => (
            <th key={month} scope="col">
              <span className="visually-hidden">{named(`2000-${month}-01`).replace(/\W?2000$/, '')}</span>
              <span aria-hidden="true">{monthShort(`2000-${month}-01`).replace(/\.$/, '')}</span>
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{t('events.calendar.noMonth')}</span>
            <span aria-hidden="true">?</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((year) => (
          <Year key={year} year={year} events={events.filter((one) => yearOf(one) === year)} />
        ))}
      </tbody>
    </table>
  );
}
