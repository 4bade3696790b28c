// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectFolder } from '../config.ts';
import { both, type Chance, lines, plus, type Row } from './sample-chance.ts';

/** Machine models taken from the Milan package; the models are real even though the city is not. */
const models = parse(
  readFileSync(join(projectFolder, 'db', 'programmes', 'manifattura-milano', 'machine_model.csv'), 'utf8'),
  { columns: true },
) as Row[];

/** Possible services by kind of lab. */
const services: Record<string, string[]> = {
  fablab: ['training', 'prototyping', 'small-series', 'schools', 'repair'],
  makerspace: ['training', 'prototyping', 'repair', 'events'],
  hub: ['consulting', 'events', 'coworking', 'design', 'testing'],
  incubator: ['incubation', 'consulting', 'coworking'],
  accelerator: ['incubation', 'consulting', 'events'],
  coworking: ['coworking', 'events'],
};
const legal = ['association', 'cooperative', 'company', 'public-body', 'foundation', 'university'];

/** weekdays | opens | closes */
const days = lines(`
12345 | 09:00 | 18:00
135 | 15:00 | 22:00
24 | 10:00 | 19:00
23456 | 10:00 | 18:30
1234 | 14:00 | 20:00`);

function hoursOf(chance: Chance): string {
  const [weekdays = '', opens = '', closes = ''] = chance.pick(days);
  return JSON.stringify([...weekdays].map((one) => ({ weekday: Number(one), opens, closes })));
}

function pricesOf(chance: Chance): string {
  return JSON.stringify([
    { name: { it: 'Tessera annuale', en: 'Yearly membership' }, amountEur: chance.between(2, 12) * 10, per: 'year' },
    { name: { it: 'Uso delle macchine', en: 'Use of the machines' }, amountEur: chance.between(6, 30), per: 'hour' },
    ...(chance.oneIn(2)
      ? [
          {
            name: { it: 'Corso introduttivo', en: 'Introductory course' },
            amountEur: chance.between(3, 9) * 10,
            per: 'once',
          },
        ]
      : []),
  ]);
}

/** Optional fields of an entry; most entries leave some empty. */
function factsOf(key: string, kind: string, today: string, chance: Chance): Row {
  const some = (of: readonly string[]) => of.filter(() => !chance.oneIn(3)).join(' ');
  const maybe = (value: string) => (chance.oneIn(4) ? '' : value);
  const away = plus(today, chance.between(5, 40));
  return {
    status: 'open',
    access: chance.pick(['public', 'public-hours', 'members', 'appointment']),
    hours: maybe(hoursOf(chance)),
    hours_exceptions: chance.oneIn(3) ? JSON.stringify([{ from: away, to: plus(away, chance.between(1, 14)) }]) : '',
    wheelchair: maybe(chance.pick(['yes', 'yes', 'partly', 'no'])),
    workstations: String(chance.between(4, 60)),
    staff: maybe(String(chance.between(1, 14))),
    prices: maybe(pricesOf(chance)),
    services: some(services[kind] ?? []),
    languages: `it${chance.oneIn(2) ? ' en' : ''}${chance.oneIn(5) ? ' fr' : ''}`,
    legal_status: chance.pick(legal),
    small_series: maybe(String(chance.oneIn(2))),
    medium_series: maybe(String(chance.oneIn(6))),
    minimum_order: chance.oneIn(3) ? String(chance.pick([1, 5, 10, 50])) : '',
    turnaround_days: maybe(String(chance.between(2, 30))),
    url: maybe(`https://${key}.example`),
    email: `ciao@${key}.example`,
    phone: maybe(`+39 02 ${chance.between(1000000, 9999999)}`),
  };
}

/** Versions of a lab with its dates and status: one is planned, one temporarily shut, some are closed. */
export function describedLabs(states: Row[], today: string, chance: Chance): Row[] {
  const labs = [...Map.groupBy(states, ({ key = '' }) => key)];
  return labs.flatMap(([key, own], at) => {
    const facts = factsOf(key, own[0]?.kind ?? '', today, chance);
    const planned = at === 17;
    return own.map((state) => ({
      ...state,
      ...facts,
      ...(planned ? { status: 'planned', hours: '', opened_on: '', opened_precision: '', confirmed_on: '' } : {}),
      ...(at === 22 && state === own.at(-1) ? { status: 'temporarily-closed' } : {}),
      ...(state.closed_on ? { status: 'closed' } : {}),
    }));
  });
}

