// SPDX-License-Identifier: AGPL-3.0-or-later
// Money of the sample programme: funds, allocations to milestones and calls, and earmarks.
import { both, type Chance, history, lines, plus, type Row, type Step } from './sample-chance.ts';

/** key | origin | organisation | italiano | english */
const funds = lines(`
comune | public | comune | Bilancio del Comune campione | Budget of the sample City
regione | public | regione | Fondo della Regione campione per i laboratori | Fund of the sample Region for labs
europa | public | | Programma europeo campione | Sample European programme
fondazione | private | fondazione | Contributo della fondazione campione | Contribution of the sample foundation`);

/** The Region funds labs; the other sources fund the rest in turn. */
const others = ['comune', 'europa', 'comune', 'fondazione'];
const money = (amount: number) => amount.toFixed(2);

function fundOf(area: string | undefined, at: number): string {
  return area === 'laboratori-servizi' ? 'regione' : (others[at % others.length] ?? 'comune');
}

/** First version of an item, with the day its outcome became known, if any. */
function lives(rows: Row[]): { first: Row; doneKnown: string | undefined }[] {
  return [...Map.groupBy(rows, (row) => row.key).values()].map((states) => ({
    first: states[0] ?? {},
    doneKnown: states.find((state) => state.done_on)?.known_on,
  }));
}

function stepsOf(planned: number, at: number, knownOn: string, doneKnown: string | undefined): Step[] {
  const committed = { committed_eur: money(planned * 0.9) };
  const steps: Step[] = [[knownOn, {}]];
  if (at % 5 !== 3) steps.push([plus(knownOn, 25), committed]);
  if (at % 5 < 2) steps.push([plus(knownOn, 60), { ...committed, paid_eur: money(planned * 0.3) }]);
  if (doneKnown) {
    const paid = planned * 0.9 * (at % 2 ? 1 : 0.8);
    steps.push([plus(doneKnown, 20), { ...committed, paid_eur: money(paid) }]);
  }
  return steps;
}

/** Two of three milestones have costs, attributed to the milestone's zone if it has one. */
function milestoneMoney(milestones: Row[], today: string, chance: Chance): Row[] {
  return lives(milestones).flatMap(({ first, doneKnown }, at) => {
    if (at % 3 === 2) return [];
    const planned = chance.between(6, 44) * 5000;
    const { key = '', area = '', zone = '', owner = '', known_on = '' } = first;
    const fund = fundOf(area, at);
    const base = {
      key: `${fund}.${key}`,
      fund,
      name_it: first.name_it ?? '',
      name_en: first.name_en ?? '',
      area,
      zone,
      milestone: key,
      organisation: owner === 'comune' ? '' : owner,
      planned_eur: money(planned),
      source: 'piano',
    };
    return history(base, stepsOf(planned, at, known_on, doneKnown), today);
  });
}

/** A call's budget is planned at publication and committed at conclusion; payments follow. */
function callMoney(calls: Row[], today: string): Row[] {
  return [...Map.groupBy(calls, (row) => row.key).values()].flatMap((states, at) => {
    const [first] = states;
    if (!first?.budget_eur) return [];
    const fund = at % 2 ? 'europa' : 'comune';
    const base = {
      key: `${fund}.${first.key}`,
      fund,
      name_it: first.name_it ?? '',
      name_en: first.name_en ?? '',
      area: first.area ?? '',
      call: first.key ?? '',
      planned_eur: first.budget_eur,
      source: 'piano',
    };
    const steps: Step[] = [[first.known_on ?? today, {}]];
    const concluded = states.find((state) => state.awarded_eur);
    if (concluded) {
      const committed = Math.min(Number(concluded.awarded_eur), Number(first.budget_eur));
      const given = { committed_eur: money(committed) };
      steps.push([concluded.known_on ?? today, given]);
      steps.push([plus(concluded.known_on ?? today, 45), { ...given, paid_eur: money(committed * 0.6) }]);
    }
    return history(base, steps, today);
  });
}

/** Each fund is slightly larger than its allocations. */
function fundRows(allocations: Row[], day0: string): Row[] {
  const first = [...Map.groupBy(allocations, (row) => row.key).values()].map(([row = {}]) => row);
  return funds.map(([key = '', origin = '', organisation = '', name, english]) => {
    const planned = first.filter((row) => row.fund === key).reduce((sum, row) => sum + Number(row.planned_eur), 0);
    return {
      key,
      origin,
      organisation,
      agreement: key === 'regione' ? 'laboratori-di-quartiere' : '',
      ...both('name', `${name} | ${english}`),
      amount_eur: money(Math.ceil((planned * 1.12) / 100000) * 100000),
      source: 'piano',
      known_on: day0,
    };
  });
}

function earmarkRows(day0: string): Row[] {
  return [
    {
      key: 'periferia',
      ...both('name', 'Metà dei fondi pubblici in periferia | Half of public funds to the periphery'),
      base: 'public',
      destination: 'periphery',
      share: '0.5',
      source: 'piano',
      known_on: day0,
    },
    {
      key: 'spazi',
      ...both('name', 'Un quinto di tutti i fondi agli spazi della città | A fifth of all funds to city spaces'),
      base: 'all',
      destination: 'area',
      area: 'spazi-citta',
      share: '0.2',
      source: 'piano',
      known_on: day0,
    },
  ];
}

export function moneyRows(
  milestones: Row[],
  calls: Row[],
  day0: string,
  today: string,
  chance: Chance,
): Record<'fund' | 'allocation' | 'earmark', Row[]> {
  const allocation = [...milestoneMoney(milestones, today, chance), ...callMoney(calls, today)];
  return { fund: fundRows(allocation, day0), allocation, earmark: earmarkRows(day0) };
}
