// SPDX-License-Identifier: AGPL-3.0-or-later

import { useParams } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { ChainLink } from '../../ui/ChainLink.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Help } from '../../ui/Help.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { Closings } from '../closings/Closings.tsx';
import { Keeping } from './Keeping.tsx';
import { MilestoneLead } from './MilestoneLead.tsx';
import { Dependencies, Evidence } from './MilestoneLinks.tsx';
import { PromiseHistory } from './PromiseHistory.tsx';
import { type Milestone, useMilestone } from './queries.ts';
import { hasSlipped, TrendFigure } from './TrendFigure.tsx';

function Byline({ milestone }: { milestone: Milestone }) {
  const { area, cycle, owner, zone, weight, done, recordedOn, notReportedSince } = milestone;
  const { t } = useTranslate();
  const { span, number, at, day } = useFormat();
  const text = useText();
  const { cycles } = useProgramme();
  const own = cycles.find(({ key }) => key === cycle.key);
  const window = own ? span(own.startsOn, own.endsOn) : text(cycle.name).text;
  const date = notReportedSince ? day(notReportedSince) : '';
  const silence = owner
    ? t('report.silentOffice', { date, owner: text(owner.name).text })
    : t('report.silent', { date });
  return (
    <p className="byline">
      <span>
        <Go to={`areas/${area.key}`}>{t('milestones.area', { name: text(area.name).text })}</Go>
      </span>
      <span>
        <Go to={`plan?cycle=${cycle.key}`}>{t('milestones.cycle', { window })}</Go>
      </span>
      <span>{owner ? t('milestones.answers', { name: text(owner.name).text }) : t('milestones.nobody')}</span>
      {zone && <span>{t('milestones.zone', { name: text(zone.name).text })}</span>}
      {recordedOn && done && <span>{t('closing.recorded', { done: at(done), recorded: day(recordedOn) })}</span>}
      {notReportedSince && <strong className="is-at-risk">{silence}</strong>}
      <span>
        <ChainLink kind="milestone" itemKey={milestone.key} />
      </span>
      {weight !== 1 && <span>{t('milestones.weight', { weight: number(weight) })}</span>}
    </p>
  );
}

function About({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslate();
  const text = useText();
  const { by } = useFormat();
  const { summary, outcome, done, initiative, withdrawnReason, note, continues, continuedBy } = milestone;
  const notes = [
    [t('milestones.outcome'), done ? null : outcome],
    [t('milestones.withdrawnReason'), withdrawnReason],
    [t('milestones.note'), note],
  ] as const;
  return (
    <div className="prose">
      {summary && (
        <p>
          <Words of={summary} />
        </p>
      )}
      {notes.map(
        ([label, words]) =>
          words && (
            <p key={label}>
              <strong>{label}.</strong> <Words of={words} />
            </p>
          ),
      )}
      {continues && (
        <p>
          <Go to={`milestones/${continues.key}`}>{t('milestones.continues', { name: text(continues.name).text })}</Go>
          {continues.firstPromise && t('milestones.continuesFrom', { by: by(continues.firstPromise) })}
        </p>
      )}
      {continuedBy && (
        <p>
          <Go to={`milestones/${continuedBy.key}`}>
            {t('milestones.continuedBy', { name: text(continuedBy.name).text })}
          </Go>
        </p>
      )}
      {initiative && (
        <p>
          <Go to={`initiatives/${initiative.key}`}>
            {t('milestones.initiative', { name: text(initiative.name).text })}
          </Go>
        </p>
      )}
    </div>
  );
}

function Trend({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslate();
  const { days } = useFormat();
  const text = useText();
  const { cycles } = useProgramme();
  const { key, trend, delayDays, firstPromise, promises } = milestone;
  const cycle = cycles.find((one) => one.key === milestone.cycle.key);
  const from = promises[0]?.madeOn ?? cycle?.startsOn ?? firstPromise.date;
  const slipped = hasSlipped(milestone);
  const title = slipped
    ? t('plan.trend.slippedOf', { name: text(milestone.name).text, delay: days(delayDays ?? 0) })
    : t('plan.trend.steadyOf');
  return (
    <TrendFigure
      title={title}
      lines={[trend]}
      slipped={slipped ? [key] : []}
      from={from}
      to={firstPromise.date}
      source={milestone.source}
      owner={milestone.owner?.name}
    />
  );
}

function One({ milestone }: { milestone: Milestone }) {
  const { updatedOn } = useProgramme();
  const { source, owner, dependsOn, neededBy, trend } = milestone;
  return (
    <>
      <section>
        <MilestoneLead milestone={milestone} />
        <Byline milestone={milestone} />
        <Help of="promise" />
        <Help of="status" />
        <Help of="evidence" />
        <About milestone={milestone} />
      </section>
      <Keeping milestone={milestone} />
      <PromiseHistory milestone={milestone} />
      <Closings milestone={milestone} />
      <div className="pair">
        <Evidence milestone={milestone} />
        {dependsOn.length + neededBy.length > 0 && (
          <div className="aside">
            <Dependencies dependsOn={dependsOn} neededBy={neededBy} />
          </div>
        )}
      </div>
      {trend.points.length > 1 && <Trend milestone={milestone} />}
      <History of={`milestones/${milestone.key}`} />
      <div className="figure-foot">
        <FigureNotes source={source} datedOn={updatedOn} owner={owner?.name} />
      </div>
    </>
  );
}

export function MilestonePage() {
  const { t } = useTranslate();
  const { milestone = '' } = useParams();
  return (
    <ReadPage of={useMilestone(milestone)} title={t('milestone.name')} named={({ name }) => name} height={1000}>
      {(found) => <One milestone={found} />}
    </ReadPage>
  );
}
