// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Event } from '../../../api/city/events/contract.ts';
import { eventKindWords, eventStateWords } from '../../../api/city/events/fields.ts';
import { useCells } from '../../charts/cells.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Column, TableOf } from '../../ui/DataTable.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import { EventState } from './EventState.tsx';
import { monthOf } from './queries.ts';

/** Columns of the table and its CSV. */
export function useEventTable(events: readonly Event[]): TableOf<Event> {
  const { t, said, text, date, link, source, note } = useCells();
  const columns: Column<Event>[] = [
    {
      key: 'name',
      header: t('events.one'),
      value: ({ name }) => text(name).text,
      cell: ({ key, name }) => (
        <Go to={`events/${key}`}>
          <Words of={name} />
        </Go>
      ),
      rowHeader: true,
      sortable: true,
    },
    { key: 'kind', header: t('events.kind'), value: ({ kind }) => said(eventKindWords[kind]), sortable: true },
    {
      key: 'state',
      header: t('events.stateOf'),
      value: ({ state }) => said(eventStateWords[state]),
      cell: (event) => <EventState event={event} />,
      sortable: true,
    },
    date('held', t('events.when'), ({ held }) => held),
    { key: 'theme', header: t('events.theme'), value: ({ theme }) => (theme ? text(theme).text : null) },
    { key: 'place', header: t('events.place'), value: ({ place }) => place },
    link('zone', t('charts.zone'), ({ zone }) => zone, 'periphery#'),
    source(),
    note(),
  ];
  return { columns, rows: events, rowKey: ({ key }) => key };
}

function Entry({ event }: { event: Event }) {
  const { t, said } = useTranslate();
  const { when } = useFormat();
  const { key, name, kind, theme, held, place, zone, sessions } = event;
  return (
    <li className="entry">
      <div>
        <Go to={`events/${key}`} className="entry-name">
          <Words of={name} />
        </Go>
        {theme && (
          <span>
            <Words of={theme} />
          </span>
        )}
        <span className="entry-soft">
          {said(eventKindWords[kind])}
          {sessions > 0 && ` · ${t('events.sessions', { count: sessions })}`}
        </span>
      </div>
      <div>
        <span>{held ? when(held) : t('events.noDate')}</span>
        <EventState event={event} />
      </div>
      <div>
        <span className={place ? undefined : 'entry-soft'}>{place ?? t('events.noPlace')}</span>
        {zone && (
          <Go to={`periphery#${zone.key}`}>
            <Words of={zone.name} />
          </Go>
        )}
      </div>
    </li>
  );
}

export function EventEntries({ events }: { events: readonly Event[] }) {
  return (
    <ul className="entries">
      {events.map((event) => (
        <Entry key={event.key} event={event} />
      ))}
    </ul>
  );
}

/** Dated events by month; events with only a year follow the months of that year. */
export function EventMonths({ events }: { events: readonly Event[] }) {
  const { t } = useTranslate();
  const { month } = useFormat();
  const groups = Map.groupBy(events, (event) => monthOf(event) ?? event.held?.date.slice(0, 4) ?? '');
  const order = (key: string) => (key.length === 4 ? `${key}-13` : key);
  return [...groups]
    .toSorted(([a], [b]) => order(a).localeCompare(order(b)))
    .map(([key, some]) => (
      <section key={key} className="event-month" aria-labelledby={`m${key}`}>
        <h3 id={`m${key}`} tabIndex={-1}>
          {key.length === 4 ? t('events.inYear', { year: key }) : month(`${key}-01`)}
        </h3>
        <EventEntries events={some} />
      </section>
    ));
}
