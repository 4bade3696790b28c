// SPDX-License-Identifier: AGPL-3.0-or-later

import { blurred, factsOf, ownCourse, stateOn } from './sample-census.ts';
import { both, type Chance, earlier, history, plus, type Row, type Step, slug } from './sample-chance.ts';
import { labKinds, neighbourhoods, spaceKinds, streets } from './sample-content.ts';

export interface Place {
  zone: string;
  latitude: string;
  longitude: string;
  floorArea: string;
}

const shortName = (street: string) => street.replace(/^(via|vicolo) (dei|degli|delle|della|dello|del) /, '');
const tileOf = [
  [2, 2],
  [3, 1],
  [3, 2],
  [3, 3],
  [2, 3],
  [1, 3],
  [1, 2],
  [1, 1],
  [2, 1],
];

/** Nine municipi in a 3 × 3 grid, the first in the centre, each with its neighbourhoods. */
export function zoneRows(day0: string, chance: Chance): Row[] {
  const rows = neighbourhoods.flatMap((names, at) => {
    const [col = 2, row = 2] = tileOf[at] ?? [];
    const periphery = String(at > 0);
    const people = names.map(() => chance.between(4200, 11800));
    const common = { periphery, source: 'generatore', known_on: day0 };
    const municipio = {
      key: `municipio-${at + 1}`,
      kind: 'municipio',
      code: String(at + 1),
      ...both('name', `Municipio ${at + 1} | Municipio ${at + 1}`),
      population: String(people.reduce((sum, one) => sum + one, 0)),
      area_km2: (chance.between(620, 1650) / 100).toFixed(2),
      tile_col: String(col),
      tile_row: String(row),
      ...common,
    };
    const own = names.map((name, index) => ({
      key: slug(name),
      parent: municipio.key,
      kind: 'neighbourhood',
      code: `${at + 1}.${index + 1}`,
      ...both('name', `${name} | ${name}`),
      population: String(people[index] ?? 0),
      latitude: (45.1 - (row - 2) * 0.035 + chance.between(-120, 120) / 10000).toFixed(5),
      longitude: (9.9 + (col - 2) * 0.04 + chance.between(-140, 140) / 10000).toFixed(5),
      ...common,
    }));
    return [municipio, ...own];
  });
  return [...priorityAreas(day0), ...rows.map((row) => ({ ...row, ...priorityOf(String(row.key)) }))];
}

function priorityAreas(day0: string): Row[] {
  return [
    ['asse-del-gasometro', 'Gasometro – Filanda – Scalo Nord', '18000000.00'],
    ['asse-delle-fornaci', 'Fornaci – Ortaglia', '9500000.00'],
  ].map(([key = '', name = '', amount = '']) => ({
    key,
    kind: 'priority-area',
    ...both('name', `${name} | ${name}`),
    periphery: 'true',
    amount_eur: amount,
    source: 'generatore',
    known_on: day0,
  }));
}

function priorityOf(zone: string): Row {
  if (['gasometro', 'filanda', 'scalo-nord'].includes(zone)) return { priority_area: 'asse-del-gasometro' };
  return ['fornaci', 'ortaglia'].includes(zone) ? { priority_area: 'asse-delle-fornaci' } : {};
}

/**
 * Location of a street: in the neighbourhood of the same name, else one derived from its index; one in three in the
 * centre.
 */
function homeOf(street: string, zones: Row[]): Row {
  const near = zones.filter((zone) => zone.kind === 'neighbourhood');
  const centre = near.filter((zone) => zone.periphery === 'false');
  const at = streets.indexOf(street);
  const named = near.find((zone) => (zone.key ?? '').includes(slug(shortName(street)).slice(0, 5)));
  return named ?? (at % 3 === 0 ? centre[at % centre.length] : near[(at * 13) % near.length]) ?? {};
}

function spot(street: string, zones: Row[], chance: Chance) {
  const zone = homeOf(street, zones);
  const moved = (value: string | undefined) => (Number(value) + chance.between(-45, 45) / 10000).toFixed(5);
  return { zone: zone.key ?? '', latitude: moved(zone.latitude), longitude: moved(zone.longitude) };
}

