// SPDX-License-Identifier: AGPL-3.0-or-later
// A fictitious programme for demonstration and load tests: plausible, complete, deterministic for a given seed and day.
import { agreementRows, eventRows } from './sample-agreements.ts';
import { callRows, callsAround, offeredDays } from './sample-calls.ts';
import { both, chanceOf, plus, type Row, slug, withChecks } from './sample-chance.ts';
import { labRows, spaceRows, zoneRows } from './sample-city.ts';
import { areas, context, organisations } from './sample-content.ts';
import { type Cycle, cyclesAround } from './sample-fates.ts';
import { disagreeing, indicatorRows, jobsByZone, measurementRows } from './sample-indicators.ts';
import { manyLabs } from './sample-many.ts';
import { moneyRows } from './sample-money.ts';
import { cycleRows, initiativeRows, plannedRows } from './sample-plan.ts';
import { describedLabs, machineRows, modelRows, requirementRows, stepRows } from './sample-register.ts';

interface SampleOptions {
  seed: number;
  today: string;
  size: 'shown' | 'measured';
  key: string;
  /** Total number of labs; the additional ones have about ten machines each. */
  labs?: number;
}

/** Quantities; the checks produce a log of ten thousand changes. */
const sizes = {
  shown: {
    spaces: 120,
    calls: 12,
    awards: 60,
    measurements: 8,
    forecastEvery: 40,
    checks: { space: 0, milestone: 0, award: 0, lab: 0 },
  },
  measured: {
    spaces: 200,
    calls: 20,
    awards: 400,
    measurements: 60,
    forecastEvery: 7,
    checks: { space: 24, milestone: 24, award: 4, lab: 10 },
  },
};

function programmeRows(key: string, cycles: Cycle[], day0: string): Row[] {
  const number = key === 'citta-campione' ? '' : ` ${key.split('-').at(-1)}`;
  const row = {
    key,
    ...both('name', `Città campione${number} | Città campione${number}`),
    ...both(
      'summary',
      'Un programma inventato, per guardarsi intorno: città, impegni e cifre non esistono. | An invented programme, to look around in: its city, promises and figures do not exist.',
    ),
    ...both(
      'objective',
      'Far nascere, arrivare e crescere in città imprese che producono. | To have firms that make things be born, settle and grow in the city.',
    ),
    ...both('owner_name', 'Comune di Città campione | City of Città campione'),
    illustrative: 'true',
    source: 'generatore',
    ...both(
      'periphery_definition',
      'Periferia è ciò che sta fuori dal Municipio 1. | Periphery is what lies outside Municipio 1.',
    ),
  };
  const adopted = cycles[0]?.adoptedOn ?? day0;
  return [
    { ...row, known_on: day0 },
    { ...row, adopted_on: adopted, known_on: adopted },
    { ...row, adopted_on: adopted, lead_cycle: cycles[2]?.key ?? '', known_on: cycles[2]?.adoptedOn ?? adopted },
  ];
}

function sourceRows(day0: string): Row[] {
  const sources = [
    ['generatore', 'Dati illustrativi generati | Generated illustrative data'],
    ['piano', 'Piani semestrali illustrativi | Illustrative half-year plans'],
    ['censimento', 'Censimento illustrativo di spazi e laboratori | Illustrative survey of spaces and labs'],
  ];
  return sources.map(([key = '', title = '']) => ({
    key,
    ...both('title', title),
    kind: 'generator',
    publisher: 'Officina',
    licence: 'CC0-1.0',
    published_on: day0,
    published_precision: 'day',
    known_on: day0,
  }));
}

function contextRows(day0: string): Row[] {
  return context.map(([kind = '', name = '', english = ''], at) => ({
    key: `${kind}-${slug(name, 4)}`,
    kind,
    position: String(context.slice(0, at + 1).filter(([other]) => other === kind).length),
    ...both('name', `${name} | ${english}`),
    ...(kind === 'policy' ? { amount_eur: `${at}500000.00` } : {}),
    source: 'generatore',
    known_on: day0,
  }));
}

function targetRows(day0: string): Row[] {
  return [
    ['milestones', '0.6'],
    ['floor-area', '0.65'],
    ['money', '0.5'],
  ].map(([measure = '', share = '']) => ({
    key: `periferia-${measure}`,
    measure,
    share,
    source: 'generatore',
    known_on: day0,
  }));
}

