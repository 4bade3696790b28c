// SPDX-License-Identifier: AGPL-3.0-or-later

import { StepCurve } from '../../charts/StepCurve.tsx';
import { useStepCurveTable } from '../../charts/tables.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Help } from '../../ui/Help.tsx';
import type { Dashboard } from './queries.ts';

function useFinding({ progress, judgedDay }: Dashboard): string {
  const { t } = useTranslate();
  const format = useFormat();
  const { today } = useProgramme();
  const [promised, reached] = [progress.promisedShare ?? 0, progress.reachedShare ?? 0];
  const said = { promised: format.theShare(promised), reached: format.theShare(reached), day: format.day(judgedDay) };
  if (promised === 0 && reached === 0) return t('dashboard.curve.none');
  if (promised === reached) return t('dashboard.curve.even', said);
  return t(judgedDay < today ? 'dashboard.curve.past' : 'dashboard.curve.now', said);
}

/** Promised, re-planned and reached over the cycle. */
export function CurveFigure({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslate();
  const { owner } = useProgramme();
  const { curve, cycle, judgedDay, source, updatedOn } = dashboard;
  const label = useFinding(dashboard);
  const replanned = JSON.stringify(curve.replanned) !== JSON.stringify(curve.promised);
  const steps = {
    label,
    from: cycle?.startsOn ?? judgedDay,
    to: cycle?.endsOn ?? judgedDay,
    judgedOn: judgedDay,
    promised: curve.promised,
    reached: curve.reached,
    ...(replanned ? { replanned: curve.replanned } : {}),
  };
  const table = useStepCurveTable(steps);
  return (
    <Figure
      id="curve"
      title={label}
      subtitle={t('dashboard.curve.subtitle')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <StepCurve {...steps} />
      <Help of="weight" />
      <Help of="status" />
    </Figure>
  );
}
