// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Status } from '../../api/plan/milestones/contract.ts';
import type { When } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';
import { type Bilingual, useText } from '../i18n/text.ts';
import { useTranslate } from '../i18n/translate.ts';

const shapes: Record<Status, string> = {
  'reached-on-time': 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  'reached-late': 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 1.6a3.4 3.4 0 0 0 0 6.8z',
  late: 'M1.5 1.5h9v9h-9z',
  'at-risk': 'M6 .8 11.6 11H.4z',
  'on-track': 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 1.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z',
  withdrawn: 'm2.4 1.2 3.6 3.6 3.6-3.6 1.2 1.2L7.2 6l3.6 3.6-1.2 1.2L6 7.2l-3.6 3.6-1.2-1.2L4.8 6 1.2 2.4z',
  'not-recorded': 'M1.5 5h9v2h-9z',
};

function StatusMark({ status }: { status: Status }) {
  return (
    <svg className={`mark is-${status}`} viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
      <path d={shapes[status]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}

/** A status as shape, colour and word; `words` replaces the default word ("in ritardo di 41 giorni"). */
function StatusWord({ status, words }: { status: Status; words?: string }) {
  const { t } = useTranslate();
  return (
    <span className={`status is-${status}`}>
      <StatusMark status={status} />
      {words ?? t(`status.${status}`)}
    </span>
  );
}

/** Status of a milestone as computed by the API. */
export interface Standing {
  status: Status;
  /** The promise in force. */
  promise: When;
  forecast: When | null;
  done: When | null;
  delayDays: number | null;
  /** Reported as reached, not yet confirmed by a second person. */
  awaitingCheck?: boolean;
  /** Date of the last report, if a report is overdue. */
  notReportedSince?: string | null;
  owner?: { name: Bilingual } | null;
}

/** One-line summary of a milestone: actual date, expected date, slip. `short` omits the year. */
export function useStandingWords(short = false): (standing: Standing) => string {
  const { t } = useTranslate();
  const { at, when, dayShort, days } = useFormat();
  const said = (on: When) => at(on, short);
  const bare = (on: When) => (short && on.precision === 'day' ? dayShort(on.date) : when(on));
  return ({ status, promise, forecast, done, delayDays }) => {
    const delay = delayDays !== null && delayDays > 0 ? days(delayDays) : null;
    if (status === 'reached-on-time' && done) return t('statusLine.reached', { date: said(done) });
    if (status === 'reached-late' && done && delay) return t('statusLine.reachedLate', { date: said(done), delay });
    if (status === 'late' && delay) return t('statusLine.late', { delay });
    if (status === 'at-risk' && forecast && delay) return t('statusLine.forecastLate', { date: said(forecast), delay });
    // On track only because the promise was moved: say so.
    if (status === 'on-track' && delay) return t('statusLine.replanned', { date: bare(promise), delay });
    return t(`status.${status}`);
  };
}

/** Additional notes: no recent report and who owes it, or confirmation pending. */
function Asides({ of: { notReportedSince, owner, awaitingCheck } }: { of: Standing }) {
  const { t } = useTranslate();
  const { day } = useFormat();
  const text = useText();
  if (!notReportedSince && !awaitingCheck) return null;
  const date = notReportedSince ? day(notReportedSince) : '';
  const silent = owner
    ? t('statusLine.silentOffice', { date, owner: text(owner.name).text })
    : t('statusLine.silent', { date });
  return <span className="status-aside">{awaitingCheck ? t('statusLine.awaits') : silent}</span>;
}

/** `short` omits the year and the additional notes. */
export function StandingLine({ of: standing, short = false }: { of: Standing; short?: boolean }) {
  return (
    <>
      <StatusWord status={standing.status} words={useStandingWords(short)(standing)} />
      {!short && <Asides of={standing} />}
    </>
  );
}
