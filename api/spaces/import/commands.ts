// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { atomically, type Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import { readExactPlace, readSpaceBody, type SpaceBody } from '../../../db/spaces/directory/reads.ts';
import { readPlacedSpaces, readUntouched } from '../../../db/spaces/import/reads.ts';
import type { Text } from '../../contract.ts';
import { Refused, type Rule } from '../../http/refusals.rules.ts';
import type { RowKind } from '../../labs/import/contract.ts';
import { changesOf, mannerOf, type Reason } from '../../labs/import/rules.ts';
import { cellOfName, editIn } from '../../platform/fields/sheet.rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import type { createSpace, DescribedSpace, moveSpace } from '../directory/contract.ts';
import { spaceFields } from '../directory/fields.ts';
import { type GivenSpace, type Likeness, likenessOf, type Mark, markGiven, markOf } from './rules.ts';

type Input<E extends { input: z.ZodType }> = z.output<E['input']>;
type Which = { programme: string; space: string };

/** Space commands used by the import, with the same rules as on the page. */
export interface Acts {
  create: (writer: Writer, by: Keeping, input: Input<typeof createSpace>) => Promise<{ key: string; version: number }>;
  edit: (writer: Writer, by: Keeping, which: Which, input: DescribedSpace) => Promise<{ version: number }>;
  move: (writer: Writer, by: Keeping, which: Which, input: Input<typeof moveSpace>) => Promise<unknown>;
}

export interface Taking {
  programme: string;
  /** Reason for the log. */
  reason: string;
  lookalikes: 'add' | 'link' | 'skip';
  source: string | undefined;
  acts: Acts;
}

/** Reasons against a row: import errors or business rules. */
type Why = Reason | { name: string; rule: Rule };

interface Alike {
  key: string;
  name: Text;
  why: Likeness[];
}

/** Result of one row. */
export interface Taken {
  space: GivenSpace;
  kind: RowKind;
  key: string | null;
  fields: string[];
  alike: Alike[];
  reasons: Why[];
  /** The space before and after; only of a changed one. */
  images?: readonly [before: Record<string, unknown>, after: Record<string, unknown>];
}

interface Standing {
  writer: Writer;
  by: Keeping;
  reader: Reader;
  untouched: Set<string>;
  /** All existing spaces with their matching data. */
  marked: { key: string; name: Text; mark: Mark }[];
}

const told = (space: GivenSpace, kind: RowKind, more: Partial<Taken> = {}): Taken => ({
  ...{ space, kind, key: null, fields: [], alike: [], reasons: [] },
  ...more,
});

/** Converts a command's refusal to reasons of the row; rethrows other errors. */
function reasonsOf(error: unknown): Why[] {
  if (!(error instanceof Refused)) throw error;
  const { refusal } = error;
  if (refusal.code === 'against-rule')
    return [{ name: cellOfName(spaceFields, refusal.name ?? ''), rule: refusal.rule }];
  if (refusal.code !== 'invalid-parameter') throw error;
  return refusal.errors.map(({ name }) => ({ name: cellOfName(spaceFields, name), code: 'unknown-item' as const }));
}

/** For a blurred space, neither its exact nor its public point counts as a change. */
async function imageOf(reader: Reader, body: SpaceBody, { values }: GivenSpace) {
  if (body.blur_m === null) return { image: { ...body }, values };
  const exact = await readExactPlace(reader, body.key);
  const shown = values.latitude === body.latitude && values.longitude === body.longitude;
  const { latitude: _, longitude: __, ...others } = values;
  // A file exported from public data has no address of blurred spaces: the stored one is kept.
  const { address, ...unsaid } = shown ? others : values;
  const { latitude = null, longitude = null } = exact ?? {};
  const image = { ...body, address: exact?.address ?? null, latitude, longitude };
  return { image, values: address ? { ...unsaid, address } : unsaid };
}

