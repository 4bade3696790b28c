// SPDX-License-Identifier: AGPL-3.0-or-later
import { both, type Chance, gap, plus, type Row } from './sample-chance.ts';
import { indicators } from './sample-content.ts';
import type { Cycle } from './sample-fates.ts';
import { areaKey } from './sample-plan.ts';

export function indicatorRows(cycles: Cycle[], day0: string): Row[] {
  const targetOn = cycles.at(-1)?.endsOn ?? day0;
  return indicators.map(
    ([key = '', subject = '', area = '', unit = '', better = '', , target = '', name, english], at) => ({
      key,
      position: String(at + 1),
      subject,
      area: area === '0' ? '' : areaKey(area),
      ...both('name', `${name} | ${english}`),
      unit,
      better,
      target,
      target_on: targetOn,
      source: 'generatore',
      known_on: day0,
    }),
  );
}

/** Values of each indicator from the first towards its target, with random variation. */
export function measurementRows(count: number, day0: string, today: string, chance: Chance): Row[] {
  const last = plus(today, -6);
  const step = gap(day0, last) / (count - 1);
  return indicators.flatMap(([key = '', , , unit, , first = '', target = '']) => {
    const reach = chance.between(45, 90) / 100;
    return Array.from({ length: count }, (_, at) => {
      const share = (reach * at) / (count - 1);
      const drift = at === 0 ? 0 : (chance.between(-4, 4) / 100) * (Number(target) - Number(first));
      const value = Number(first) + (Number(target) - Number(first)) * share + drift;
      const day = plus(day0, step * at);
      return {
        key: `${key}.${at + 1}`,
        indicator: key,
        value: unit === 'share' ? value.toFixed(3) : String(Math.round(value)),
        measured_on: day,
        measured_precision: 'day',
        baseline: String(at === 0),
        source: 'generatore',
        known_on: at === 0 ? day : plus(day, 3),
      };
    });
  });
}

/** Jobs per municipio, for the map. */
export function jobsByZone(zones: Row[], today: string, chance: Chance): Row[] {
  return zones
    .filter((zone) => zone.kind === 'municipio')
    .map((zone) => ({
      key: `jobs.${zone.key}`,
      indicator: 'jobs',
      zone: zone.key ?? '',
      value: String(chance.between(260, 1050)),
      measured_on: plus(today, -40),
      measured_precision: 'day',
      baseline: 'false',
      source: 'generatore',
      known_on: plus(today, -30),
    }));
}

/** A second measurement of the firms on the last day from another source; the programme states which one applies. */
export function disagreeing(measurements: Row[], today: string): Row[] {
  const last = measurements.findLast(({ indicator }) => indicator === 'firms');
  if (!last) return [];
  const known_on = plus(today, -2);
  const why =
    'Il valore usato: il censimento conta anche le sedi chiuse. | The value used: the survey also counts closed sites.';
  const other = String(Number(last.value) + 23);
  return [
    { ...last, chosen: 'true', ...both('note', why), known_on },
    { ...last, key: 'firms.censimento', value: other, baseline: 'false', source: 'censimento', known_on },
  ];
}
