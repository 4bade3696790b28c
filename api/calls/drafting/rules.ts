// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Text } from '../../contract.ts';
import type { Rule } from '../../http/refusals.rules.ts';
import { type FileKind, usualFileKinds } from './fields.ts';

export type CallPlanKind = 'space' | 'investment' | 'voucher' | 'cascade' | 'challenge';

/** A draft call; money in euro, instants in RFC 3339. */
export interface CallPlan {
  kind: CallPlanKind;
  name: Text;
  summary: Text | null;
  area: string;
  initiative: string | null;
  milestone: string | null;
  zone: string | null;
  procedure: 'ranking' | 'first-come';
  opensAt: string | null;
  closesAt: string | null;
  questionsUntil: string | null;
  budgetEur: number | null;
  grantMinEur: number | null;
  grantMaxEur: number | null;
  grantShare: number | null;
  partialGrants: boolean;
  aidRule: 'refuse' | 'reduce' | null;
  fileKinds: FileKind[];
  threshold: number | null;
  tieBreaks: (string | { criterion: number })[];
  criteria: { name: Text; weight: number; scale: number; threshold: number | null }[];
  bonuses: { kind: string; name: Text; points: number }[];
  requirements: { kind: 'question' | 'document'; name: Text; required: boolean }[];
  lots: { space: string; feeEurYear: number | null }[];
}

const nothing = {
  summary: null,
  initiative: null,
  milestone: null,
  zone: null,
  opensAt: null,
  closesAt: null,
  questionsUntil: null,
  budgetEur: null,
  grantMinEur: null,
  grantMaxEur: null,
  grantShare: null,
  partialGrants: false,
  aidRule: null,
  fileKinds: [...usualFileKinds],
  threshold: null,
  tieBreaks: ['earlier'],
  criteria: [],
  bonuses: [],
  requirements: [],
  lots: [],
} satisfies Partial<CallPlan>;

const criterion = (it: string, en: string, weight: number, threshold: number | null = null) => ({
  name: { it, en },
  weight,
  scale: 10,
  threshold,
});
const periphery = {
  kind: 'periphery',
  name: { it: 'Sede in periferia', en: 'Based in the outer districts' },
  points: 5,
};
const young = { kind: 'under-35', name: { it: 'Impresa giovanile', en: 'Young-owned firm' }, points: 3 };
const regular = {
  kind: 'question' as const,
  name: {
    it: 'L’impresa è in regola con obblighi contributivi (DURC) e tributari',
    en: 'The firm complies with social security (DURC) and tax obligations',
  },
  required: true,
};
const projected = [
  criterion('Qualità del progetto', 'Quality of the project', 40, 20),
  criterion('Effetto sul quartiere e sul lavoro', 'Impact on neighbourhood and jobs', 35),
  criterion('Sostenibilità economica', 'Economic soundness', 25),
];

type Own = Partial<CallPlan> & Pick<CallPlan, 'name' | 'procedure'>;

const templates: Record<CallPlanKind, Own> = {
  space: {
    name: { it: 'Bando per spazi', en: 'Call for spaces' },
    procedure: 'ranking',
    criteria: projected,
    bonuses: [periphery, young],
    requirements: [regular],
    threshold: 50,
  },
  investment: {
    name: { it: 'Bando per investimenti', en: 'Call for investments' },
    procedure: 'ranking',
    criteria: projected,
    bonuses: [periphery, young],
    requirements: [regular],
    threshold: 50,
    partialGrants: true,
    aidRule: 'reduce',
    grantShare: 0.5,
  },
  voucher: {
    name: { it: 'Bando voucher', en: 'Voucher call' },
    procedure: 'first-come',
    requirements: [regular],
    grantMinEur: 20_000,
    grantMaxEur: 200_000,
    partialGrants: true,
    aidRule: 'reduce',
  },
  cascade: {
    name: { it: 'Bando a cascata', en: 'Cascade call' },
    procedure: 'ranking',
    criteria: projected,
    requirements: [regular],
    threshold: 60,
    partialGrants: false,
  },
  challenge: {
    name: { it: 'Sfida', en: 'Challenge' },
    procedure: 'ranking',
    criteria: [
      criterion('Risposta alla sfida', 'Answer to the challenge', 60),
      criterion('Fattibilità', 'Feasibility', 40),
    ],
    requirements: [regular],
  },
};

/** Defaults per kind of call, editable in the draft. */
export const templateOf = (kind: CallPlanKind, area: string): CallPlan => ({
  ...nothing,
  kind,
  area,
  ...templates[kind],
});

export interface PlanFault {
  /** Area of the plan. */
  name: string;
  rule: Rule;
}

function datesOf({ opensAt, closesAt, questionsUntil }: CallPlan, now: string): PlanFault[] {
  const faults: PlanFault[] = [];
  if (!opensAt) faults.push({ name: 'opensAt', rule: 'instant-needed' });
  if (!closesAt) faults.push({ name: 'closesAt', rule: 'instant-needed' });
  if (closesAt && closesAt <= now) faults.push({ name: 'closesAt', rule: 'date-past' });
  if (opensAt && closesAt && closesAt <= opensAt) faults.push({ name: 'closesAt', rule: 'days-reversed' });
  if (questionsUntil && closesAt && questionsUntil > closesAt)
    faults.push({ name: 'questionsUntil', rule: 'questions-late' });
  return faults;
}

