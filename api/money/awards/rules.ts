// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { subMonths } from 'date-fns/subMonths';
import type { Rule } from '../../http/refusals.rules.ts';

export type Step = 'signed' | 'keys' | 'opened';
export type Ending = 'gave-up' | 'revoked' | 'term-ended';
export type Stage = 'awarded' | Step | Ending;

/** Progress of an award; dates are civil days. */
export interface Standing {
  /** Null if the exact day is unknown. */
  awardedOn: string | null;
  signedOn: string | null;
  keysOn: string | null;
  openedOn: string | null;
  endedOn: string | null;
  endedAs: Ending | null;
  /** True if a space was awarded; money alone has no handover. */
  hasSpace: boolean;
}

/** Steps in order. */
export const stepsOf = ({ hasSpace }: Pick<Standing, 'hasSpace'>): readonly Step[] =>
  hasSpace ? ['signed', 'keys', 'opened'] : ['signed', 'opened'];

const dayOf = (award: Standing): Record<Step, string | null> => ({
  signed: award.signedOn,
  keys: award.keysOn,
  opened: award.openedOn,
});

export function stageOf(award: Standing): Stage {
  if (award.endedAs !== null) return award.endedAs;
  return stepsOf(award).findLast((step) => dayOf(award)[step] !== null) ?? 'awarded';
}

const latest = (days: readonly (string | null)[]) =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** Refuses a day in the future or before the award. */
function whyNotOn({ awardedOn }: Standing, on: string, today: string): Rule | null {
  if (on > today) return 'date-future';
  return awardedOn !== null && on < awardedOn ? 'before-award' : null;
}

/** Validates the day of a step. Recording it again corrects it, within the bounds of its neighbouring steps. */
export function whyNotStep(award: Standing, step: Step, on: string, today: string): Rule | null {
  if (award.endedOn !== null) return 'award-ended';
  const steps = stepsOf(award);
  const at = steps.indexOf(step);
  if (at < 0) return 'no-keys';
  const days = dayOf(award);
  const before = steps.slice(0, at).map((one) => days[one]);
  if (before.includes(null)) return 'step-missing';
  const wrong = whyNotOn(award, on, today);
  if (wrong) return wrong;
  const after = steps.slice(at + 1).map((one) => days[one]);
  return before.some((day) => day !== null && day > on) || after.some((day) => day !== null && day < on)
    ? 'step-order'
    : null;
}

interface Money {
  amountCents: number | null;
  paidCents: number;
}

/** Validates a payment: after the agreement, before any end, Σ payments ≤ amount awarded. */
export function whyNotPaid(
  award: Standing & Money,
  { cents, paidOn }: { cents: number; paidOn: string },
  today: string,
): Rule | null {
  if (award.amountCents === null) return 'no-money';
  if (award.endedAs !== null && award.endedAs !== 'term-ended') return 'award-ended';
  const wrong = whyNotOn(award, paidOn, today);
  if (wrong) return wrong;
  if (award.signedOn === null || paidOn < award.signedOn) return 'not-signed';
  return award.paidCents + cents > award.amountCents ? 'paid-beyond' : null;
}

export const checkMonths = [6, 12, 24] as const;
export type CheckMonths = (typeof checkMonths)[number];
/** Days before the due date from which a check is due soon. */
export const soonDays = 30;

export interface Made {
  months: number;
  checkedOn: string;
}
export interface Due {
  months: CheckMonths;
  dueOn: string;
  state: 'made' | 'overdue' | 'due-soon' | 'to-come';
}

const civil = (date: Date) => formatISO(date, { representation: 'date' });

/** Start day of the checks: the opening, or the signing if there is no space. */
export const checksFrom = ({ openedOn, signedOn, hasSpace }: Standing): string | null =>
  openedOn ?? (hasSpace ? null : signedOn);

const dueOf = (from: string, months: CheckMonths) => civil(addMonths(parseISO(from), months));

/** Checks of an award on a day; of an ended award, only those made. */
export function checksOf(award: Standing, made: readonly Made[], day: string): Due[] {
  const from = checksFrom(award);
  if (from === null) return [];
  const soon = civil(addDays(parseISO(day), soonDays));
  const ended = award.endedOn !== null && award.endedOn <= day;
  const stateOn = (dueOn: string): Due['state'] => (dueOn < day ? 'overdue' : dueOn <= soon ? 'due-soon' : 'to-come');
  return checkMonths
    .map((months): Due => {
      const dueOn = dueOf(from, months);
      const isMade = made.some((one) => one.months === months);
      return { months, dueOn, state: isMade ? 'made' : stateOn(dueOn) };
    })
    .filter(({ state }) => state === 'made' || !ended);
}

/** First check not yet made. */
export const nextCheck = (checks: readonly Due[]): Due | null => checks.find(({ state }) => state !== 'made') ?? null;

interface Checked {
  months: CheckMonths;
  checkedOn: string;
  outcome: 'passed' | 'with-remarks' | 'failed';
  words: unknown;
}

/** Validates a check: at most one month before it is due. Recording it again corrects it. */
export function whyNotChecked(award: Standing, check: Checked, today: string): Rule | null {
  const { months, checkedOn, outcome, words } = check;
  const from = checksFrom(award);
  if (from === null) return 'not-begun';
  if (award.endedOn !== null && checkedOn > award.endedOn) return 'award-ended';
  if (checkedOn < from) return 'step-order';
  if (checkedOn > today) return 'date-future';
  if (checkedOn < civil(subMonths(parseISO(dueOf(from, months)), 1))) return 'check-early';
  return outcome !== 'passed' && !words ? 'remarks-needed' : null;
}

/** Validates the day of a job count. */
export const whyNotCounted = (award: Standing, countedOn: string | null, today: string): Rule | null =>
  countedOn === null ? null : whyNotOn(award, countedOn, today);

interface Ends {
  as: Ending;
  on: string;
  act: string | null;
  reason: unknown;
}

/** Validates the end of an award: a revocation needs act and reason, a term requires that it has begun. */
export function whyNotEnded(award: Standing, { as, on, act, reason }: Ends, today: string): Rule | null {
  if (award.endedOn !== null) return 'award-ended';
  if (as === 'term-ended' && award.signedOn === null) return 'not-begun';
  if (as === 'revoked' && !act) return 'act-needed';
  if (as === 'revoked' && !reason) return 'why-needed';
  const last = latest([award.signedOn, award.keysOn, award.openedOn]);
  return whyNotOn(award, on, today) ?? (last !== null && on < last ? 'step-order' : null);
}

/** Status of a space after its award ends: returned if the keys were handed over, otherwise available again. */
export const spaceAfter = ({ keysOn, openedOn }: Pick<Standing, 'keysOn' | 'openedOn'>): 'available' | 'returned' =>
  keysOn === null && openedOn === null ? 'available' : 'returned';
