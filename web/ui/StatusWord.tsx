// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import type { Precision } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';

export type Status =
  | 'reached-on-time'
  | 'reached-late'
  | 'late'
  | 'at-risk'
  | 'on-track'
  | 'withdrawn'
  | 'not-recorded';

const shapes: Record<Status, string> = {
  'reached-on-time': 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  'reached-late': 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 1.6a3.4 3.4 0 0 0 0 6.8z',
  late: 'M1.5 1.5h9v9h-9z',
  'at-risk': 'M6 .8 11.6 11H.4z',
  'on-track': 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 1.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z',
  withdrawn: 'm2.4 1.2 3.6 3.6 3.6-3.6 1.2 1.2L7.2 6l3.6 3.6-1.2 1.2L6 7.2l-3.6 3.6-1.2-1.2L4.8 6 1.2 2.4z',
  'not-recorded': 'M1.5 5h9v2h-9z',
};

export function StatusMark({ status }: { status: Status }) {
  return (
    <svg className={`mark is-${status}`} viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
      <path d={shapes[status]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}

/** A status as shape, colour and word; `words` says it more fully ("in ritardo di 41 giorni"). */
export function StatusWord({ status, words }: { status: Status; words?: string }) {
  const { t } = useTranslation();
  return (
    <span className={`status is-${status}`}>
      <StatusMark status={status} />
      {words ?? t(`status.${status}`)}
    </span>
  );
}

export interface Standing {
  status: Status;
  forecast?: string | null;
  doneOn?: string | null;
  doneOnPrecision?: Precision | null;
  /** As computed by the API. */
  delayDays?: number | null;
}

/** What to say of a milestone in one line: the day it happened, the day it is expected, by how much it slips. */
export function useStandingWords(): (standing: Standing) => string {
  const { t } = useTranslation();
  const { date, day, dayShort, days } = useFormat();
  return ({ status, forecast, doneOn, doneOnPrecision, delayDays }) => {
    const done = doneOn && (doneOnPrecision === 'day' || !doneOnPrecision ? day(doneOn) : null);
    const delay = delayDays && delayDays > 0 ? days(delayDays) : null;
    if (status === 'reached-late' && done && delay) return t('statusLine.reachedLate', { date: done, delay });
    if (status === 'reached-on-time' && done) return t('statusLine.reached', { date: done });
    if (status === 'reached-on-time' && doneOn)
      return `${t('status.reached-on-time')}, ${date(doneOn, doneOnPrecision ?? 'day')}`;
    if (status === 'at-risk' && forecast && delay)
      return t('statusLine.forecastLate', { date: dayShort(forecast), delay });
    if (status === 'at-risk' && forecast)
      return `${t('status.at-risk')} · ${t('statusLine.forecast', { date: dayShort(forecast) })}`;
    if (status === 'late' && delay) return t('statusLine.late', { delay });
    return t(`status.${status}`);
  };
}

export function StandingLine(standing: Standing) {
  return <StatusWord status={standing.status} words={useStandingWords()(standing)} />;
}
