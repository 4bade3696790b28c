// SPDX-License-Identifier: AGPL-3.0-or-later
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import type { Precision, Text, When } from '../../contract.ts';
import type { Rule } from '../../http/refusals.rules.ts';
import { type ChoiceOf, choicesOf } from '../../platform/fields/rules.ts';
import { spaceFields, spaceRecord } from './fields.ts';

export type SpaceState = ChoiceOf<typeof spaceFields.state>;
export type Section = keyof typeof spaceRecord.sections;

/** Statuses on the way to reuse, in order. */
export const spaceStates = choicesOf(spaceFields.state);
/** Sections of an entry, each edited separately. */
export const sections = Object.keys(spaceRecord.sections) as Section[];

/** Status changes officials can make by hand; only calls and rankings move a space into and out of a call. */
export const nextByHand: Record<SpaceState, readonly SpaceState[]> = {
  surveyed: ['verified', 'withdrawn'],
  verified: ['available', 'withdrawn'],
  available: ['in-use', 'withdrawn'],
  'in-call': [],
  assigned: ['in-use', 'returned'],
  'in-use': ['returned'],
  returned: ['verified', 'available', 'withdrawn'],
  withdrawn: ['surveyed'],
};

/** Initial statuses for manual entry. */
export const firstByHand: readonly SpaceState[] = ['surveyed', 'verified', 'available', 'in-use', 'withdrawn'];

interface Moving {
  from: SpaceState;
  to: SpaceState;
  /** First day of the current status; null if unknown. */
  since: string | null;
  on: string;
  /** True if it has an active award. */
  held: boolean;
}

/** Validates a manual status change. */
export function whyNotMoved({ from, to, since, on, held }: Moving, today: string): Rule | null {
  if (from === to) return 'space-there';
  if (from === 'in-call' || to === 'in-call' || to === 'assigned') return 'space-by-call';
  if (held) return 'space-held';
  if (!nextByHand[from].includes(to)) return 'space-step';
  if (on > today) return 'date-future';
  return since !== null && on < since ? 'space-before' : null;
}

interface Blurring {
  ownerKind: string | null;
  blurM: number | null;
}

/** Only privately owned spaces can be blurred; public property has its exact location. */
export const whyNotBlurred = ({ ownerKind, blurM }: Blurring): Rule | null =>
  blurM !== null && ownerKind !== 'private' ? 'blur-private' : null;

export const whyNotSpan = (from: string | null, to: string | null): Rule | null =>
  from !== null && to !== null && to < from ? 'days-reversed' : null;

interface Point {
  latitude: number;
  longitude: number;
}

const metresPerDegree = 111_320;

/**
 * A point within `radius` metres of another; two random numbers (0–1) give direction and distance, uniform over the
 * disc. The radius is reduced by 2 m, so that rounding stays inside.
 */
export function movedPoint({ latitude, longitude }: Point, radius: number, [turn, reach]: [number, number]): Point {
  const metres = (radius - 2) * Math.sqrt(reach);
  const angle = 2 * Math.PI * turn;
  const east = metresPerDegree * Math.cos((latitude * Math.PI) / 180);
  const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return {
    latitude: rounded(latitude + (metres * Math.cos(angle)) / metresPerDegree),
    longitude: rounded(longitude + (metres * Math.sin(angle)) / east),
  };
}

/** State of a space after one recorded change. */
export interface StateImage {
  state: SpaceState;
  since: string | null;
  precision: Precision | null;
  reason: Text | null;
  knownOn: string;
}

export interface Step {
  state: SpaceState;
  since: When | null;
  reason: Text | null;
  /** Day from which it was known. */
  knownOn: string;
}

/** Status history of a space from its log: each status with its last recorded description. */
export function stepsOf(images: readonly StateImage[]): Step[] {
  const steps: Step[] = [];
  for (const { state, since, precision, reason, knownOn } of images) {
    const last = steps.at(-1);
    const dated = since !== null && precision !== null ? { date: since, precision } : null;
    if (last?.state === state) Object.assign(last, { since: dated, reason });
    else steps.push({ state, since: dated, reason, knownOn });
  }
  return steps;
}

/** Days between two civil days, at least 0, since coarse dates stand for the end of their span. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, differenceInCalendarDays(parseISO(to), parseISO(from)));
