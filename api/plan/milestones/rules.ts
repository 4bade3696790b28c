// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MilestoneSort, Progress, Status } from './contract.ts';

/** Input of the measures; dates are civil days (YYYY-MM-DD) and compare as text. */
export interface Judged {
  firstPromise: string;
  promise: string;
  forecast: string | null;
  done: string | null;
  withdrawnOn: string | null;
  weight: number;
  cycleEndsOn: string;
  cycleClosedOn: string | null;
}

/** Input of the reporting check; dates as above. */
export interface Reported extends Judged {
  firstPromiseMadeOn: string;
  cycleStartsOn: string;
  cycleAdoptedOn: string | null;
  /** Days of reports: a forecast, a re-plan or a claim that it is reached. */
  reports: string[];
}

/** Days before a promise from which a missing report means risk. */
export const silenceDays = 14;
/** Days without a report after which a milestone counts as not reported. */
export const unreportedDays = 30;

const dayMs = 86_400_000;
/** Civil days between two dates, computed in UTC to avoid daylight-saving shifts. */
const days = (later: string, earlier: string) => (Date.parse(later) - Date.parse(earlier)) / dayMs;
const later = (a: string, b: string | null) => (b !== null && b > a ? b : a);

function isClosed({ cycleClosedOn, cycleEndsOn, promise }: Judged, day: string): boolean {
  // A milestone promised beyond the cycle's end is still owed when the cycle closes.
  return cycleClosedOn !== null && cycleClosedOn <= day && promise <= cycleEndsOn;
}

/** Status of a milestone on a day; the conditions are checked in order of precedence. */
export function statusOf(it: Judged, day: string): Status {
  if (it.done !== null && it.done <= day) return it.done <= it.firstPromise ? 'reached-on-time' : 'reached-late';
  if (it.withdrawnOn !== null && it.withdrawnOn <= day) return 'withdrawn';
  if (isClosed(it, day)) return 'not-recorded';
  if (it.promise < day) return 'late';
  if (it.forecast !== null && it.forecast > it.promise) return 'at-risk';
  if (it.forecast === null && days(it.promise, day) <= silenceDays) return 'at-risk';
  return 'on-track';
}

/**
 * Day of the last report of a milestone still owed that has had no report for 30 days; null otherwise. Before the first
 * report, days count from the later of first promise and cycle start.
 */
export function notReportedSince(it: Reported, day: string): string | null {
  if (['reached-on-time', 'reached-late', 'withdrawn', 'not-recorded'].includes(statusOf(it, day))) return null;
  if (it.cycleAdoptedOn === null && it.cycleStartsOn > day) return null;
  const begun = later(it.firstPromiseMadeOn, it.cycleStartsOn);
  const known = it.reports.filter((report) => report <= day).sort();
  const since = known.at(-1) ?? begun;
  return since <= day && days(day, since) >= unreportedDays ? since : null;
}

/** Delay in days: from the first promise to the outcome or, without one, to the later of the day and the forecast. */
export function delayDays(it: Judged, day: string): number | null {
  const status = statusOf(it, day);
  if (status === 'withdrawn' || status === 'not-recorded') return null;
  if (it.done !== null && it.done <= day) return days(it.done, it.firstPromise);
  const delay = days(later(day, it.forecast), it.firstPromise);
  // Before the promised date, without a later forecast or promise, the delay is 0.
  return status === 'late' || delay > 0 ? delay : Math.max(0, days(it.promise, it.firstPromise));
}

function sum(items: Judged[], counts: (item: Judged) => boolean): number {
  return items.reduce((total, item) => (counts(item) ? total + item.weight : total), 0);
}

/** Σw[p0 ≤ t] / Σw with the first promises; null for an empty set. Withdrawn milestones stay in both sums. */
export function promisedShare(items: Judged[], t: string): number | null {
  const all = sum(items, () => true);
  return all === 0 ? null : sum(items, (item) => item.firstPromise <= t) / all;
}

