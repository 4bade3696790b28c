// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { Cycle } from '../../../api/city/programmes/contract.ts';
import type { MilestoneSummary } from '../../../api/plan/milestones/contract.ts';
import { addressOf } from '../../http.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { together } from '../../reading.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Go } from '../../ui/Go.tsx';
import { Answer, Empty, NotFound } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';
import { CloseCycle } from '../cycles/CloseCycle.tsx';
import { Reviews } from '../cycles/Reviews.tsx';
import { AddMilestone } from '../drafting/AddMilestone.tsx';
import { CycleSwitch } from './CycleSwitch.tsx';
import { PlanFilters, useWanted } from './PlanFilters.tsx';
import { PlanViews, tallied } from './PlanViews.tsx';
import { useMilestones, useTrend } from './queries.ts';
import { useTally } from './Tally.tsx';
import { hasSlipped, TrendFigure } from './TrendFigure.tsx';

function Heading({ cycle, all }: { cycle: Cycle; all: readonly MilestoneSummary[] | undefined }) {
  const { t } = useTranslate();
  const { span, day } = useFormat();
  const tally = useTally();
  const { fourEyes } = useProgramme();
  const window = span(cycle.startsOn, cycle.endsOn);
  return (
    <>
      <h1 className="lead">
        {all?.length ? t('plan.lead', { window, tally: tally(tallied(all)) }) : t('plan.empty', { window })}
      </h1>
      <p className="byline">
        {cycle.adoptedOn && <span>{t('dashboard.byline.adopted', { date: day(cycle.adoptedOn) })}</span>}
        {cycle.adoptedAct && <span>{cycle.adoptedAct}</span>}
        {cycle.closedOn && <span>{t('dashboard.byline.closed', { date: day(cycle.closedOn) })}</span>}
        {!fourEyes && <strong className="is-at-risk">{t('rules.public')}</strong>}
      </p>
    </>
  );
}

function Trend({ cycle, milestones }: { cycle: Cycle; milestones: readonly MilestoneSummary[] }) {
  const { t } = useTranslate();
  const slipped = milestones.filter(hasSlipped).map(({ key }) => key);
  const title = slipped.length ? t('plan.trend.slipped', { count: slipped.length }) : t('plan.trend.steady');
  return (
    <Answer of={useTrend(cycle.key)} height={480}>
      {(trend) => (
        <TrendFigure
          title={title}
          lines={trend.lines.filter(({ key }) => milestones.some((one) => one.key === key))}
          slipped={slipped}
          from={cycle.startsOn}
          to={cycle.endsOn}
        />
      )}
    </Answer>
  );
}

/** Calendar subscription and, with permission, links to drafts and spreadsheet. */
function Ways({ cycle }: { cycle?: string }) {
  const { t } = useTranslate();
  const may = useMay();
  const { programme, language } = useAddress();
  const calendar = addressOf('/api/v1/programmes/{programme}/calendar.ics', { programme }, { cycle, language });
  return (
    <p className="ways">
      {cycle && <a href={calendar}>{t('cycles.calendar')}</a>}
      {may('see-drafts') && <Go to="drafts">{t('cycles.prepare')}</Go>}
      {cycle && may('keep-milestones') && <Go to={`plan/sheet?cycle=${cycle}`}>{t('sheet.open')}</Go>}
    </p>
  );
}

interface PlanProps {
  cycle: Cycle;
  all: readonly MilestoneSummary[];
  found: { items: readonly MilestoneSummary[]; total: number };
  /** The data shown is from the previous query. */
  waiting: boolean;
}

function Plan({ cycle, all, found, waiting }: PlanProps) {
  const { t } = useTranslate();
  return (
    <>
      <Heading cycle={cycle} all={all} />
      <CycleSwitch shown={cycle} />
      <Ways cycle={cycle.key} />
      {all.length > 0 && <PlanFilters all={all} found={found.total} />}
      <div className="page" aria-busy={waiting}>
        {found.items.length > 0 && <PlanViews cycle={cycle} milestones={found.items} />}
        {found.items.length > 0 && <Trend cycle={cycle} milestones={found.items} />}
        <Reviews cycle={cycle} />
        <AddMilestone cycle={cycle} />
        <CloseCycle cycle={cycle} />
        {found.items.length === 0 && all.length > 0 && (
          <Empty>
            <p>{t('plan.nothingFound')}</p>
          </Empty>
        )}
      </div>
    </>
  );
}

function ReadPlan({ cycle }: { cycle: Cycle }) {
  const reading = together(useMilestones({ cycle: cycle.key }), useMilestones(useWanted(cycle.key)));
  return (
    <Answer of={reading} page height={1000}>
      {([all, found]) => <Plan cycle={cycle} all={all.items} found={found} waiting={reading.isPlaceholderData} />}
    </Answer>
  );
}

export function PlanPage() {
  const { t } = useTranslate();
  const text = useText();
  const { name, cycles, shownCycle } = useProgramme();
  const [search] = useSearchParams();
  useTitle(t('nav.plan'), text(name).text);
  const asked = search.get('cycle');
  const cycle = cycles.find(({ key }) => key === (asked ?? shownCycle));
  if (asked && !cycle) return <NotFound />;
  if (!cycle)
    return (
      <>
        <h1 className="lead">{t('plan.none')}</h1>
        <Ways />
      </>
    );
  return <ReadPlan key={cycle.key} cycle={cycle} />;
}
