// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Writer } from '../../../db/change.ts';
import { lockModels, readModelKeys } from '../../../db/labs/machine-catalogue/reads.ts';
import { putModels } from '../../../db/labs/machine-catalogue/writes.ts';
import { freeKey, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { changesOf, plain, type Reason } from '../import/rules.ts';
import type { ModelRow } from './contract.ts';
import type { GivenModel } from './rules.ts';

export interface TakenModel {
  given: GivenModel;
  kind: ModelRow['kind'];
  key: string | null;
  fields: string[];
  reasons: Reason[];
}

type Row = { key: string } & Record<string, unknown>;

const markOf = ({ brand, model }: { brand: string; model: string }) => `${plain(brand)}\n${plain(model)}`;

/** Imports a file of machine models: filled cells overwrite the catalogue, empty cells leave it unchanged. */
export async function take(writer: Writer, by: Keeping, given: GivenModel[], source: string | undefined) {
  const reader = readerOf(writer, by);
  const held = new Map<string, Row>((await lockModels(reader)).map((row) => [markOf(row), { ...row }]));
  const keys = await readModelKeys(reader);
  const seen = new Map<string, number>();
  const written: Row[] = [];
  const takeOne = (model: GivenModel): TakenModel => {
    const { row, values, refused, notes } = model;
    const told = { given: model, key: null, fields: [], reasons: notes };
    if (refused.length > 0) return { ...told, kind: 'refused', reasons: refused };
    const mark = markOf(values);
    const twice = seen.get(mark);
    seen.set(mark, twice ?? row);
    if (twice !== undefined)
      return { ...told, kind: 'duplicate-in-file', reasons: [{ name: '', code: 'same-number', about: String(twice) }] };
    const before = held.get(mark);
    const key = before?.key ?? freeKey(stemOf(model.name), keys);
    keys.add(key);
    const { brand: _, model: __, process, ...rest } = values;
    const described = model.saysProcess ? { process, ...rest } : rest;
    const changed = before ? changesOf(before, described, 'follow') : { ...values, source: source ?? null };
    const fields = Object.keys(changed).filter((name) => changed[name] !== null);
    if (fields.length > 0) written.push({ ...before, ...changed, key });
    return { ...told, kind: before ? (fields.length > 0 ? 'changed' : 'same') : 'added', key, fields };
  };
  const taken = given.map(takeOne);
  if (written.length > 0) await putModels(writer, by.programmeId, written);
  return taken;
}
