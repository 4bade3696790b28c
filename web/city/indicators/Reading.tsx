// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Indicator, Measurement } from '../../../api/city/indicators/contract.ts';
import { atOdds } from '../../../api/city/indicators/rules.ts';
import { Spark } from '../../charts/Spark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';

const few = 4;

/** Measurements of the whole programme, latest first. */
const wholeOf = ({ measurements }: Indicator): Measurement[] =>
  measurements.filter(({ zone }) => zone === null).toSorted((a, b) => b.measured.date.localeCompare(a.measured.date));

function Origin({ of: { measured, source, note } }: { of: Measurement }) {
  const { when } = useFormat();
  return (
    <>
      {when(measured)}
      {source && ' · '}
      {source && (
        <Go to={`sources/${source.key}`}>
          <Words of={source.name} />
        </Go>
      )}
      {note && ' · '}
      {note && <Words of={note} />}
    </>
  );
}

function Others({ others, unit }: { others: readonly Measurement[]; unit: Indicator['unit'] }) {
  const { t } = useTranslate();
  const { quantity, when } = useFormat();
  const oldest = others.at(-1);
  if (!oldest) return null;
  if (others.length >= few)
    return (
      <p className="entry-soft">
        {t('indicators.all', {
          count: others.length + 1,
          from: when(oldest.measured),
          value: quantity(oldest.value, unit),
        })}
      </p>
    );
  return (
    <ul className="readings" aria-label={t('indicators.earlier')}>
      {others.map((one) => (
        <li key={one.key}>
          <strong>{quantity(one.value, unit)}</strong> <Origin of={one} />
        </li>
      ))}
    </ul>
  );
}

function Target({ of: { target, targetOn, unit } }: { of: Indicator }) {
  const { t } = useTranslate();
  const { quantity, day } = useFormat();
  if (target === null) return null;
  const value = quantity(target, unit);
  return (
    <span className="entry-soft">
      {targetOn ? t('indicators.targetOn', { value, date: day(targetOn) }) : t('indicators.target', { value })}
    </span>
  );
}

function AtOdds({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslate();
  const { exactly } = useFormat();
  const odd = atOdds(indicator.measurements);
  if (odd.length === 0) return null;
  const values = odd.map(({ value }) => exactly(value, indicator.unit)).join(' / ');
  return <p className="at-odds">{t('indicators.disagree', { values })}</p>;
}

/** One indicator: latest value, and all other measurements with sources. */
export function Reading({ indicator, noted }: { indicator: Indicator; noted: boolean }) {
  const { quantity } = useFormat();
  const text = useText();
  const { key, name, note, unit } = indicator;
  const [latest, ...others] = wholeOf(indicator);
  if (!latest) return null;
  const points = [...others].reverse().concat(latest);
  const days = new Set(points.map(({ measured }) => measured.date)).size;
  return (
    <li className="reading">
      <strong className="reading-figure">{quantity(latest.value, unit)}</strong>
      <div>
        <h3>
          <Go to={`indicators/${key}`}>
            <Words of={name} />
          </Go>
        </h3>
        <p className="entry-soft">
          <Origin of={latest} />
        </p>
        <AtOdds indicator={indicator} />
        <Others others={others} unit={unit} />
        {noted && note && (
          <p className="entry-soft">
            <Words of={note} />
          </p>
        )}
        <Target of={indicator} />
      </div>
      {days > 2 && (
        <Spark
          name={text(name).text}
          unit={unit}
          points={points.map(({ measured, value, baseline }) => ({ on: measured.date, value, baseline }))}
        />
      )}
    </li>
  );
}
