// SPDX-License-Identifier: AGPL-3.0-or-later
import { both, type Chance, plus, type Row } from './sample-chance.ts';
import { labKinds, streets } from './sample-content.ts';

const months = 30;

/** Additional labs all over the city for load tests, with random street and day of confirmation. */
export function manyLabs(
  count: number,
  { day0, today }: { day0: string; today: string },
  zones: Row[],
  chance: Chance,
): Row[] {
  const homes = zones.filter(({ kind }) => kind === 'neighbourhood');
  const moved = (degrees: string | undefined) => (Number(degrees) + chance.between(-90, 90) / 10000).toFixed(5);
  return Array.from({ length: count }, (_, at) => {
    const [kind = '', italian = '', english = ''] = chance.pick(labKinds);
    const street = chance.pick(streets);
    const { key: zone = '', latitude, longitude } = chance.pick(homes);
    const confirmed = chance.oneIn(8) ? '' : plus(today, -chance.between(1, months * 30));
    return {
      key: `laboratorio-${at + 1}`,
      kind,
      ...both('name', `${italian} ${at + 1} ${street} | ${english} ${at + 1} ${street}`),
      zone,
      address: `${street} ${chance.between(1, 140)}`,
      latitude: moved(latitude),
      longitude: moved(longitude),
      confirmed_on: confirmed,
      source: 'censimento',
      known_on: day0,
    };
  });
}