/** Σw[p ≤ t] / Σw with the promises in force; null for an empty set. */
export function replannedShare(items: Judged[], t: string): number | null {
  const all = sum(items, () => true);
  return all === 0 ? null : sum(items, (item) => item.promise <= t) / all;
}

/** Σw[d ≤ t] / Σw with the outcome days; null for an empty set. */
export function reachedShare(items: Judged[], t: string): number | null {
  const all = sum(items, () => true);
  return all === 0 ? null : sum(items, (item) => item.done !== null && item.done <= t) / all;
}

/** Reference day of a cycle: min(day, cycle end). */
export function judgedDay(day: string, cycleEndsOn: string): string {
  return day < cycleEndsOn ? day : cycleEndsOn;
}

export const statuses: readonly Status[] = [
  'reached-on-time',
  'reached-late',
  'late',
  'at-risk',
  'on-track',
  'withdrawn',
  'not-recorded',
];

/**
 * Progress of a set of milestones. Shares (0–1) refer to `t`, statuses to `day`; an item's given `status` must have
 * been computed for `day`.
 */
export function progressOf(items: (Judged & { status?: Status })[], t: string, day: string): Progress {
  const promised = promisedShare(items, t);
  const reached = reachedShare(items, t);
  const states = items.map((item) => item.status ?? statusOf(item, day));
  return {
    milestones: items.length,
    reached: items.filter((item) => item.done !== null && item.done <= t).length,
    promisedShare: promised,
    reachedShare: reached,
    spi: promised === null || promised === 0 || reached === null ? null : reached / promised,
    byStatus: Object.fromEntries(
      statuses.map((state) => [state, states.filter((one) => one === state).length]),
    ) as Progress['byStatus'],
  };
}

export interface CurvePoint {
  on: string;
  share: number;
}

/** Days at which a share changes between the cycle's start and a last day, including both ends. */
function stepsOf(
  dates: (string | null)[],
  startsOn: string,
  until: string,
  shareAt: (day: string) => number | null,
): CurvePoint[] {
  const between = dates.filter((date): date is string => date !== null && date > startsOn && date < until);
  const points = [...new Set([startsOn, ...between.sort(), until])].map((on) => ({ on, share: shareAt(on) ?? 0 }));
  return points.filter(({ on, share }, at) => at === 0 || on === until || share !== points[at - 1]?.share);
}

/** Step curves of the three shares over a cycle; `reached` ends at the reference day. */
export function curveOf(items: Judged[], cycle: { startsOn: string; endsOn: string }, t: string) {
  const { startsOn, endsOn } = cycle;
  const dates = (of: (item: Judged) => string | null) => items.map(of);
  return {
    promised: stepsOf(
      dates((one) => one.firstPromise),
      startsOn,
      endsOn,
      (on) => promisedShare(items, on),
    ),
    replanned: stepsOf(
      dates((one) => one.promise),
      startsOn,
      endsOn,
      (on) => replannedShare(items, on),
    ),
    reached:
      t < startsOn
        ? []
        : stepsOf(
            dates((one) => one.done),
            startsOn,
            t,
            (on) => reachedShare(items, on),
          ),
  };
}

interface Sortable {
  key: string;
  name: { it: string };
  areaPosition: number;
  promise: { date: string };
  delayDays: number | null;
}

const byDate = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts milestones; ties are broken by promise and key, so that pages never overlap. */
export function compareMilestones(sort: MilestoneSort): (a: Sortable, b: Sortable) => number {
  const by: Record<string, (a: Sortable, b: Sortable) => number> = {
    promise: (a, b) => byDate(a.promise.date, b.promise.date),
    area: (a, b) => a.areaPosition - b.areaPosition,
    name: (a, b) => a.name.it.localeCompare(b.name.it, 'it'),
    delay: (a, b) => (a.delayDays ?? -Infinity) - (b.delayDays ?? -Infinity) || 0,
  };
  const order = by[sort.replace('-', '')] ?? (() => 0);
  const sign = sort.startsWith('-') ? -1 : 1;
  return (a, b) => sign * order(a, b) || byDate(a.promise.date, b.promise.date) || (a.key < b.key ? -1 : 1);
}
