// SPDX-License-Identifier: AGPL-3.0-or-later

import { capabilities, capabilityOf, type ProcessTerm, processes } from '../vocabulary/rules.ts';
import { addressOf } from './okw.rules.ts';
import type { GivenLab } from './rules.ts';

/** Lab attributes with normalised names: `country_code`, `countryCode` and `country-code` are equal. */
function attributesIn(item: unknown): Record<string, unknown> {
  const { attributes, ...rest } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  const all = { ...rest, ...(typeof attributes === 'object' ? attributes : {}) };
  const named = (name: string) =>
    name
      .replace(/([a-z])([A-Z0-9])/g, '$1_$2')
      .replaceAll('-', '_')
      .toLowerCase();
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [named(name), value]));
}

type Attributes = Record<string, unknown>;

const wordsIn = (of: Attributes, ...names: string[]): string | null => {
  const found = names.map((name) => of[name]).find((value) => typeof value === 'string' && value.trim() !== '');
  return found === undefined ? null : (found as string).trim();
};
const numberIn = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

const statuses: Record<string, string> = {
  active: 'open',
  planned: 'planned',
  corona: 'temporarily-closed',
  closed: 'closed',
};

/** Most general process of a capability. */
const processFor = (capability: unknown): ProcessTerm | undefined =>
  capabilities.some((known) => known === capability)
    ? processes.find(({ key }) => capabilityOf(key) === capability)?.key
    : undefined;

const listIn = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;]/).map((one) => one.trim()) : [];

/** URLs given as text or as `{url}`. */
const linksIn = (value: unknown): string[] =>
  listIn(value)
    .map((one) => (typeof one === 'object' && one !== null ? (one as { url?: unknown }).url : one))
    .filter((one): one is string => typeof one === 'string' && one !== '');

const slugForm = /^[\w.-]{1,80}$/;

function valuesOf(of: Attributes, name: string, slug: string | null) {
  const [blurb, description] = [wordsIn(of, 'blurb'), wordsIn(of, 'description')];
  const [site, ...links] = linksIn(of.links);
  const street = [wordsIn(of, 'address_1', 'address'), wordsIn(of, 'address_2')].filter(Boolean).join(', ');
  const status = statuses[wordsIn(of, 'activity_status')?.toLowerCase() ?? ''];
  return {
    name: name === '' ? null : { it: name },
    kind: 'fablab',
    ...(status ? { status } : {}),
    summary: blurb === null ? null : { it: blurb },
    description: description === null ? null : { it: description },
    address: addressOf(street || null, wordsIn(of, 'postal_code'), wordsIn(of, 'city')),
    latitude: numberIn(of.latitude),
    longitude: numberIn(of.longitude),
    url: site ?? wordsIn(of, 'url') ?? (slug ? `https://www.fablabs.io/labs/${slug}` : null),
    email: wordsIn(of, 'email'),
    phone: wordsIn(of, 'phone'),
    links: links.length === 0 ? null : links,
  };
}

function labOf(item: unknown, at: number): GivenLab {
  const of = attributesIn(item);
  const name = wordsIn(of, 'name')?.replace(/\s+/g, ' ') ?? '';
  const given = wordsIn(of, 'slug')?.toLowerCase() ?? null;
  const slug = given && slugForm.test(given) ? given : null;
  const number = slug ?? (of.id === undefined || of.id === null ? null : String(of.id));
  const done = [...new Set(listIn(of.capabilities).map(processFor))].filter((one) => one !== undefined);
  return {
    row: at + 1,
    name,
    foreign: number === null ? {} : { 'fablabs.io': number },
    key: null,
    version: null,
    values: valuesOf(of, name, slug),
    machines: done.map((process) => ({ process, brand: null, model: null })),
    country: wordsIn(of, 'country_code', 'country'),
    city: wordsIn(of, 'city'),
    refused: [],
    notes: [],
  };
}

/** Labs of a fablabs.io reply, with or without envelope; undefined if it is none. */
export function labsInFablabs(file: unknown): GivenLab[] | undefined {
  const framed = file as { data?: unknown; labs?: unknown; response?: unknown } | null;
  const items = Array.isArray(file) ? file : (framed?.data ?? framed?.labs ?? framed?.response);
  return Array.isArray(items) ? items.map(labOf) : undefined;
}
