// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../../db/change.ts';
import * as reads from '../../../db/labs/import/reads.ts';
import * as writes from '../../../db/labs/import/writes.ts';
import type { Reader } from '../../../db/past.ts';
import { freeKey, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import type { RowKind } from './contract.ts';
import {
  changesOf,
  duplicateOf,
  type GivenLab,
  type GivenMachine,
  mannerOf,
  missingMachines,
  noRows,
  type Reason,
  rememberRow,
} from './rules.ts';
import { type Alike, alikeRows, placeInZones, readStanding, type Standing } from './views.ts';

export interface Taking {
  /** External register of the file's ids, and the reason for the log. */
  reason: string;
  lookalikes: 'add' | 'link' | 'skip';
  source: string | undefined;
}

/** Result of one row. */
export interface Taken {
  lab: GivenLab;
  kind: RowKind;
  key: string | null;
  fields: string[];
  alike: Alike[];
  reasons: Reason[];
  /** The entry before and after; only of a changed one. */
  images?: readonly [before: Record<string, unknown>, after: Record<string, unknown>];
}

interface Writing {
  added: ({ key: string } & Record<string, unknown>)[];
  edited: Map<string, { key: string } & Record<string, unknown>>;
  machines: { lab: string; process: GivenMachine['process']; brand: string | null; model: string | null }[];
}

const told = (lab: GivenLab, kind: RowKind, more: Partial<Taken> = {}): Taken => ({
  lab,
  kind,
  key: null,
  fields: [],
  alike: [],
  reasons: lab.notes,
  ...more,
});

/** Default values of a new entry. */
const blank = { status: 'open', services: [], languages: [], links: [], confirmed: {} };
const columnsIn = (rows: readonly object[]) => new Set(rows.flatMap((row) => Object.keys(row)));

/** Completes or changes an existing entry. */
function onHeld(lab: GivenLab, key: string, standing: Standing, writing: Writing): Taken {
  const held = standing.held.get(key);
  if (!held) return told(lab, 'refused', { reasons: [{ name: 'key', code: 'unknown-item' }] });
  if (held.merged_into !== null)
    return told(lab, 'same', { key: held.merged_into, reasons: [{ name: '', code: 'merged' }] });
  const image = writing.edited.get(key) ?? held.image;
  const manner = mannerOf(held, lab);
  const foreign = changesOf({}, { ...lab.foreign, ...(held.image.foreign_ids as object) }, 'follow');
  const changed = { ...changesOf(image, lab.values, manner), ...changesOf(image, { foreign_ids: foreign }, 'follow') };
  const own = standing.machines.get(key) ?? [];
  const machines = manner === 'fill' && own.length > 0 ? [] : missingMachines(own, lab.machines);
  const fields = [...Object.keys(changed), ...(machines.length > 0 ? ['machines'] : [])];
  const kept = manner === 'fill' ? Object.keys(changesOf(held.image, lab.values, 'follow')) : [];
  const edited = kept.some((name) => !(name in changed)) ? [{ name: '', code: 'edited-here' as const }] : [];
  if (Object.keys(changed).length > 0) writing.edited.set(key, { ...image, ...changed, key });
  writing.machines.push(...machines.map((machine) => ({ lab: key, ...machine })));
  standing.machines.set(key, [...own, ...machines]);
  const kind = fields.length > 0 ? 'changed' : 'same';
  const images = [held.image, { ...held.image, ...changed }] as const;
  return told(lab, kind, { key, fields, images, reasons: [...lab.notes, ...edited] });
}

function asNew(lab: GivenLab, standing: Standing, writing: Writing, source: string | undefined): Taken {
  const lacking = ['name', 'kind'].filter((name) => !lab.values[name]);
  if (lacking.length > 0)
    return told(lab, 'refused', { reasons: lacking.map((name) => ({ name, code: 'missing' as const })) });
  const key = freeKey(lab.key ?? stemOf(lab.name), standing.everyKey);
  standing.everyKey.add(key);
  const cited = source === undefined ? {} : { source };
  writing.added.push({ ...cited, ...lab.values, foreign_ids: lab.foreign, key });
  writing.machines.push(...lab.machines.map((machine) => ({ lab: key, ...machine })));
  const fields = Object.keys(lab.values).filter((name) => lab.values[name] !== null);
  return told(lab, 'added', { key, fields });
}

/** Entry to link a row to: the only lookalike, unless it already has another id in that register. */
function linkOf(lab: GivenLab, alike: readonly Alike[]): Alike | Reason {
  const [first, second] = alike;
  if (!first || second) return { name: '', code: 'several-alike' };
  const other = Object.entries(lab.foreign).some(([name, number]) => (first.foreign[name] ?? number) !== number);
  return other ? { name: '', code: 'linked-already' } : first;
}

function decide(lab: GivenLab, alike: Alike[], standing: Standing, writing: Writing, taking: Taking): Taken {
  if (alike.length === 0 || taking.lookalikes === 'add') {
    const taken = asNew(lab, standing, writing, taking.source);
    return { ...taken, alike };
  }
  const link = taking.lookalikes === 'link' ? linkOf(lab, alike) : ({ name: '', code: 'looks-alike' } as const);
  if ('code' in link)
    return told(lab, 'lookalike', { key: alike[0]?.key ?? null, alike, reasons: [...lab.notes, link] });
  return { ...onHeld(lab, link.key, standing, writing), alike };
}

async function write(writer: Writer, programmeId: number, { added, edited, machines }: Writing) {
  const names = columnsIn(added);
  const empty = Object.fromEntries([...names].map((name) => [name, null]));
  const whole = added.map((row) => {
    const given = Object.entries(row).filter(([, value]) => value !== null);
    return { key: row.key, ...empty, ...blank, ...Object.fromEntries(given) };
  });
  if (whole.length > 0) await writes.addLabs(writer, programmeId, whole);
  if (edited.size > 0) await writes.editLabs(writer, programmeId, [...edited.values()]);
  if (machines.length > 0) await writes.addMachines(writer, programmeId, machines);
}

/** References of a row that the programme does not have. */
const unknownItems = (reader: Reader, labs: readonly GivenLab[]) =>
  Promise.all(
    (['zone', 'organisation', 'source'] as const).map(async (name) => {
      if (!labs.some(({ values }) => values[name])) return [];
      const known = await reads.readKnownKeys(reader, name);
      return labs
        .filter(({ values }) => values[name] && !known.has(values[name] as string))
        .map((lab) => ({ lab, name }));
    }),
  );

/** Imports the rows as one change; the caller commits or rolls back. */
export async function take(writer: Writer, by: Keeping, given: GivenLab[], taking: Taking): Promise<Taken[]> {
  const reader = readerOf(writer, by);
  await placeInZones(reader, given);
  for (const { lab, name } of (await unknownItems(reader, given)).flat())
    lab.refused.push({ name, code: 'unknown-item' });
  const standing = await readStanding(reader, given, taking.reason);
  const taken = new Map<GivenLab, Taken>();
  const fresh: GivenLab[] = [];
  const earlier = noRows();
  const writing: Writing = { added: [], edited: new Map(), machines: [] };
  for (const lab of given) {
    const key = standing.keyOf(lab);
    const twice =
      lab.refused.length > 0 ? null : duplicateOf(lab, earlier, key === undefined && taking.lookalikes !== 'add');
    if (lab.refused.length > 0) taken.set(lab, told(lab, 'refused', { reasons: lab.refused }));
    else if (twice) taken.set(lab, told(lab, 'duplicate-in-file', { reasons: [twice] }));
    else if (key !== undefined) taken.set(lab, onHeld(lab, key, standing, writing));
    else fresh.push(lab);
    if (lab.refused.length === 0 && !twice) rememberRow(earlier, lab);
  }
  const alike = await alikeRows(reader, fresh, standing);
  for (const lab of fresh) taken.set(lab, decide(lab, alike.get(lab) ?? [], standing, writing, taking));
  await write(writer, by.programmeId, writing);
  return given.flatMap((lab) => taken.get(lab) ?? []);
}
