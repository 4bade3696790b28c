// SPDX-License-Identifier: AGPL-3.0-or-later
import { Fragment } from 'react';
import type { MilestoneSummary } from '../../../api/plan/milestones/contract.ts';
import { daysBetween } from '../../i18n/dates.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Dashboard } from './queries.ts';

/** A clause, with the delay in red. */
interface Clause {
  text: string;
  delay?: string;
}

// A longer list would not be read; the plan's own title has the rest.
const mostClauses = 3;
const longSentence = 120;

type Where = 'before' | 'start' | 'early' | 'middle' | 'late' | 'end' | 'over';

function whereIn({ startsOn, endsOn }: { startsOn: string; endsOn: string }, day: string): Where {
  if (day < startsOn) return 'before';
  if (day > endsOn) return 'over';
  const gone = daysBetween(startsOn, day) / daysBetween(startsOn, endsOn);
  if (gone < 0.12) return 'start';
  if (gone < 0.4) return 'early';
  if (gone < 0.6) return 'middle';
  return gone < 0.9 ? 'late' : 'end';
}

/** Milestones reached after the end of the cycle are counted separately. */
function useAfterwards() {
  const { t } = useTranslate();
  const { days } = useFormat();
  return ({ milestones, judgedDay }: Dashboard): Clause[] => {
    const after = milestones.filter(({ done }) => done && done.date > judgedDay);
    if (after.length === 0) return [];
    const worst = Math.max(...after.map(({ delayDays }) => delayDays ?? 0));
    const count = after.length;
    const text = milestones.length === 1 ? t('dashboard.lead.afterOnly') : t('dashboard.lead.after', { count });
    return [{ text, delay: t('dashboard.lead.afterDelay', { count, delay: days(worst) }) }];
  };
}

const longest = (milestones: readonly MilestoneSummary[]) =>
  milestones.toSorted((a, b) => (b.delayDays ?? 0) - (a.delayDays ?? 0))[0];

/** Milestones late by the promise in force; if none, those expected to be late. */
function useLateness() {
  const { t } = useTranslate();
  const { days } = useFormat();
  const text = useText();
  return ({ progress, worst }: Dashboard): Clause[] => {
    if (!worst?.delayDays) return [];
    const [name, delay] = [text(worst.name).text, days(worst.delayDays)];
    const count = progress.byStatus.late;
    if (count === 0)
      return [{ text: t('dashboard.lead.risk', { name }), delay: t('dashboard.lead.riskDelay', { delay }) }];
    if (count === 1)
      return [{ text: t('dashboard.lead.lateOne', { name }), delay: t('dashboard.lead.lateOneDelay', { delay }) }];
    return [
      { text: t('dashboard.lead.lateMany', { count, name }), delay: t('dashboard.lead.lateManyDelay', { delay }) },
    ];
  };
}

/** Milestones on track only because their promise was moved. */
function useMoved() {
  const { t } = useTranslate();
  const { days } = useFormat();
  return ({ milestones }: Dashboard): Clause[] => {
    const moved = milestones.filter(
      ({ status, promise, firstPromise }) => status === 'on-track' && promise.date > firstPromise.date,
    );
    const count = moved.length;
    if (count === 0) return [];
    const delay = days(longest(moved)?.delayDays ?? 0);
    return [{ text: t('dashboard.lead.moved', { count }) + t('dashboard.lead.movedDelay', { count, delay }) }];
  };
}

function useCount() {
  const { t } = useTranslate();
  return ({ progress, milestones, judgedDay }: Dashboard, over: boolean): string => {
    const { reached: count, milestones: of } = progress;
    const tense = over ? 'then' : 'now';
    const slipped = milestones.filter(
      ({ status, done }) => status === 'reached-late' && done && done.date <= judgedDay,
    );
    const sentence = t(of === 1 ? `dashboard.lead.${tense}Only` : `dashboard.lead.${tense}`, { count, of });
    return slipped.length ? sentence + t('dashboard.lead.slipped', { count: slipped.length }) : sentence;
  };
}

function useClauses() {
  const { t } = useTranslate();
  const [countOf, afterwards, lateness, movedOf] = [useCount(), useAfterwards(), useLateness(), useMoved()];
  return (dashboard: Dashboard, where: Where): Clause[] => {
    const { byStatus, milestones, reached } = dashboard.progress;
    const over = where === 'over';
    const count = byStatus['not-recorded'];
    const allUnknown = milestones > 1 && count === milestones;
    const clauses = [
      ...(allUnknown ? [] : [{ text: countOf(dashboard, over) }]),
      ...afterwards(dashboard),
      ...lateness(dashboard),
      ...movedOf(dashboard),
    ];
    if (allUnknown) clauses.push({ text: t('dashboard.lead.unknownAll', { count }) });
    else if (count)
      clauses.push({
        text: milestones === 1 ? t('dashboard.lead.unknownOnly') : t('dashboard.lead.unknown', { count }),
      });
    if (clauses.length < mostClauses && byStatus.withdrawn)
      clauses.push({ text: t('dashboard.lead.withdrawn', { count: byStatus.withdrawn }) });
    if (clauses.length === 1 && !allUnknown && reached < milestones) clauses.push({ text: t('dashboard.lead.calm') });
    return clauses.slice(0, mostClauses);
  };
}

/** The programme's state in one sentence, from the same figures as the charts. */
export function Lead({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslate();
  const { span } = useFormat();
  const clausesOf = useClauses();
  const { cycle, day, progress } = dashboard;
  if (!cycle) return <h1 className="lead">{t('dashboard.lead.noCycle')}.</h1>;
  const where = whereIn(cycle, day);
  const opening = t(`dashboard.lead.${where}`, { window: span(cycle.startsOn, cycle.endsOn) });
  const clauses: Clause[] = progress.milestones ? clausesOf(dashboard, where) : [{ text: t('dashboard.lead.nothing') }];
  const long =
    clauses.reduce((sum, { text, delay = '' }) => sum + text.length + delay.length, opening.length) > longSentence;
  return (
    <h1 className={long ? 'lead is-long' : 'lead'}>
      {opening}
      {clauses.map((clause, index) => (
        <Fragment key={clause.text}>
          {index > 0 && (clauses.length === 2 ? t('dashboard.lead.and') : '; ')}
          {clause.text}
          {clause.delay && <em>{clause.delay}</em>}
        </Fragment>
      ))}
      .
    </h1>
  );
}
