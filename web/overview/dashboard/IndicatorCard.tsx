// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Indicator, Measurement } from '../../../api/city/indicators/contract.ts';
import { Spark } from '../../charts/Spark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';

const wholeOf = ({ measurements }: Indicator): Measurement[] =>
  measurements.filter(({ zone }) => zone === null).toSorted((a, b) => a.measured.date.localeCompare(b.measured.date));

/** Number of days with a measurement of the whole; a change needs at least two. */
export const daysMeasured = (indicator: Indicator) =>
  new Set(wholeOf(indicator).map(({ measured }) => measured.date)).size;

function Baseline({ indicator: { baseline, latest, unit } }: { indicator: Indicator }) {
  const { t } = useTranslate();
  const { quantity, when } = useFormat();
  if (!latest) return null;
  if (!baseline) return <span>{when(latest.measured)}</span>;
  if (baseline.key === latest.key)
    return <span>{t('dashboard.indicators.isBaseline', { date: when(latest.measured) })}</span>;
  const since = { value: quantity(baseline.value, unit), date: when(baseline.measured) };
  return (
    <span>
      {when(latest.measured)} · {t('dashboard.indicators.since', since)}
    </span>
  );
}

function Disagreement({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslate();
  const { quantity } = useFormat();
  const text = useText();
  if (!indicator.disagreement) return null;
  const values = wholeOf(indicator)
    .filter(({ measured }) => measured.date === indicator.latest?.measured.date)
    .map(({ value, source }) => `${quantity(value, indicator.unit)}${source ? ` (${text(source.name).text})` : ''}`);
  return <p className="card-note is-at-risk">{t('dashboard.indicators.disagree', { values: values.join('; ') })}</p>;
}

function Target({ indicator: { target, targetOn, unit } }: { indicator: Indicator }) {
  const { t } = useTranslate();
  const { quantity, day } = useFormat();
  if (target === null) return null;
  const value = quantity(target, unit);
  return (
    <p className="card-note">
      {targetOn
        ? t('dashboard.indicators.targetOn', { value, date: day(targetOn) })
        : t('dashboard.indicators.target', { value })}
    </p>
  );
}

export function IndicatorCard({ indicator }: { indicator: Indicator }) {
  const { quantity } = useFormat();
  const text = useText();
  const { key, latest, unit, name } = indicator;
  const source = latest?.source ?? indicator.source;
  if (!latest) return null;
  const points = wholeOf(indicator).map(({ measured, value, baseline }) => ({ on: measured.date, value, baseline }));
  return (
    <li className="card">
      <strong className="card-figure">{quantity(latest.value, unit)}</strong>
      <h3>
        <Go to={`indicators/${key}`}>
          <Words of={name} />
        </Go>
      </h3>
      {daysMeasured(indicator) > 1 && <Spark name={text(name).text} unit={unit} points={points} />}
      <p className="card-note">
        <Baseline indicator={indicator} />
      </p>
      <Target indicator={indicator} />
      <Disagreement indicator={indicator} />
      {source && (
        <p className="card-note">
          <Go to={`sources/${source.key}`}>
            <Words of={source.name} />
          </Go>
        </p>
      )}
    </li>
  );
}
