// SPDX-License-Identifier: AGPL-3.0-or-later
import { both, type Chance, earlier, lines, plus, type Row, type Step } from './sample-chance.ts';

/** kind | last use | english | admitted uses */
const lastUses = lines(`
building | Falegnameria | Joinery | craft laboratory training
building | Tipografia | Printing works | craft offices culture
building | Scuola professionale | Vocational school | training social culture
ground-floor | Bottega di quartiere | Local shop | craft trade food
ground-floor | Mercato rionale | Local market | trade food social
shed | Deposito dei tram | Tram depot | manufacturing storage culture
shed | Officina meccanica | Mechanical workshop | manufacturing craft laboratory
open-area | Scalo merci | Goods yard | temporary sport culture
lot | Lotto artigiano mai costruito | Craft lot never built on | craft manufacturing
other | Magazzino ferroviario | Railway store | storage manufacturing temporary`);

/** euro per m² | italiano | english */
const works = lines(`
90 | Impianto elettrico e servizi igienici | Wiring and toilets
220 | Tetto e facciata | Roof and front
380 | Bonifica e consolidamento | Cleaning up and reinforcement
40 | Tinteggiatura e infissi | Painting and windows`);

const utilities = ['water', 'electricity', 'three-phase', 'gas', 'heating', 'sewer', 'internet', 'lift'];
const constraints = ['heritage', 'landscape', 'soil', 'asbestos', 'structure', 'noise', 'lease', 'planning'];

function worksOf(area: number, chance: Chance): Row {
  const [each = '', italian = '', english = ''] = chance.pick(works);
  if (chance.oneIn(3)) return {};
  return { ...both('works', `${italian} | ${english}`), works_eur: (Number(each) * area).toFixed(2) };
}

/** Optional fields of a space; most entries leave some empty. */
export function factsOf({ kind = '', floor_area_m2 = '' }: Row, today: string, chance: Chance): Row {
  const [, italian = '', english = '', uses = ''] = chance.pick(lastUses.filter(([of]) => of === kind));
  const maybe = (value: string) => (chance.oneIn(4) ? '' : value);
  const some = (of: readonly string[], n: number) => of.filter(() => chance.oneIn(n)).join(' ');
  const area = Number(floor_area_m2) || 120;
  const roofed = kind !== 'open-area' && kind !== 'lot';
  return {
    ...both('last_use', `${italian} | ${english}`),
    admitted_uses: uses,
    constraints: some(constraints, 7),
    ...(roofed
      ? {
          floors: maybe(String(kind === 'building' ? chance.between(1, 5) : 1)),
          condition: maybe(chance.pick(['ready', 'minor-works', 'minor-works', 'major-works', 'unsafe'])),
          energy_class: maybe(chance.pick(['A1', 'B', 'C', 'D', 'E', 'F', 'G'])),
          accessibility: maybe(chance.pick(['yes', 'partly', 'no'])),
          utilities: some(utilities, 2),
          ...worksOf(area, chance),
        }
      : {}),
    rent_eur_year: maybe((area * chance.between(18, 60)).toFixed(2)),
    available_from: chance.oneIn(3) ? plus(today, chance.between(-200, 60)) : '',
    available_to: chance.oneIn(6) ? plus(today, chance.between(400, 2000)) : '',
    reports: String(chance.oneIn(3) ? chance.between(1, 4) : 0),
  };
}

/** state | italiano | english */
const reasons = lines(`
surveyed | Rilevato nel giro dei municipi | Found on the round of the municipi
verified | Sopralluogo e visura catastale | Visit and land register
available | Sgomberato e messo in sicurezza | Cleared and made safe
in-call | Offerto in un bando | Offered in a call
assigned | Assegnato dalla graduatoria | Assigned by the ranking
in-use | Consegna delle chiavi | Keys handed over
returned | Fine della concessione, chiavi restituite | End of the concession, keys given back
withdrawn | Venduto dal proprietario | Sold by its owner`);

/** A status with its day and reason. */
export function stateOn(day: string, state: string): Step {
  const [, italian = '', english = ''] = reasons.find(([of]) => of === state) ?? [];
  return [day, { state, state_since: day, state_precision: 'day', ...both('state_reason', `${italian} | ${english}`) }];
}

/** A number of statuses along the usual course; some spaces in use are returned and wait for a new user. */
const course = ['surveyed', 'verified', 'available', 'assigned', 'in-use', 'returned', 'available'];

/** Statuses of a space outside calls: part of the usual course, or abandoned. */
export function ownCourse(day0: string, today: string, chance: Chance): Step[] {
  const reach = chance.pick([0, 0, 1, 1, 2, 2, 2, 3, 4, 4, 5, 6]);
  let day = chance.oneIn(3) ? plus(day0, chance.between(0, 300)) : day0;
  const steps: Step[] = [];
  for (const state of course.slice(0, reach + 1)) {
    if (day > today) break;
    steps.push(stateOn(day, state));
    day = plus(day, chance.between(20, 120));
  }
  const last = steps.at(-1)?.[1].state ?? '';
  if (chance.oneIn(10) && day <= today && ['surveyed', 'verified', 'available'].includes(last))
    steps.push(stateOn(earlier(day, today), 'withdrawn'));
  return steps;
}

const metresPerDegree = 111_320;

/** One private space in three is blurred: its point is moved and its address hidden. */
export function blurred(row: Row, at: number, chance: Chance): Row {
  const turn = (2 * Math.PI * chance.between(0, 359)) / 360;
  if (row.owner_kind !== 'private' || at % 9 !== 2) return row;
  const radius = 300;
  const metres = chance.between(20, radius - 10);
  const moved = (degrees: string | undefined, part: number) =>
    (Number(degrees) + (part * metres) / metresPerDegree).toFixed(5);
  return {
    ...row,
    address: '',
    blur_m: String(radius),
    latitude: moved(row.latitude, Math.cos(turn)),
    longitude: moved(row.longitude, Math.sin(turn)),
  };
}