/** Approximate number of machines of a lab, by kind. */
const shares: Record<string, number> = {
  fablab: 1.6,
  makerspace: 1.5,
  hub: 0.6,
  incubator: 0.4,
  accelerator: 0.3,
  coworking: 0.2,
};

/** Distributes models over labs; `perLab` is the average. */
export function machineRows(labs: Row[], perLab: number, chance: Chance): Row[] {
  const homes = [...new Map(labs.toReversed().map((row) => [row.key, row])).values()].toReversed();
  return homes.flatMap(({ key, kind = '', known_on, status }) => {
    const usual = status === 'planned' ? 0 : perLab * (shares[kind] ?? 1);
    const count = Math.round((usual * chance.between(50, 150)) / 100);
    return Array.from({ length: count }, (_, at) => {
      const { key: _key, source: _source, known_on: _known, ...model } = chance.pick(models);
      return {
        ...model,
        key: `${key}.m${at + 1}`,
        lab: key ?? '',
        quantity: String(chance.oneIn(4) ? chance.between(2, 6) : 1),
        condition: chance.pick(['working', 'working', 'working', 'working', 'limited', 'out-of-order']),
        source: 'censimento',
        known_on: known_on ?? '',
      };
    });
  });
}

export const modelRows = (day0: string): Row[] =>
  models.map((model) => ({ ...model, source: 'generatore', known_on: day0 }));

/** key | measure | minimum | document | italiano | english */
const requirements = lines(`
postazioni | workstations | 10 |  | Almeno dieci postazioni | At least ten workstations
macchine | machines | 3 |  | Almeno tre macchine | At least three machines
aperto | open-access | 1 |  | Aperto a chiunque, almeno in certi orari | Open to anyone, at least at certain hours
sicurezza |  |  | true | Documento di valutazione dei rischi | Risk assessment document`);

export function requirementRows(day0: string): Row[] {
  return requirements.map(([key = '', measure = '', at_least = '', document = '', name, english], at) => ({
    key,
    position: String(at + 1),
    ...both('name', `${name} | ${english}`),
    measure,
    at_least,
    document: document || 'false',
    source: 'generatore',
    known_on: day0,
  }));
}

/** Qualification steps of some labs: one in three applied; some applications were returned, one lab was suspended. */
export function stepRows(labs: Row[], today: string): Row[] {
  const homes = [...new Map(labs.toReversed().map((row) => [row.key, row])).values()].filter(
    ({ kind, status }) => ['fablab', 'makerspace', 'hub'].includes(kind ?? '') && status === 'open',
  );
  return homes.flatMap(({ key = '', known_on = '' }, at) => {
    if (at % 3 !== 0) return [];
    const asked = plus(today, -(40 + at * 17));
    if (asked < known_on) return [];
    const step = (number: number, act: string, made_on: string, more: Row = {}): Row => ({
      key: `${key}.q${number}`,
      lab: key,
      number: String(number),
      act,
      made_on,
      source: 'generatore',
      known_on: made_on,
      ...more,
    });
    const until_on = plus(asked, 30 + 3 * 365);
    const applied = step(1, 'applied', asked);
    if (at % 9 === 3) return [applied];
    if (at % 9 === 6) {
      const why = both('reason', 'Manca il documento di valutazione dei rischi. | The risk assessment is missing.');
      return [applied, step(2, 'asked', plus(asked, 12), why)];
    }
    const qualified = step(2, 'qualified', plus(asked, 30), { until_on });
    if (at !== 9) return [applied, qualified];
    const works = both('reason', 'Lavori nei locali. | Works on the premises.');
    return [applied, qualified, step(3, 'suspended', plus(asked, 39), works)];
  });
}
