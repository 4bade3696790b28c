// SPDX-License-Identifier: AGPL-3.0-or-later

import { useParams } from 'react-router';
import { eventKindWords } from '../../../api/city/events/fields.ts';
import { useCells } from '../../charts/cells.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Described, Prose } from '../../ui/Prose.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { EventState } from './EventState.tsx';
import { useEvent, type WholeEvent } from './queries.ts';

type Session = WholeEvent['sessionList'][number];

function Byline({ event }: { event: WholeEvent }) {
  const { t, said } = useTranslate();
  const { when } = useFormat();
  const { kind, held, place, zone, area } = event;
  return (
    <p className="byline">
      <span>{said(eventKindWords[kind])}</span>
      <EventState event={event} />
      <span>{held ? when(held) : t('events.noDate')}</span>
      <span>{place ?? t('events.noPlace')}</span>
      {zone && (
        <span>
          <Go to={`periphery#${zone.key}`}>
            <Words of={zone.name} />
          </Go>
        </span>
      )}
      {area && (
        <span>
          <Go to={`areas/${area.key}`}>
            <Words of={area.name} />
          </Go>
        </span>
      )}
    </p>
  );
}

function Heading({ event }: { event: WholeEvent }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const { name, theme, source } = event;
  return (
    <section className="record-notes">
      <p className="kicker">
        <Go to="events">{t('nav.events')}</Go>
      </p>
      <h1 className="lead">
        <Words of={name} />
      </h1>
      <Byline event={event} />
      <Prose of={theme} lead={`${t('events.theme')}.`} />
      <Described of={event} />
      <FigureNotes source={source} datedOn={updatedOn} owner={owner} />
    </section>
  );
}

function useSessionTable(sessions: readonly Session[]) {
  const { t, text, source } = useCells();
  const columns: Column<Session>[] = [
    { key: 'position', header: '#', value: ({ position }) => position, numeric: true },
    { key: 'name', header: t('events.session'), value: ({ name }) => text(name).text, rowHeader: true },
    { key: 'speakers', header: t('events.speakers'), value: ({ speakers }) => speakers },
    { key: 'summary', header: t('events.theme'), value: ({ summary }) => (summary ? text(summary).text : null) },
    source(),
  ];
  return { columns, rows: sessions, rowKey: ({ key }: Session) => key };
}

function Speakers({ names }: { names: string }) {
  const { t } = useTranslate();
  return (
    <ul className="speakers" aria-label={t('events.speakers')}>
      {names.split(/;\s*/).map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

function Sessions({ event: { sessionList, source } }: { event: WholeEvent }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const table = useSessionTable(sessionList);
  return (
    <Figure
      id="sessions"
      title={t('events.sessionsTitle', { count: sessionList.length })}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <ol className="sessions">
        {sessionList.map(({ key, name, speakers, summary }) => (
          <li key={key}>
            <h3>
              <Words of={name} />
            </h3>
            {speakers && <Speakers names={speakers} />}
            {summary && (
              <p>
                <Words of={summary} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </Figure>
  );
}

/** One event: theme, place, panels and speakers. */
export function EventPage() {
  const { t } = useTranslate();
  const { event = '' } = useParams();
  return (
    <ReadPage of={useEvent(event)} title={t('events.one')} named={({ name }) => name} height={900}>
      {(found) => (
        <>
          <Heading event={found} />
          {found.sessionList.length > 0 ? (
            <Sessions event={found} />
          ) : (
            <p className="muted">{t('events.noSessions')}</p>
          )}
          <History of={`events/${found.key}`} />
        </>
      )}
    </ReadPage>
  );
}
