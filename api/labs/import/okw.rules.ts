// SPDX-License-Identifier: AGPL-3.0-or-later

import type { LabSummary } from '../directory/contract.ts';
import type { Machine } from '../machines/contract.ts';
import { materials, type ProcessTerm, processes, type Term } from '../vocabulary/rules.ts';
import type { GivenLab, GivenMachine } from './rules.ts';

/** One facility of an Open Know-Where collection; every field may be null or empty. */
type Part = Record<string, unknown> | null | undefined;
export interface Facility {
  facility?: Part;
  address?: Part;
  region?: Part;
  geocoding?: Part;
  equipment?: unknown;
}

const wordsIn = (part: Part, name: string): string | null => {
  const value = part?.[name];
  const words = typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
  return words === '' ? null : words;
};
const numberIn = (part: Part, name: string): number | undefined =>
  typeof part?.[name] === 'number' ? (part[name] as number) : undefined;

const kindWords: Record<string, string> = {
  fablab: 'fablab',
  'fab lab': 'fablab',
  makerspace: 'makerspace',
  hackerspace: 'makerspace',
  hub: 'hub',
  incubator: 'incubator',
  accelerator: 'accelerator',
  coworking: 'coworking',
};

/** Street, postcode and town on one line, as in the register. */
export function addressOf(street: string | null, zip: string | null, town: string | null): string | null {
  const place = [zip, town].filter(Boolean).join(' ');
  return [street, place].filter(Boolean).join(', ') || null;
}

/** fablabs.io slug, if the URL points there. */
export const slugIn = (url: string | null): string | null =>
  /^https?:\/\/(?:www\.)?fablabs\.io\/labs\/([\w-]+)\/?$/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;

const processOf = (url: unknown): ProcessTerm | undefined => processes.find(({ okw }) => okw === url)?.key;

function machinesOf(equipment: unknown): GivenMachine[] {
  if (!Array.isArray(equipment)) return [];
  return equipment.flatMap((one: Part) => {
    const process = processOf(one?.manufacturing_process);
    return process ? [{ process, brand: wordsIn(one, 'make'), model: wordsIn(one, 'model') }] : [];
  });
}

const statuses: Record<string, string> = {
  active: 'open',
  planned: 'planned',
  'temporary closure': 'temporarily-closed',
  closed: 'closed',
};

/** Converts a facility to a lab; a mere kind is not used as a description. */
function labOf({ facility, address, region, geocoding, equipment }: Facility, at: number): GivenLab {
  const name = wordsIn(facility, 'name') ?? '';
  const url = wordsIn(facility, 'url');
  const about = wordsIn(facility, 'description');
  const kind = kindWords[about?.toLowerCase() ?? ''];
  const slug = slugIn(url);
  const id = wordsIn(facility, 'facility_id');
  const status = statuses[wordsIn(facility, 'facility_status')?.toLowerCase() ?? ''];
  const town = wordsIn(region, 'city_town');
  return {
    row: at + 1,
    name,
    foreign: { ...(id ? { okw: id } : {}), ...(slug ? { 'fablabs.io': slug } : {}) },
    key: null,
    version: null,
    values: {
      name: name === '' ? null : { it: name },
      kind: kind ?? (slug ? 'fablab' : 'other'),
      ...(status ? { status } : {}),
      description: about === null || kind ? null : { it: about },
      address: addressOf(wordsIn(address, 'extended'), wordsIn(address, 'zip_code'), town),
      latitude: numberIn(geocoding, 'latitude') ?? null,
      longitude: numberIn(geocoding, 'longitude') ?? null,
      url,
    },
    machines: machinesOf(equipment),
    country: wordsIn(region, 'country'),
    city: town,
    refused: [],
    notes: [],
  };
}

/** Labs of a collection (a list of facilities); undefined if the file is none. */
export function labsInOkw(file: unknown): GivenLab[] | undefined {
  if (!Array.isArray(file)) return undefined;
  const facilities = file.map((one) => (typeof one === 'object' && one !== null ? (one as Facility) : {}));
  return facilities.some(({ facility }) => facility) || file.length === 0 ? facilities.map(labOf) : undefined;
}

const backwards = { open: 'Active', planned: 'Planned', 'temporarily-closed': 'Temporary Closure', closed: 'Closed' };
const urlOf = <K extends string>(terms: readonly Term<K>[], key: K) =>
  terms.find((term) => term.key === key)?.okw ?? null;

interface Told {
  lab: LabSummary;
  description: { it: string } | null;
  machines: readonly Machine[];
  /** Open Know-Where id, if any. */
  number: string | null;
}

/** Converts a lab to a facility; processes are named by Wikipedia article, as Open Know-Where does. */
export function facilityOf({ lab, description, machines, number }: Told) {
  const { latitude, longitude } = lab;
  return {
    geocoding: latitude === null || longitude === null ? null : { latitude, longitude },
    address: lab.address === null ? null : { zip_code: '', extended: lab.address },
    region: { country: null, state_region: '', city_town: '' },
    facility: {
      facility_id: number ?? lab.key,
      name: lab.name.it,
      url: lab.url ?? '',
      description: description?.it ?? lab.summary?.it ?? lab.kind,
      facility_type: lab.kind,
      facility_status: backwards[lab.status],
      wheelchair_accessibility: lab.wheelchair,
      access_type: lab.access,
    },
    manufacturing_processes: lab.processes.map((process) => urlOf(processes, process)),
    equipment: machines.map((machine) => ({
      manufacturing_process: urlOf(processes, machine.process),
      make: machine.brand,
      model: machine.model,
      quantity: machine.quantity,
      materials_worked: machine.materials.map((material) => urlOf(materials, material)),
    })),
  };
}
