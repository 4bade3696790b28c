// SPDX-License-Identifier: AGPL-3.0-or-later

import { Fragment } from 'react';
import type { AreaCard } from '../../../api/overview/dashboard/contract.ts';
import type { MilestoneSummary, Status } from '../../../api/plan/milestones/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { StandingLine } from '../../ui/StatusWord.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Dashboard } from './queries.ts';

const shown = 2;
const pressing: Status[] = [
  'late',
  'at-risk',
  'on-track',
  'not-recorded',
  'reached-late',
  'reached-on-time',
  'withdrawn',
];

/** Order: late milestones by longest delay, then the next due, then the rest. */
function inOrderOfNeed({ late, next }: AreaCard, own: MilestoneSummary[]): MilestoneSummary[] {
  const first = [...late, ...(next ? [next] : [])];
  const rest = own
    .filter((one) => !first.some(({ key }) => key === one.key))
    .toSorted((a, b) => pressing.indexOf(a.status) - pressing.indexOf(b.status));
  return [...first, ...rest];
}

function CardMilestone({ milestone }: { milestone: MilestoneSummary }) {
  const { by } = useFormat();
  const open = ['at-risk', 'on-track', 'late'].includes(milestone.status);
  return (
    <p className="card-next">
      <Go to={`milestones/${milestone.key}`}>
        <Words of={milestone.name} />
      </Go>
      {open && ` · ${by(milestone.promise)}`}
      <StandingLine of={milestone} />
    </p>
  );
}

function Card({ card, own }: { card: AreaCard; own: MilestoneSummary[] }) {
  const { t } = useTranslate();
  const milestones = inOrderOfNeed(card, own);
  const more = milestones.length - shown;
  return (
    <li className="card">
      <span className="card-number">{card.area.whole ? '\u00a0' : card.area.position}</span>
      <h3>
        <Go to={`areas/${card.area.key}`}>
          <Words of={card.area.name} />
        </Go>
      </h3>
      {milestones.length > 0 ? (
        <Progress reached={card.progress.reachedShare} promised={card.progress.promisedShare} />
      ) : (
        <p className="card-next">{t('dashboard.areas.none')}</p>
      )}
      {milestones.slice(0, shown).map((one) => (
        <CardMilestone key={one.key} milestone={one} />
      ))}
      {more > 0 && (
        <p className="card-next">
          <Go to={`plan?area=${card.area.key}`}>{t('dashboard.areas.more', { count: more })}</Go>
        </p>
      )}
    </li>
  );
}

/** One line for the areas without milestones, if they are the majority. */
function Bare({ areas }: Pick<Dashboard, 'areas'>) {
  const { t } = useTranslate();
  return (
    <p className="cards-bare">
      {t('dashboard.areas.bare')}{' '}
      {areas.map(({ area }, index) => (
        <Fragment key={area.key}>
          {index > 0 && ' · '}
          <Go to={`areas/${area.key}`}>
            <Words of={area.name} />
          </Go>
        </Fragment>
      ))}
    </p>
  );
}

/** Whether an area has a milestone; if most have none, those are summarised. */
export function areasWith<A>(areas: readonly A[], holds: (area: A) => boolean): A[] {
  const chosen = areas.filter(holds);
  return chosen.length * 2 < areas.length ? chosen : [...areas];
}

export function AreaCards({ areas, milestones }: Pick<Dashboard, 'areas' | 'milestones'>) {
  const { t } = useTranslate();
  const shownAreas = areasWith(areas, ({ area }) => milestones.some((one) => one.area.key === area.key));
  const bare = areas.filter((card) => !shownAreas.includes(card));
  return (
    <section aria-labelledby="areas-title">
      <h2 id="areas-title" className="visually-hidden">
        {t('dashboard.areas.title')}
      </h2>
      {shownAreas.length > 0 && (
        <ul className="cards">
          {shownAreas.map((card) => (
            <Card key={card.area.key} card={card} own={milestones.filter(({ area }) => area.key === card.area.key)} />
          ))}
        </ul>
      )}
      {bare.length > 0 && <Bare areas={bare} />}
    </section>
  );
}