function areaRows(day0: string): Row[] {
  return areas.map(([key = '', name, english, summary, brief], at) => ({
    key,
    position: String(at + 1),
    ...both('name', `${name} | ${english}`),
    ...both('summary', `${summary} | ${brief}`),
    source: 'generatore',
    known_on: day0,
  }));
}

function organisationRows(day0: string): Row[] {
  return organisations.map(([key = '', kind = '', name, english, partner = '', sector = '', field = '']) => ({
    key,
    kind,
    partner,
    ...both('name', `${name} | ${english}`),
    ...both('sector', `${sector} | ${field}`),
    source: 'generatore',
    known_on: day0,
  }));
}

type Supported = Record<'milestone' | 'promise' | 'call' | 'measurement', Row[]>;

/** Money, agreement and events. They use a random generator of their own, so that the plan does not depend on them. */
function supportOf(rows: Supported, cycles: Cycle[], day0: string, today: string, seed: number) {
  const money = moneyRows(rows.milestone, rows.call, day0, today, chanceOf(seed + 1));
  return {
    ...money,
    ...agreementRows(day0, cycles.at(-1)?.endsOn ?? today, { ...rows, ...money }),
    ...eventRows(cycles, day0, today),
    measurement: [...rows.measurement, ...disagreeing(rows.measurement, today)],
  };
}

const machinesOfALab = 5;
const machinesOfMany = 10.4;

interface Around {
  zones: Row[];
  day0: string;
  today: string;
  seed: number;
  /** Total number of labs. */
  labs: number;
}

/** The register: labs, additional labs and related data, with a random generator of their own. */
function registerOf(own: Row[], { zones, day0, today, seed, labs }: Around) {
  const chance = chanceOf(seed + 5);
  const count = Math.max(0, labs - new Set(own.map(({ key }) => key)).size);
  const many = describedLabs(manyLabs(count, { day0, today }, zones, chance), today, chance);
  return {
    lab: [...own, ...many],
    machine: [
      ...machineRows(own, machinesOfALab, chanceOf(seed + 3)),
      ...machineRows(many, machinesOfMany, chanceOf(seed + 4)),
    ],
    machine_model: modelRows(day0),
    lab_requirement: requirementRows(day0),
    qualification_step: stepRows(own, today),
  };
}

/** Rows of a data package as in its CSV files. */
export function samplePackage({ seed, today, size, key, labs = 0 }: SampleOptions): Record<string, Row[]> {
  const chance = chanceOf(seed);
  const amount = sizes[size];
  const cycles = cyclesAround(today);
  const day0 = plus(cycles[0]?.startsOn ?? today, -45);
  const zones = zoneRows(day0, chance);
  const plans = cycles.map((cycle, at) => plannedRows(cycle, at, today, amount.forecastEvery, chance));
  const list = callsAround(amount.calls, day0, today, chance);
  const spaces = spaceRows(amount.spaces, offeredDays(list), day0, today, zones, {
    chance,
    told: chanceOf(seed + 3),
  });
  const offers = callRows(list, amount.awards, spaces.places, cycles, today, chance);
  const checked = (rows: Row[], table: keyof typeof amount.checks) =>
    withChecks(rows, amount.checks[table], today, chance);
  const rows = {
    programme: programmeRows(key, cycles, day0),
    source: sourceRows(day0),
    context_entry: contextRows(day0),
    organisation: organisationRows(day0),
    zone: zones,
    periphery_target: targetRows(day0),
    area: areaRows(day0),
    initiative: initiativeRows(day0),
    cycle: cycleRows(cycles, today),
    milestone: checked(
      plans.flatMap((plan) => plan.milestone),
      'milestone',
    ),
    milestone_dependency: plans.flatMap((plan) => plan.milestone_dependency),
    promise: plans.flatMap((plan) => plan.promise),
    forecast: plans.flatMap((plan) => plan.forecast),
    evidence: plans.flatMap((plan) => plan.evidence),
    lab: checked(describedLabs(labRows(day0, today, zones, chance), today, chanceOf(seed + 2)), 'lab'),
    space: checked(spaces.rows, 'space'),
    call: offers.call,
    lot: offers.lot,
    award: checked(offers.award, 'award'),
    indicator: indicatorRows(cycles, day0),
    measurement: [...measurementRows(amount.measurements, day0, today, chance), ...jobsByZone(zones, today, chance)],
  };
  const register = registerOf(rows.lab, { zones, day0, today, seed, labs });
  return { ...rows, ...register, ...supportOf(rows, cycles, day0, today, seed) };
}
