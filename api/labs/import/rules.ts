// SPDX-License-Identifier: AGPL-3.0-or-later
import { precisionOf } from '../../platform/fields/rules.ts';
import { kmBetween } from '../directory/rules.ts';
import { type ProcessTerm, processes, withBroader } from '../vocabulary/rules.ts';

/** Errors and notes on a row; `words` holds the messages. */
export type ReasonCode =
  | 'missing'
  | 'malformed'
  | 'unknown-value'
  | 'out-of-range'
  | 'unknown-item'
  | 'contradiction'
  | 'no-coordinates'
  | 'nowhere'
  | 'swapped'
  | 'versioned'
  | 'left-out'
  | 'edited-here'
  | 'merged'
  | 'same-number'
  | 'same-name'
  | 'looks-alike'
  | 'several-alike'
  | 'linked-already'
  | 'unmapped'
  | 'unread';

export interface Reason {
  name: string;
  code: ReasonCode;
  /** Detail of the code, if it needs one. */
  about?: string;
}

export interface GivenMachine {
  process: ProcessTerm;
  brand: string | null;
  model: string | null;
}

/** A lab as read from a file. */
export interface GivenLab {
  row: number;
  name: string;
  /** External ids by register. */
  foreign: Record<string, string>;
  key: string | null;
  /** Version of the entry when the file was exported; null if not stated. */
  version: number | null;
  /** Values by register column. */
  values: Record<string, unknown>;
  machines: GivenMachine[];
  country: string | null;
  city: string | null;
  /** Reasons against importing it. */
  refused: Reason[];
  notes: Reason[];
}

type Words = { it: string; en: string };
const words: Record<ReasonCode, Words> = {
  missing: { it: 'manca', en: 'is missing' },
  malformed: { it: 'non ha il formato richiesto', en: 'does not have the required format' },
  'unknown-value': { it: 'non è uno dei valori ammessi', en: 'is not one of the allowed values' },
  'out-of-range': { it: 'è fuori dai limiti', en: 'is out of range' },
  'unknown-item': { it: 'non è nel programma', en: 'is not in the programme' },
  contradiction: { it: 'contraddice un altro dato della riga', en: 'contradicts other data in the row' },
  'no-coordinates': {
    it: 'senza coordinate: non apparirà sulla mappa',
    en: 'no coordinates: it will not be on the map',
  },
  nowhere: { it: 'coordinate impossibili, lasciate fuori', en: 'impossible coordinates, left out' },
  swapped: {
    it: 'fuori dalla città: forse latitudine e longitudine sono scambiate',
    en: 'outside the city: latitude and longitude may be exchanged',
  },
  versioned: {
    it: 'riga senza chiave ma con la versione: rimetti la chiave, o togli la versione se la voce è nuova',
    en: 'row without key but with a version: put the key back, or remove the version if the item is new',
  },
  'left-out': { it: 'non utilizzabile, lasciato fuori', en: 'cannot be used, left out' },
  'edited-here': {
    it: 'modificata qui: si completano solo i campi vuoti',
    en: 'edited here: only empty fields are filled',
  },
  merged: { it: 'la scheda è stata unita a un’altra', en: 'the entry was merged into another one' },
  'same-number': { it: 'è già alla riga', en: 'already in row' },
  'same-name': { it: 'stesso nome e stesso luogo della riga', en: 'same name and place as row' },
  'looks-alike': { it: 'somiglia a una scheda del registro', en: 'similar to an entry in the register' },
  'several-alike': {
    it: 'somiglia a più schede: collegala a mano',
    en: 'similar to several entries: link it by hand',
  },
  'linked-already': {
    it: 'la scheda simile è già collegata a un altro numero',
    en: 'the similar entry is already linked to another number',
  },
  unmapped: { it: 'non è nell’elenco dei materiali:', en: 'not in the list of materials:' },
  unread: { it: 'non si legge:', en: 'cannot be read:' },
};

export function told({ name, code, about }: Reason, language: keyof Words) {
  return { name, code, reason: about === undefined ? words[code][language] : `${words[code][language]} ${about}` };
}

export const plain = (of: string) => of.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
export function pointOf({ latitude, longitude }: Record<string, unknown>) {
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
}

/** Minimum distance at which labs of the same name are different: wider than a city. */
export const farKm = 20;

