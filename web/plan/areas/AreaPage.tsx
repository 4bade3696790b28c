// SPDX-License-Identifier: AGPL-3.0-or-later

import { useParams } from 'react-router';
import { Gantt } from '../../charts/Gantt.tsx';
import { useGanttTable } from '../../charts/planTables.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { ChainLink } from '../../ui/ChainLink.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { MilestoneList } from '../milestones/MilestoneLinks.tsx';
import { usePlanned } from '../milestones/queries.ts';
import { useTally } from '../milestones/Tally.tsx';
import { AddInitiative } from './AddInitiative.tsx';
import { Awarded } from './Awarded.tsx';
import { Initiatives } from './Initiatives.tsx';
import { type Area, useArea } from './queries.ts';

function LedBy({ area: { lead, leadPerson } }: { area: Area }) {
  const { t } = useTranslate();
  const text = useText();
  const name = lead && text(lead.name).text;
  if (!name && !leadPerson) return null;
  const said =
    name && leadPerson
      ? t('areas.ledBy', { name, person: leadPerson })
      : t('areas.led', { name: name ?? leadPerson ?? '' });
  return <p className="byline">{lead ? <Go to={`organisations/${lead.key}`}>{said}</Go> : said}</p>;
}

function Heading({ area }: { area: Area }) {
  const { t } = useTranslate();
  const { areaList } = useProgramme();
  const { name, position, whole, summary, note, progress } = area;
  const of = areaList.filter((one) => !one.whole).length;
  return (
    <div className="opening">
      <div>
        {!whole && <p className="byline">{t('areas.number', { position, of })}</p>}
        <h1 className="lead">
          <Words of={name} />
        </h1>
        <LedBy area={area} />
        <p className="byline">
          <ChainLink kind="area" itemKey={area.key} />
        </p>
        <div className="prose">
          <p>
            <Words of={summary} />
          </p>
          {note && (
            <p className="muted">
              <Words of={note} />
            </p>
          )}
        </div>
      </div>
      {progress.milestones > 0 && <Progress reached={progress.reachedShare} promised={progress.promisedShare} />}
    </div>
  );
}

/** Timeline of all milestones of the area, across cycles. */
function Milestones({ area }: { area: Area }) {
  const { t } = useTranslate();
  const { owner, updatedOn, day } = useProgramme();
  const { milestones, progress, source } = area;
  const { areas, rows } = usePlanned(milestones);
  const days = rows
    .flatMap(({ firstPromise, promise, forecast, done }) => [firstPromise, promise, forecast, done])
    .flatMap((on) => (on ? [on.date] : []))
    .toSorted();
  const title = t('areas.milestones', { count: milestones.length, tally: useTally()(progress.byStatus) });
  const gantt = {
    label: t('plan.views.gantt'),
    from: days[0] ?? day,
    to: days.at(-1) ?? day,
    judgedOn: day,
    areas: areas.filter(({ key }) => key === area.key),
    milestones: rows,
  };
  const table = useGanttTable(gantt);
  return (
    <Figure
      id="milestones"
      title={title.charAt(0).toUpperCase() + title.slice(1)}
      subtitle={t('plan.subtitle.gantt')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      {gantt.from < gantt.to ? <Gantt {...gantt} /> : <MilestoneList milestones={milestones} />}
    </Figure>
  );
}

function Calls({ calls, awarded }: Pick<Area, 'calls' | 'awarded'>) {
  const { t } = useTranslate();
  return (
    <section aria-labelledby="calls-title">
      <h2 id="calls-title">{t('areas.calls')}</h2>
      {awarded && <Awarded of={awarded} />}
      <ul className="items">
        {calls.map(({ key, name }) => (
          <li key={key}>
            <Go to={`calls/${key}`}>
              <Words of={name} />
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Others({ but }: { but: string }) {
  const { t } = useTranslate();
  const { areaList } = useProgramme();
  return (
    <nav className="switch" aria-label={t('areas.others')}>
      {areaList.map(({ key, name }) =>
        key === but ? null : (
          <Go key={key} to={`areas/${key}`}>
            <Words of={name} />
          </Go>
        ),
      )}
    </nav>
  );
}

export function AreaPage() {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const { area = '' } = useParams();
  return (
    <ReadPage of={useArea(area)} title={t('milestone.area')} named={({ name }) => name} height={900}>
      {(found) => (
        <>
          <Heading area={found} />
          {found.milestones.length ? <Milestones area={found} /> : <p className="muted">{t('areas.noMilestones')}</p>}
          <Initiatives initiatives={found.initiativeList} from={found.source?.key} />
          <AddInitiative key={found.key} area={found.key} />
          {found.calls.length > 0 && <Calls calls={found.calls} awarded={found.awarded} />}
          <History of={`areas/${found.key}`} />
          <div className="figure-foot">
            <FigureNotes source={found.source} datedOn={updatedOn} owner={owner} />
          </div>
          <Others but={found.key} />
        </>
      )}
    </ReadPage>
  );
}