async function onHeld(space: GivenSpace, key: string, { writer, by, reader, untouched }: Standing, taking: Taking) {
  const body = await readSpaceBody(reader, key);
  if (!body) return told(space, 'refused', { reasons: [{ name: 'key', code: 'unknown-item' }] });
  const { image, values } = await imageOf(reader, body, space);
  const manner = mannerOf({ version: body.version, untouched: untouched.has(key) }, space);
  const changed = changesOf(image, values, manner);
  const which = { programme: taking.programme, space: key };
  let version = body.version;
  try {
    await atomically(writer, async () => {
      const input: DescribedSpace = editIn(spaceFields, changed);
      if (Object.keys(input).length > 0)
        version = (await taking.acts.edit(writer, { ...by, version }, which, input)).version;
      if (!changed.state) return;
      const { state, state_since: on, state_reason: reason } = { ...values, ...changed } as Partial<SpaceBody>;
      const why = reason ?? { it: taking.reason };
      const moved = { state: state ?? body.state, ...(on ? { on } : {}), reason: why };
      await taking.acts.move(writer, { ...by, version }, which, moved);
    });
  } catch (error) {
    return told(space, 'refused', { key, reasons: reasonsOf(error) });
  }
  const kept = manner === 'fill' && Object.keys(changesOf(image, values, 'follow')).some((name) => !(name in changed));
  const reasons: Why[] = kept ? [{ name: '', code: 'edited-here' }] : [];
  const fields = Object.keys(changed).filter((name) => changed.state || !name.startsWith('state_'));
  const after = { ...image, ...Object.fromEntries(fields.map((name) => [name, changed[name]])) };
  return told(space, fields.length > 0 ? 'changed' : 'same', { key, fields, images: [image, after], reasons });
}

async function asNew(space: GivenSpace, { writer, by }: Standing, { acts, source }: Taking) {
  const lacking = ['name', 'kind'].filter((name) => !space.values[name]);
  if (lacking.length > 0)
    return told(space, 'refused', { reasons: lacking.map((name) => ({ name, code: 'missing' as const })) });
  const { state, state_since: on, state_reason: reason } = space.values;
  const standing = { ...(state ? { state } : {}), ...(on ? { on } : {}), ...(reason ? { reason } : {}) };
  const input = { ...(source ? { source } : {}), ...editIn(spaceFields, space.values), ...standing } as Input<
    typeof createSpace
  >;
  try {
    const { key } = await atomically(writer, () => acts.create(writer, by, input));
    const fields = Object.keys(space.values).filter((name) => space.values[name] !== null);
    return told(space, 'added', { key, fields });
  } catch (error) {
    return told(space, 'refused', { reasons: reasonsOf(error) });
  }
}

/** A row without key: a new space, or a match with an existing one. */
async function decide(space: GivenSpace, standing: Standing, taking: Taking): Promise<Taken> {
  const own = markGiven(space);
  const alike = standing.marked.flatMap(({ key, name, mark }): Alike[] => {
    const why = likenessOf(own, mark);
    return why.length === 0 ? [] : [{ key, name, why }];
  });
  const [first, second] = alike;
  if (!first || taking.lookalikes === 'add') return { ...(await asNew(space, standing, taking)), alike };
  if (taking.lookalikes === 'link' && !second) return { ...(await onHeld(space, first.key, standing, taking)), alike };
  const code = taking.lookalikes === 'link' ? 'several-alike' : 'looks-alike';
  return told(space, 'lookalike', { key: first.key, alike, reasons: [{ name: '', code }] });
}

/** An earlier row of the file for the same space. */
function twiceOf(space: GivenSpace, earlier: readonly { space: GivenSpace; mark: Mark }[]): Reason | null {
  const { key } = space;
  const same = earlier.find((one) => key !== null && one.space.key === key);
  if (same) return { name: '', code: 'same-number', about: String(same.space.row) };
  const own = markGiven(space);
  const like = earlier.find(({ mark }) => key === null && likenessOf(own, mark).length > 0);
  return like ? { name: '', code: 'same-name', about: String(like.space.row) } : null;
}

/** Imports the rows as one change; the caller commits or rolls back. */
export async function take(writer: Writer, by: Keeping, given: GivenSpace[], taking: Taking): Promise<Taken[]> {
  const reader = readerOf(writer, by);
  const untouched = await readUntouched(reader, taking.reason);
  const placed = await readPlacedSpaces(reader, true);
  const marked = placed.map((row) => ({
    ...row,
    mark: markOf({ ...row, name: row.name.it, floorArea: row.floor_area_m2 }),
  }));
  const standing = { writer, by, reader, untouched, marked };
  const known = new Set(placed.map(({ key }) => key));
  const earlier: { space: GivenSpace; mark: Mark }[] = [];
  const taken: Taken[] = [];
  for (const space of given) {
    const twice = twiceOf(space, taking.lookalikes === 'add' ? [] : earlier);
    if (space.refused.length > 0) taken.push(told(space, 'refused', { reasons: space.refused }));
    else if (twice) taken.push(told(space, 'duplicate-in-file', { reasons: [twice] }));
    else if (space.key !== null && known.has(space.key)) taken.push(await onHeld(space, space.key, standing, taking));
    else taken.push(await decide(space, standing, taking));
    if (space.refused.length === 0 && !twice) earlier.push({ space, mark: markGiven(space) });
  }
  return taken;
}
