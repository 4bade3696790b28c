// SPDX-License-Identifier: AGPL-3.0-or-later
import { differenceInCalendarDays, parseISO } from 'date-fns';
import type { Precision, Text, When } from '../../contract.ts';
import type { Rule } from '../../http/refusals.rules.ts';

/** What a space may be, and say, as it is chosen from. */
export const spaceKinds = ['building', 'ground-floor', 'open-area', 'shed', 'lot', 'other'] as const;
export const ownerKinds = ['public', 'private'] as const;
/** On the way back to use. */
export const spaceStates = [
  'surveyed',
  'verified',
  'available',
  'in-call',
  'assigned',
  'in-use',
  'returned',
  'withdrawn',
] as const;
export const conditions = ['ready', 'minor-works', 'major-works', 'unsafe'] as const;
export const energyClasses = ['A4', 'A3', 'A2', 'A1', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export const accessibilities = ['yes', 'partly', 'no'] as const;
export const admittedUses = [
  'craft',
  'manufacturing',
  'laboratory',
  'trade',
  'offices',
  'culture',
  'social',
  'training',
  'food',
  'storage',
  'sport',
  'temporary',
] as const;
export const constraints = [
  'heritage',
  'landscape',
  'soil',
  'asbestos',
  'structure',
  'noise',
  'lease',
  'planning',
] as const;
export const utilities = [
  'water',
  'electricity',
  'three-phase',
  'gas',
  'heating',
  'sewer',
  'internet',
  'lift',
] as const;

/** The parts of an entry; each is edited by itself. */
export const sections = ['about', 'place', 'facts', 'terms'] as const;
export type Section = (typeof sections)[number];

export type SpaceState = (typeof spaceStates)[number];

/** Which states officials may give by hand after which; into a call, and out of it, only calls and their rankings lead. */
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

/** The states in which a space may enter the census by hand. */
export const firstByHand: readonly SpaceState[] = ['surveyed', 'verified', 'available', 'in-use', 'withdrawn'];

interface Moving {
  from: SpaceState;
  to: SpaceState;
  /** The day on which the present state began, where it is known. */
  since: string | null;
  on: string;
  /** Whether an award of it stands. */
  held: boolean;
}

/** Why a space cannot be moved so by hand. */
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

/** Whose place is blurred must be private: what is the city's own is told as it is. */
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
 * A point within `radius` metres of another; two draws between 0 and 1 say in which direction and how far, so that all
 * of the circle is as likely. Rounding leaves it inside: the radius is taken two metres short.
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

/** A space as one recorded change left it. */
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
  /** The day from which it was known. */
  knownOn: string;
}

/** The way of a space, from what the log holds of it: a state as it was last described before the next one came. */
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

/** Days between two civil days; never less than none, since coarse dates stand at the end of their span. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, differenceInCalendarDays(parseISO(to), parseISO(from)));
