// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays, addMonths, formatISO, parseISO, subMonths } from 'date-fns';
import type { Rule } from '../../http/refusals.rules.ts';

export type Step = 'signed' | 'keys' | 'opened';
export type Ending = 'gave-up' | 'revoked' | 'term-ended';
export type Stage = 'awarded' | Step | Ending;

/** How far an award has come; all dates are civil days. */
export interface Standing {
  /** null where the day is not known to the day. */
  awardedOn: string | null;
  signedOn: string | null;
  keysOn: string | null;
  openedOn: string | null;
  endedOn: string | null;
  endedAs: Ending | null;
  /** Whether a space was awarded; money alone needs no keys. */
  hasSpace: boolean;
}

/** The steps in their order. */
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

/** What no act on an award may be: to come, or earlier than the award. */
function whyNotOn({ awardedOn }: Standing, on: string, today: string): Rule | null {
  if (on > today) return 'date-future';
  return awardedOn !== null && on < awardedOn ? 'before-award' : null;
}

/** Why a step cannot be recorded on a day. Recorded again it is corrected, within the steps around it. */
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

/** Why a sum cannot be paid: nothing before the agreement, nor once it was given up or revoked, and no more than was awarded. */
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
/** Days before a check is due from which it is due soon. */
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

/** The day from which the months of the checks count: the opening, or, where there is no space to open, the signing. */
export const checksFrom = ({ openedOn, signedOn, hasSpace }: Standing): string | null =>
  openedOn ?? (hasSpace ? null : signedOn);

const dueOf = (from: string, months: CheckMonths) => civil(addMonths(parseISO(from), months));

/** The checks of an award as they stand on a day; of one that ended, those alone that were made. */
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

/** The first check that is still to be made. */
export const nextCheck = (checks: readonly Due[]): Due | null => checks.find(({ state }) => state !== 'made') ?? null;

interface Checked {
  months: CheckMonths;
  checkedOn: string;
  outcome: 'passed' | 'with-remarks' | 'failed';
  words: unknown;
}

/** Why a check cannot be recorded: it is made at most a month before it is due. Recorded again it is corrected. */
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

/** Why jobs cannot be counted on a day. */
export const whyNotCounted = (award: Standing, countedOn: string | null, today: string): Rule | null =>
  countedOn === null ? null : whyNotOn(award, countedOn, today);

interface Ends {
  as: Ending;
  on: string;
  act: string | null;
  reason: unknown;
}

/** Why an award cannot end so: a revocation has its act and its reason, and only what began has a term. */
export function whyNotEnded(award: Standing, { as, on, act, reason }: Ends, today: string): Rule | null {
  if (award.endedOn !== null) return 'award-ended';
  if (as === 'term-ended' && award.signedOn === null) return 'not-begun';
  if (as === 'revoked' && !act) return 'act-needed';
  if (as === 'revoked' && !reason) return 'why-needed';
  const last = latest([award.signedOn, award.keysOn, award.openedOn]);
  return whyNotOn(award, on, today) ?? (last !== null && on < last ? 'step-order' : null);
}

/** Where a space goes from an award that ended: whose keys were handed over comes back, the others were never away. */
export const spaceAfter = ({ keysOn, openedOn }: Pick<Standing, 'keysOn' | 'openedOn'>): 'available' | 'returned' =>
  keysOn === null && openedOn === null ? 'available' : 'returned';
