// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import { readEvidence } from '../../../db/plan/evidence/reads.ts';
import { addEvidence, removeEvidence } from '../../../db/plan/evidence/writes.ts';
import type { Precision } from '../../contract.ts';
import { type Received, settle } from '../../http/files.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { lastDayOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { lockExistingMilestone } from '../drafting/views.ts';
import { evidenceOf } from '../milestones/views.ts';
import type { addLink } from './contract.ts';
import { whyNotRemoved } from './rules.ts';

async function itemOf(reader: Reader, milestone: string, key: string) {
  const row = (await readEvidence(reader, milestone)).find((one) => one.key === key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  return evidenceOf(row);
}

const issued = (on: string | undefined, precision: Precision) => ({
  issuedOn: on === undefined ? null : lastDayOf(on, precision, on),
  precision: on === undefined ? null : precision,
});

export async function link(writer: Writer, by: Keeping, key: string, input: z.output<(typeof addLink)['input']>) {
  const reader = readerOf(writer, by);
  await lockExistingMilestone(reader, key);
  const { name, url, note = null } = input;
  const own = { programmeId: by.programmeId, milestone: key, name, url, file: null, note: note ?? null };
  return itemOf(reader, key, await addEvidence(writer, { ...own, ...issued(input.issuedOn, input.precision) }));
}

interface FileQuery {
  name: string;
  title?: string | undefined;
  titleEn?: string | undefined;
  issuedOn?: string | undefined;
  precision: Precision;
}

/** Records a received file and moves it to its final path last. Equal content is stored once. */
export async function file(
  writer: Writer,
  by: Keeping,
  key: string,
  { query, received, folder }: { query: FileQuery; received: Received; folder: string },
) {
  const reader = readerOf(writer, by);
  await lockExistingMilestone(reader, key);
  const { hash, type, bytes } = received;
  const name = { it: query.title ?? query.name, ...(query.titleEn ? { en: query.titleEn } : {}) };
  const file = { hash, type, bytes, name: query.name };
  const own = { programmeId: by.programmeId, milestone: key, name, url: null, file, note: null };
  const made = await addEvidence(writer, { ...own, ...issued(query.issuedOn, query.precision) });
  const item = await itemOf(reader, key, made);
  await settle(received, folder);
  return item;
}

/** Removes evidence from a milestone; the file stays, because past days still show it. */
export async function remove(writer: Writer, by: Keeping, key: string, evidence: string) {
  const reader = readerOf(writer, by);
  const row = await lockExistingMilestone(reader, key);
  await itemOf(reader, key, evidence);
  assertAllowed(whyNotRemoved({ doneOn: row.done_on, closing: row.state }));
  await removeEvidence(writer, by.programmeId, evidence);
  return { key: evidence };
}
