// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Event } from '../../../api/city/events/contract.ts';
import { eventKindWords } from '../../../api/city/events/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { together } from '../../reading.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Filters } from '../../ui/Filters.tsx';
import { useSought } from '../../ui/sought.ts';
import { Empty, ReadPage } from '../../ui/states.tsx';
import { EventCalendar } from './EventCalendar.tsx';
import { EventEntries, EventMonths, useEventTable } from './EventList.tsx';
import { isSilent } from './EventState.tsx';
import { eventKinds, useAllEvents, useFoundEvents } from './queries.ts';

type Events = readonly Event[];

function Lead({ events }: { events: Events }) {
  const { t } = useTranslate();
  const { day } = useProgramme();
  const count = (fits: (event: Event) => boolean) => events.filter(fits).length;
  const silent = count((one) => isSilent(one, day));
  const coming = count(({ state, held }) => state === 'announced' && held !== null && held.date >= day);
  const undated = count(({ state, held }) => state === 'announced' && held === null);
  const cancelled = count(({ state }) => state === 'cancelled');
  return (
    <h1 className="lead">
      {t('events.lead.held', { count: count(({ state }) => state === 'held') })}
      {silent > 0 && t('events.lead.announced', { count: silent })}
      {undated > 0 && t('events.lead.undated', { count: undated })}
      {coming > 0 && t('events.lead.coming', { count: coming })}
      {cancelled > 0 && t('events.lead.cancelled', { count: cancelled })}.
    </h1>
  );
}

function EventFilters({ all, found }: { all: Events; found: number }) {
  const { t, said } = useTranslate();
  const kinds = eventKinds.filter((kind) => all.some((one) => one.kind === kind));
  const options = kinds.map((value) => ({ value, label: said(eventKindWords[value]) }));
  if (kinds.length < 2) return null;
  return (
    <Filters
      choices={[{ name: 'kind', label: t('events.kind'), options }]}
      found={t('events.found', { count: found })}
    />
  );
}

function Dated({ events, all }: { events: Events; all: Events }) {
  const { t } = useTranslate();
  const { month } = useFormat();
  const { owner, updatedOn } = useProgramme();
  useSought();
  const days = events.flatMap(({ held }) => (held ? [held.date] : [])).toSorted();
  const span = { from: month(days[0] ?? ''), to: month(days.at(-1) ?? '') };
  const title = t('events.calendar.title', { count: events.length, ...span });
  const table = useEventTable(events);
  return (
    <Figure
      id="calendar"
      title={title}
      subtitle={t('events.calendar.subtitle')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <EventFilters all={all} found={events.length} />
      <EventCalendar caption={title} events={events} />
      <EventMonths events={events} />
    </Figure>
  );
}

function Undated({ events }: { events: Events }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const table = useEventTable(events);
  return (
    <Figure
      id="undated"
      title={t('events.undated', { count: events.length })}
      subtitle={t('events.undatedWords')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <EventEntries events={events} />
    </Figure>
  );
}

function All({ all, found }: { all: Events; found: Events }) {
  const dated = found.filter(({ held }) => held !== null);
  const undated = found.filter(({ held }) => held === null);
  return (
    <>
      <Lead events={all} />
      {all.length === 0 && <Empty />}
      {dated.length > 0 && <Dated events={dated} all={all} />}
      {undated.length > 0 && <Undated events={undated} />}
    </>
  );
}

/** Held and announced events over time. */
export function EventsPage() {
  const { t } = useTranslate();
  const reading = together(useAllEvents(), useFoundEvents());
  return (
    <ReadPage of={reading} title={t('nav.events')} className="page spaced" height={1200}>
      {([all, found]) => <All all={all.items} found={found.items} />}
    </ReadPage>
  );
}
