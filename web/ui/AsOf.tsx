// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';
import { useAsk } from './address.ts';

export interface AsOfProps {
  /** First and last day of the cycle. */
  from: string;
  to: string;
  /** The day shown. */
  judgedOn: string;
  /** The latest day to choose: today. Choosing it means "now". */
  latest: string;
}

const settle = 250;

/** Selects the day in the address; while the slider moves, only the label changes. */
export function AsOf({ from, to, judgedOn, latest }: AsOfProps) {
  const { t } = useTranslation();
  const { day, dayShort } = useFormat();
  const endOf = (date: string) =>
    from.slice(0, 4) === latest.slice(0, 4) ? dayShort(date) : `${dayShort(date)} ${date.slice(0, 4)}`;
  const ask = useAsk();
  const id = useId();
  const [moving, setMoving] = useState<string | null>(null);
  const shown = moving ?? judgedOn;
  const end = to < latest ? to : latest;
  const choose = (date: string) => ask({ asOf: date === latest ? undefined : date });

  useEffect(() => {
    if (moving === null) return;
    const timer = setTimeout(() => {
      ask({ asOf: moving === latest ? undefined : moving });
      setMoving(null);
    }, settle);
    return () => clearTimeout(timer);
  }, [moving, latest, ask]);

  return (
    <div className="asof">
      <label className="asof-label" htmlFor={id}>
        {t('asOf.label')}
      </label>
      <div className="asof-day">
        <time dateTime={shown}>{day(shown)}</time>
        <input
          id={id}
          type="date"
          max={latest}
          value={shown}
          onChange={(event) => event.target.value && choose(event.target.value)}
        />
      </div>
      <input
        type="range"
        aria-label={t('asOf.slide')}
        aria-valuetext={day(shown)}
        min={0}
        max={Math.max(daysBetween(from, end), 1)}
        value={Math.min(Math.max(daysBetween(from, shown), 0), daysBetween(from, end))}
        onChange={(event) => setMoving(addDays(from, Number(event.target.value)))}
      />
      <div className="asof-ends" aria-hidden="true">
        <span>{endOf(from)}</span>
        <span>{endOf(end)}</span>
      </div>
    </div>
  );
}
