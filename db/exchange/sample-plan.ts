// SPDX-License-Identifier: AGPL-3.0-or-later
import { format } from 'date-fns/format';
import { it } from 'date-fns/locale/it';
import { parseISO } from 'date-fns/parseISO';
import { both, type Chance, earlier, gap, history, later, plus, type Row, type Step, slug } from './sample-chance.ts';
import { areas, initiatives, owners } from './sample-content.ts';
import { type Cycle, type Fate, fateOf, spanOf } from './sample-fates.ts';
import {
  forecastReasons,
  outcomes,
  promisedByCycle,
  replanReasons,
  sayingFor,
  withdrawalReasons,
} from './sample-promises.ts';

export const areaKey = (number: string | undefined) => areas[Number(number) - 1]?.[0] ?? '';

export function cycleRows(cycles: Cycle[], today: string): Row[] {
  return cycles.flatMap(({ key, startsOn, endsOn, adoptedOn }, at) => {
    const months = (locale?: { locale: typeof it }) =>
      [startsOn, endsOn].map((day) => format(parseISO(day), 'LLLL yyyy', locale)).join(' – ');
    const base = {
      key,
      ...both('name', `Semestre ${at + 1}: ${months({ locale: it })} | Half-year ${at + 1}: ${months()}`),
      starts_on: startsOn,
      ends_on: endsOn,
      adopted_on: adoptedOn,
      adopted_act: `Delibera campione ${at + 1}`,
      source: 'piano',
    };
    return history(
      base,
      [
        [adoptedOn, {}],
        [plus(endsOn, 1), { closed_on: plus(endsOn, 1) }],
      ],
      today,
    );
  });
}

function forecastRows(key: string, fate: Fate, cycle: Cycle, every: number, today: string, chance: Chance): Row[] {
  const end = fate.done ?? fate.expected;
  const first = fate.due[0];
  if (!end || !first) return [];
  const until = earlier(fate.done ?? today, plus(today, -3));
  const reports: string[] = [];
  for (let day = plus(cycle.startsOn, chance.between(10, every)); day <= until; day = plus(day, every))
    reports.push(day);
  if (!fate.done && reports.at(-1) !== until) reports.push(until);
  return reports.map((day, at) => {
    const share = (at + 1) / reports.length;
    const expected = later(plus(first, gap(first, end) * share), plus(day, 1));
    const slips = expected > first && chance.oneIn(2);
    return {
      key: `${key}.${at + 1}`,
      milestone: key,
      reported_on: day,
      expected_on: expected,
      expected_precision: 'day',
      ...(slips ? both('reason', chance.pick(forecastReasons)) : {}),
      source: 'piano',
    };
  });
}

function promiseRows(key: string, title: string, fate: Fate, precision: string): Row[] {
  return fate.due.map((due, at) => ({
    key: `${key}.${at + 1}`,
    milestone: key,
    number: String(at + 1),
    due_on: due,
    due_precision: at === 0 ? precision : 'day',
    made_on: fate.made[at] ?? '',
    ...(at > 0 ? both('reason', sayingFor(replanReasons, title, at - 1)) : {}),
    source: 'piano',
  }));
}

function milestoneRows(base: Row, fate: Fate, adoptedOn: string, today: string, chance: Chance): Row[] {
  const title = base.name_it ?? '';
  const steps: Step[] = [[adoptedOn, {}]];
  if (fate.done) {
    const known = earlier(plus(fate.done, chance.between(0, 4)), today);
    steps.push([known, { done_on: fate.done, done_precision: 'day', ...both('outcome', sayingFor(outcomes, title)) }]);
  }
  if (fate.withdrawn) {
    steps.push([
      fate.withdrawn,
      { withdrawn_on: fate.withdrawn, ...both('withdrawn_reason', sayingFor(withdrawalReasons, title)) },
    ]);
  }
  return history(base, steps, today);
}