function moneyOf({ kind, procedure, budgetEur, grantMinEur, grantMaxEur }: CallPlan): PlanFault[] {
  const faults: PlanFault[] = [];
  const first = procedure === 'first-come';
  if ((kind !== 'space' || first) && budgetEur === null) faults.push({ name: 'budgetEur', rule: 'budget-needed' });
  if (first && grantMinEur === null) faults.push({ name: 'grantMinEur', rule: 'budget-needed' });
  if (first && grantMaxEur === null) faults.push({ name: 'grantMaxEur', rule: 'budget-needed' });
  if (grantMinEur !== null && grantMaxEur !== null && grantMaxEur < grantMinEur)
    faults.push({ name: 'grantMaxEur', rule: 'most-below-least' });
  if (budgetEur !== null && grantMinEur !== null && budgetEur < grantMinEur)
    faults.push({ name: 'budgetEur', rule: 'budget-below-least' });
  return faults;
}

const hundredths = (value: number) => Math.round(value * 100);

function pointsOf({ procedure, criteria, tieBreaks }: CallPlan): PlanFault[] {
  if (procedure === 'first-come') return criteria.length > 0 ? [{ name: 'criteria', rule: 'criteria-unused' }] : [];
  if (criteria.length === 0) return [{ name: 'criteria', rule: 'weights-not-hundred' }];
  const sum = criteria.reduce((total, { weight }) => total + hundredths(weight), 0);
  const faults: PlanFault[] = sum === 10_000 ? [] : [{ name: 'criteria', rule: 'weights-not-hundred' }];
  const known = (tie: CallPlan['tieBreaks'][number]) => typeof tie === 'string' || tie.criterion in criteria;
  const lost = tieBreaks.findIndex((tie) => !known(tie));
  if (lost >= 0) faults.push({ name: `tieBreaks.${lost}`, rule: 'tie-unknown' });
  const beyond = criteria.findIndex(({ threshold, weight }) => threshold !== null && threshold > weight);
  return beyond < 0 ? faults : [...faults, { name: `criteria.${beyond}.threshold`, rule: 'threshold-beyond' }];
}

function lotsOf({ kind, procedure, lots }: CallPlan, available: readonly string[]): PlanFault[] {
  if (kind !== 'space') return lots.length > 0 ? [{ name: 'lots', rule: 'lots-unused' }] : [];
  if (procedure === 'first-come') return [{ name: 'procedure', rule: 'lots-unused' }];
  if (lots.length === 0) return [{ name: 'lots', rule: 'lots-needed' }];
  const twice = new Set(lots.map(({ space }) => space)).size !== lots.length;
  const taken = lots.findIndex(({ space }) => !available.includes(space));
  if (taken >= 0) return [{ name: `lots.${taken}.space`, rule: 'space-not-available' }];
  return twice ? [{ name: 'lots', rule: 'lots-twice' }] : [];
}

/** Everything that prevents publication: date order, Σ weights = 100, budget ≥ one grant, spaces available. */
export function faultsOf(
  plan: CallPlan,
  { now, available }: { now: string; available: readonly string[] },
): PlanFault[] {
  return [...datesOf(plan, now), ...moneyOf(plan), ...pointsOf(plan), ...lotsOf(plan, available)];
}

interface Amending {
  closesAt: string | null;
  budgetEur: number | null;
}

/** Validates an amendment: a later deadline or a larger budget, and not after the end of the call. */
export function whyNotAmended(
  call: { closesAt: string; budgetEur: number | null },
  { closesAt, budgetEur }: Amending,
  now: string,
): Rule | null {
  if (call.closesAt <= now) return 'call-closed';
  if (closesAt === null && budgetEur === null) return 'amendment-empty';
  if (closesAt !== null && closesAt <= call.closesAt) return 'amendment-takes';
  if (budgetEur !== null && call.budgetEur === null) return 'budget-none';
  return budgetEur !== null && budgetEur <= (call.budgetEur ?? 0) ? 'amendment-takes' : null;
}

/** Instants of a call run in Officina. */
export type RunState = 'announced' | 'open' | 'closed';

/** Phase at an instant of the server clock; the call closes at the given second. */
export function runStateOf({ opensAt, closesAt }: { opensAt: string; closesAt: string }, now: string): RunState {
  if (now < opensAt) return 'announced';
  return now < closesAt ? 'open' : 'closed';
}

/** Progress of a call, from announcement to final ranking or exhausted fund. */
export type Stage = 'announced' | 'open' | 'round' | 'over' | 'provisional' | 'final';

/** `kinds` lists the kinds of its published rankings. */
export function stageOf(
  state: RunState,
  { firstCome, kinds }: { firstCome: boolean; kinds: readonly string[] },
): Stage {
  if (state !== 'closed') return state;
  if (firstCome) return 'over';
  if (kinds.includes('final')) return 'final';
  return kinds.includes('provisional') ? 'provisional' : 'round';
}
