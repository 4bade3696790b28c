// SPDX-License-Identifier: AGPL-3.0-or-later

import { stateOn } from './sample-census.ts';
import { both, type Chance, earlier, history, later, plus, type Row, type Step, slug } from './sample-chance.ts';
import { type Place, spaceKey } from './sample-city.ts';
import { calls } from './sample-content.ts';
import type { Cycle } from './sample-fates.ts';
import { areaKey, milestoneNaming } from './sample-plan.ts';

interface Call {
  key: string;
  state: string;
  kind: string;
  area: string;
  name: string;
  published: string;
  opens: string;
  closes: string;
  concluded: string | null;
  spaces: string[];
}

const money = (amount: number) => amount.toFixed(2);
const spendsMoney = (kind: string) => kind !== 'space' && kind !== 'register';

/** Calls and their days: concluded ones in sequence in the past, the others around today. */
export function callsAround(count: number, day0: string, today: string, chance: Chance): Call[] {
  const chosen = calls.slice(0, count);
  const ended = chosen.filter(([state]) => state === 'concluded').length;
  let done = 0;
  let spaces = 0;
  return chosen.map(([state = '', kind = '', area = '', italian = '', english = '']) => {
    const opened: Record<string, string> = {
      concluded: plus(day0, 50 + (done * 330) / ended),
      open: plus(today, -chance.between(9, 20)),
      evaluation: plus(today, -chance.between(66, 80)),
      future: plus(today, chance.between(16, 30)),
    };
    const opens = opened[state] ?? today;
    const closes = plus(opens, chance.between(38, 52));
    const lots = kind === 'space' ? 8 : 0;
    if (state === 'concluded') done += 1;
    spaces += lots;
    return {
      key: slug(italian),
      state,
      kind,
      area,
      name: `${italian} | ${english}`,
      opens,
      closes,
      published: earlier(plus(opens, -20), plus(today, -2)),
      concluded: state === 'concluded' ? plus(closes, chance.between(25, 60)) : null,
      spaces: Array.from({ length: lots }, (_, at) => spaceKey(spaces - lots + at)),
    };
  });
}

/** Statuses of spaces offered in calls: available, in the call, assigned, in use. */
export function offeredDays(list: Call[]): Map<string, Step[]> {
  const days = list.flatMap(({ spaces, published, opens, concluded }) =>
    spaces.map((key, at): [string, Step[]] => {
      const ending =
        concluded && at < 7 ? [stateOn(concluded, 'assigned'), stateOn(plus(concluded, 60 + at * 12), 'in-use')] : [];
      const unsold = concluded && at === 7 ? [stateOn(concluded, 'available')] : [];
      const ready = [stateOn(plus(published, -28), 'verified'), stateOn(plus(published, -14), 'available')];
      return [key, [...ready, stateOn(opens, 'in-call'), ...ending, ...unsold]];
    }),
  );
  return new Map(days);
}

function lotRows({ key, spaces, published }: Call, chance: Chance): Row[] {
  return spaces.map((space, at) => ({
    key: `${key}.${at + 1}`,
    call: key,
    space,
    position: String(at + 1),
    fee_eur_year: money(chance.between(12, 160) * 100),
    source: 'generatore',
    known_on: published,
  }));
}

/** Awards of a concluded call: spaces with their area, or money; some to groups, some without a known zone. */
function awardRows(call: Call, wanted: number, places: Map<string, Place>, chance: Chance): Row[] {
  const { concluded } = call;
  if (!concluded) return [];
  const zones = [...places.values()].map(({ zone }) => zone).filter(Boolean);
  const count = call.kind === 'space' ? Math.min(7, call.spaces.length) : wanted;
  return Array.from({ length: count }, (_, at) => {
    const space = call.spaces[at];
    const place = space ? places.get(space) : undefined;
    const group = !space && at % 9 === 8;
    const recipients = group ? chance.between(2, 6) : 1;
    return {
      key: `${call.key}.${at + 1}`,
      call: call.key,
      space: space ?? '',
      recipients: String(recipients),
      recipient_kind: chance.pick(['firm', 'firm', 'firm', 'non-profit', 'other']),
      zone: place ? place.zone : at % 13 === 5 ? '' : chance.pick(zones),
      floor_area_m2: place?.floorArea ?? '',
      amount_eur: spendsMoney(call.kind) ? money(chance.between(16, 240) * 250 * recipients) : '',
      awarded_on: concluded,
      awarded_precision: 'day',
      source: 'generatore',
      known_on: concluded,
    };
  });
}

function callRow(call: Call, awards: Row[], cycles: Cycle[], today: string, chance: Chance): Row[] {
  const { key, kind, area, name, published, opens, closes, concluded } = call;
  const total = awards.reduce((sum, award) => sum + Number(award.amount_eur), 0);
  const winners = awards.reduce((sum, award) => sum + Number(award.recipients), 0);
  const spends = spendsMoney(kind);
  const budget = Math.ceil((total || chance.between(300, 900) * 1000) / 90000) * 100000;
  const applications = winners + chance.between(12, 70);
  const terms = spends
    ? {
        budget_eur: money(budget),
        grant_share: chance.pick(['0.5', '0.4', '0.25']),
        grant_max_eur: money(chance.between(4, 12) * 5000),
      }
    : {};
  const base = {
    key,
    kind,
    ...both('name', name),
    area: areaKey(area),
    published_on: published,
    published_precision: 'day',
    opens_on: opens,
    closes_on: closes,
    ...terms,
    url: `https://www.citta-campione.example/bandi/${key}`,
    source: 'generatore',
  };
  const steps: Step[] = [
    [published, {}],
    [plus(closes, 1), { applications: String(applications) }],
  ];
  const milestone = milestoneNaming(name.split(' | ')[0] ?? '', cycles);
  if (milestone) steps.push([later(published, milestone.knownOn), { milestone: milestone.key }]);
  const given = spends ? { awarded_eur: money(total) } : {};
  if (concluded) {
    const admitted = kind === 'register' ? Math.floor(applications * 0.8) : winners;
    steps.push([
      concluded,
      { concluded_on: concluded, concluded_precision: 'day', admitted: String(admitted), ...given },
    ]);
  }
  return history(base, steps, today);
}

/** Calls, lots and awards; `awards` is the approximate total number of awards. */
export function callRows(
  list: Call[],
  awards: number,
  places: Map<string, Place>,
  cycles: Cycle[],
  today: string,
  chance: Chance,
): Record<'call' | 'lot' | 'award', Row[]> {
  const rows: Record<'call' | 'lot' | 'award', Row[]> = { call: [], lot: [], award: [] };
  const ended = list.filter(({ concluded, kind }) => concluded && kind !== 'register');
  const ofSpaces = ended.filter(({ kind }) => kind === 'space').length * 7;
  const each = Math.round((awards - ofSpaces) / Math.max(1, ended.filter(({ kind }) => kind !== 'space').length));
  for (const call of list) {
    const given = awardRows(call, call.kind === 'register' ? 0 : each, places, chance);
    rows.call.push(...callRow(call, given, cycles, today, chance));
    rows.lot.push(...lotRows(call, chance));
    rows.award.push(...given);
  }
  return rows;
}