/** Forty labs: some opened during the programme, two closed, some without recent confirmation. */
export function labRows(day0: string, today: string, zones: Row[], chance: Chance): Row[] {
  return Array.from({ length: 40 }, (_, at) => at).flatMap((at) => {
    const [kind = '', italian = '', english = ''] = labKinds[at % labKinds.length] ?? [];
    const street = streets[(at * 7) % streets.length] ?? '';
    const young = at % 5 === 0;
    const opened = young ? plus(day0, 30 + at * 9) : `${chance.between(2009, 2020)}-12-31`;
    const known = young ? earlier(opened, today) : day0;
    const { zone, latitude, longitude } = spot(street, zones, chance);
    const base = {
      key: slug(`${italian} ${shortName(street)}`),
      kind,
      ...both('name', `${italian} ${shortName(street)} | ${english} ${shortName(street)}`),
      zone,
      address: `${street} ${chance.between(1, 96)}`,
      latitude,
      longitude,
      floor_area_m2: at % 9 === 4 ? '' : String(chance.between(8, 130) * 10),
      opened_on: earlier(opened, today),
      opened_precision: young ? 'day' : 'year',
      organisation: at % 6 === 2 ? 'fondazione' : '',
      source: 'censimento',
    };
    const steps: Step[] = [[known, {}]];
    if (at % 4 !== 3) steps.push([plus(today, -chance.between(10, 420)), {}]);
    const confirmed = steps.filter(([day]) => day >= known).map(([day]): Step => [day, { confirmed_on: day }]);
    const closed = plus(today, -at * 3);
    if (at === 13 || at === 31) confirmed.push([closed, { closed_on: closed, closed_precision: 'day' }]);
    return history(base, confirmed, today);
  });
}

export function spaceKey(at: number): string {
  const [, italian = ''] = spaceKinds[at % spaceKinds.length] ?? [];
  const turn = Math.floor(at / spaceKinds.length);
  return slug(`${italian} ${shortName(streets[(turn * 3 + at * 5) % streets.length] ?? '')}`);
}

/**
 * Spaces in every status; `offered` holds the days of those in calls, `told` the probability that an optional field is
 * filled.
 */
export function spaceRows(
  count: number,
  offered: Map<string, Step[]>,
  day0: string,
  today: string,
  zones: Row[],
  { chance, told }: { chance: Chance; told: Chance },
): { rows: Row[]; places: Map<string, Place> } {
  const places = new Map<string, Place>();
  const rows = Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const [kind = '', italian = '', english = ''] = spaceKinds[at % spaceKinds.length] ?? [];
    const turn = Math.floor(at / spaceKinds.length);
    const street = streets[(turn * 3 + at * 5) % streets.length] ?? '';
    const key = spaceKey(at);
    const { zone, latitude, longitude } = spot(street, zones, chance);
    const place = {
      zone: at % 17 === 9 ? '' : zone,
      latitude,
      longitude,
      floorArea: at % 11 === 6 ? '' : String(chance.between(4, 90) * 10),
    };
    places.set(key, place);
    const base = {
      key,
      kind,
      owner_kind: at % 3 === 2 ? 'private' : 'public',
      owner: at % 3 === 2 ? '' : 'comune',
      ...both('name', `${italian} di ${street} | ${english} in ${street}`),
      zone: place.zone,
      address: `${street} ${chance.between(1, 120)}`,
      latitude,
      longitude,
      floor_area_m2: place.floorArea,
      disused_since: `${chance.between(1994, 2021)}-12-31`,
      disused_precision: 'year',
      source: 'censimento',
    };
    const whole = blurred({ ...base, ...factsOf(base, today, told) }, at, told);
    const days = offered.get(key);
    return history(whole, days ? [stateOn(day0, 'surveyed'), ...days] : ownCourse(day0, today, chance), today);
  });
  return { rows, places };
}