function evidenceRow(key: string, fate: Fate, at: number): Row[] {
  if (!fate.done) return [];
  const link = at % 3 === 1;
  const name = link ? 'Pagina con gli atti | Page with the acts' : 'Verbale di conclusione | Record of conclusion';
  const address = link ? { url: `https://www.citta-campione.example/${key}` } : {};
  return [
    {
      key: `${key}.1`,
      milestone: key,
      kind: link ? 'link' : 'document',
      ...both('name', name),
      ...address,
      issued_on: fate.done,
      issued_precision: 'day',
      source: 'piano',
      known_on: fate.done,
    },
  ];
}

type Promised = Record<'milestone' | 'promise' | 'forecast' | 'evidence' | 'milestone_dependency', Row[]>;

/** Some milestones depend on the previous one of their area. */
function dependencyRows(keys: { key: string; area: string }[], cycle: Cycle): Row[] {
  return keys.flatMap(({ key, area }, at) => {
    const before = keys.slice(0, at).findLast((other) => other.area === area);
    return before && at % 3 === 1
      ? [{ key: `${key}.1`, milestone: key, depends_on: before.key, source: 'piano', known_on: cycle.adoptedOn }]
      : [];
  });
}

/** Milestones, promises, forecasts, evidence and dependencies of one half-year. */
export function plannedRows(cycle: Cycle, at: number, today: string, every: number, chance: Chance): Promised {
  const rows: Promised = { milestone: [], promise: [], forecast: [], evidence: [], milestone_dependency: [] };
  const planned = promisedByCycle[at] ?? [];
  const keys = planned.map(([, area = '', , title = '']) => ({ key: slug(title), area }));
  for (const [index, [state = '', area = '', weight = '1', title = '', english = '', zone = '']] of planned.entries()) {
    const spread = plus(cycle.startsOn, 18 + ((gap(cycle.startsOn, cycle.endsOn) - 24) * index) / planned.length);
    const [due, precision] = spanOf(spread, index, cycle, ['planned', 'on-track'].includes(state));
    const fate = fateOf(state, due, cycle, today, chance);
    const key = keys[index]?.key ?? '';
    const base = {
      key,
      cycle: cycle.key,
      area: areaKey(area),
      initiative: initiativeOf(area, chance),
      position: String(index + 1),
      ...both('name', `${title} | ${english}`),
      weight,
      owner: chance.pick(owners[Number(area) - 1] ?? ['comune']),
      zone,
      source: 'piano',
    };
    rows.milestone.push(...milestoneRows(base, fate, cycle.adoptedOn, today, chance));
    rows.promise.push(...promiseRows(key, title, fate, fate.due[0] === due ? precision : 'day'));
    rows.forecast.push(...forecastRows(key, fate, cycle, every, today, chance));
    rows.evidence.push(...evidenceRow(key, fate, index));
  }
  rows.milestone_dependency.push(...dependencyRows(keys, cycle));
  return rows;
}

function initiativeOf(area: string, chance: Chance): string {
  const own = initiatives.filter(([number]) => number === area);
  return slug(chance.pick(own)[2] ?? '');
}

export function initiativeRows(day0: string): Row[] {
  return initiatives.map(([area, existing, name = '', english = ''], at) => ({
    key: slug(name),
    area: areaKey(area),
    position: String((at % 3) + 1),
    existing: String(existing === 'sì'),
    ...both('name', `${name} | ${english}`),
    source: 'generatore',
    known_on: day0,
  }));
}

/** The milestone whose title names the call (the shortest such title), and the day since when it is known. */
export function milestoneNaming(title: string, cycles: Cycle[]): { key: string; knownOn: string } | undefined {
  return cycles
    .flatMap(({ adoptedOn }, at) =>
      (promisedByCycle[at] ?? []).map(([, , , name = '']) => ({ name, knownOn: adoptedOn })),
    )
    .filter(({ name }) => name.toLowerCase().includes(title.toLowerCase()))
    .sort((a, b) => a.name.length - b.name.length)
    .map(({ name, knownOn }) => ({ key: slug(name), knownOn }))[0];
}
