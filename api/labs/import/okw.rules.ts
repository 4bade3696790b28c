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

const isPart = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A facility in the flat shape of the specification: name, location with address and "latitude, longitude". */
function fromFlat(flat: Record<string, unknown>): Facility {
  const location = isPart(flat.location) ? flat.location : {};
  const address = isPart(location.address) ? location.address : {};
  const [latitude, longitude] = (wordsIn(location, 'gps_coordinates') ?? '').split(',').map(Number);
  const street = [wordsIn(address, 'street'), wordsIn(address, 'number')].filter(Boolean).join(' ');
  const made = Array.isArray(flat.manufacturing_processes) ? flat.manufacturing_processes : [];
  const equipment = Array.isArray(flat.equipment) ? flat.equipment : [];
  const isPoint = Number.isFinite(latitude) && Number.isFinite(longitude);
  return {
    facility: {
      facility_id: flat.id,
      name: flat.name,
      url: flat.url ?? flat.website,
      description: flat.description,
      facility_status: flat.facility_status,
    },
    address: { extended: street, zip_code: address.postcode },
    region: { country: address.country, city_town: address.city },
    geocoding: isPoint ? { latitude, longitude } : null,
    equipment: equipment.length > 0 ? equipment : made.map((process) => ({ manufacturing_process: process })),
  };
}

/**
 * Labs of a collection: a list of facilities, or an object that holds one, with the parts of the map of Open Know-Where
 * or in the flat shape of its specification. Undefined if the file is none.
 */
export function labsInOkw(file: unknown): GivenLab[] | undefined {
  const framed = isPart(file) && !Array.isArray(file) ? (file.facilities ?? file.items) : file;
  if (!Array.isArray(framed)) return undefined;
  const facilities = framed.map((one): Facility => {
    if (!isPart(one)) return {};
    return 'name' in one && ('location' in one || 'facility_status' in one) ? fromFlat(one) : (one as Facility);
  });
  return facilities.some(({ facility }) => facility) || framed.length === 0 ? facilities.map(labOf) : undefined;
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