function sameSpot(one: GivenLab, other: GivenLab): boolean {
  const [a, b] = [pointOf(one.values), pointOf(other.values)];
  if (a && b) return kmBetween(a, b) <= farKm;
  const differ = (x: string | null, y: string | null) => x !== null && y !== null && plain(x) !== plain(y);
  return !differ(one.country, other.country) && !differ(one.city, other.city);
}

/** Earlier rows of a file, found by number or by name without comparing each row with every other. */
export interface EarlierRows {
  byNumber: Map<string, GivenLab>;
  byName: Map<string, GivenLab[]>;
}

export const noRows = (): EarlierRows => ({ byNumber: new Map(), byName: new Map() });

/** The row's key and its numbers in other registers. */
const numbersOf = ({ key, foreign }: GivenLab): string[] => [
  ...(key === null ? [] : [`key ${key}`]),
  ...Object.entries(foreign).map(([register, number]) => `${register} ${number}`),
];

export function rememberRow({ byNumber, byName }: EarlierRows, lab: GivenLab): void {
  for (const number of numbersOf(lab)) if (!byNumber.has(number)) byNumber.set(number, lab);
  const name = plain(lab.name);
  const named = byName.get(name);
  if (named) named.push(lab);
  else byName.set(name, [lab]);
}

/** An earlier row of the file for the same lab, with the reason for the match. */
export function duplicateOf(lab: GivenLab, earlier: EarlierRows, byName: boolean): Reason | null {
  const [same] = numbersOf(lab)
    .flatMap((number) => earlier.byNumber.get(number) ?? [])
    .sort((one, other) => one.row - other.row);
  if (same) return { name: '', code: 'same-number', about: String(same.row) };
  if (!byName) return null;
  const named = earlier.byName.get(plain(lab.name))?.find((one) => sameSpot(one, lab));
  return named ? { name: '', code: 'same-name', about: String(named.row) } : null;
}

type Values = Record<string, unknown>;
type Bilingual = { it: string; en?: string };

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Canonical form, independent of key order. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (isEmpty(one) && isEmpty(other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => sameValue((one as Values)[name], (other as Values)[name]));
}

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'it' in value;

/** Merge mode: overwrite including empty cells, overwrite with filled cells, or fill empty fields only. */
export type Manner = 'replace' | 'follow' | 'fill';

/** Changes of a row to an entry. A text in one language keeps the other language. */
export function changesOf(held: Values, given: Values, manner: Manner): Values {
  const changed: Values = {};
  for (const [name, value] of Object.entries(given)) {
    const before = held[name];
    if (manner !== 'replace' && isEmpty(value)) continue;
    if (manner === 'fill' && !isEmpty(before)) continue;
    const both = manner === 'follow' && isBilingual(value);
    const after = both ? { ...(before as Bilingual | null), ...value } : value;
    if (!sameValue(before, after)) changed[name] = after;
  }
  return halvesTogether(held, changed, manner);
}

/** When filling empty fields, a date comes with its precision and a latitude with its longitude. */
function halvesTogether(held: Values, changed: Values, manner: Manner): Values {
  if (manner !== 'fill') return changed;
  const pairs = [
    ['latitude', 'longitude'],
    ...Object.keys(held).flatMap((name) => (precisionOf(name) in held ? [[name, precisionOf(name)]] : [])),
  ];
  const lone = pairs.filter(
    (pair) => pair.some((name) => name in changed) && pair.some((name) => !isEmpty(held[name])),
  );
  return Object.fromEntries(Object.entries(changed).filter(([name]) => !lone.flat().includes(name)));
}

interface Standing {
  version: number;
  /** True if only this importer has modified the entry. */
  untouched: boolean;
}

/** A table exported from the current version overwrites; any other file only fills gaps of entries edited here. */
export function mannerOf({ version, untouched }: Standing, lab: Pick<GivenLab, 'version'>): Manner {
  if (lab.version !== null) return lab.version === version ? 'replace' : 'fill';
  return untouched ? 'follow' : 'fill';
}

interface Machine {
  process: ProcessTerm;
  brand: string | null;
  model: string | null;
}

/** Machines of a row that the lab lacks: compared by brand and model if given, else by process. */
export function missingMachines(held: readonly Machine[], given: readonly GivenMachine[]): GivenMachine[] {
  const one = (words: string | null) => plain(words ?? '');
  return given.filter(
    ({ process, brand, model }) =>
      !held.some((machine) =>
        brand === null && model === null
          ? withBroader(processes, machine.process).includes(process)
          : one(machine.brand) === one(brand) && one(machine.model) === one(model),
      ),
  );
}
