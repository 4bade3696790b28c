// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { change, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { lockLab } from '../../../db/labs/editing/reads.ts';
import { readKeepers } from '../../../db/labs/matching/reads.ts';
import * as writes from '../../../db/labs/qualification/writes.ts';
import type { Reader } from '../../../db/past.ts';
import { readRegistrars } from '../../../db/people/roles/reads.ts';
import { readAllProgrammes } from '../../../db/plan/reminders/reads.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import { readTakenKeys } from '../../../db/platform/records/reads.ts';
import type { Text } from '../../contract.ts';
import { type Received, settle } from '../../http/files.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { freeKey, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import type { keepRequirements } from './contract.ts';
import { brokenLetter, decisionLetter, officialActs, type QualificationAct, whyNotStep } from './rules.ts';
import { documentsView, qualificationView, qualifiedView, requirementsView } from './views.ts';

interface Stepping {
  act: QualificationAct;
  until?: string | undefined;
  reason?: Text | undefined;
}

/** Records an operator's or official's step in the qualification of a lab. */
export async function step(
  writer: Writer,
  by: Keeping,
  { lab, programme, publicUrl }: { lab: string; programme: string; publicUrl: string },
  { act, until, reason }: Stepping,
) {
  const reader = readerOf(writer, by);
  const row = await lockLab(reader, lab);
  if (!row || row.merged_into !== null) throw new Refused({ code: 'unknown-item', item: lab });
  const before = await qualificationView(reader, lab);
  const rule = whyNotStep(before, { act, today: by.today, until: until ?? null, words: reason !== undefined });
  assertAllowed(rule, rule === 'words-needed' ? 'reason' : rule === 'qualification-stands' ? 'act' : 'until');
  // A lifted suspension keeps the original expiry day.
  const untilOn = act === 'resumed' ? before.until : (until ?? null);
  const dated = act === 'qualified' || act === 'renewed' || act === 'resumed';
  const own = { programmeId: by.programmeId, lab, act, madeOn: by.today };
  await writes.addStep(writer, { ...own, untilOn: dated ? untilOn : null, reason: reason ?? null });
  const after = await qualificationView(reader, lab);
  if ((officialActs as readonly string[]).includes(act)) {
    const number = after.steps.at(-1)?.number ?? 0;
    for (const { account_id, email, language } of await readKeepers(writer, by.programmeId, lab)) {
      const address = `${publicUrl}/${language}/${programme}/labs/${lab}#qualification`;
      const words = decisionLetter(language, { lab: row.name, act, reason: reason ?? null, address });
      const once = `qualification:${programme}/${lab}:${number}:${account_id}`;
      await addMail(writer, { once, recipient: email ?? '', ...words });
    }
  }
  return after;
}

/** Replaces the requirements; those that remain keep their key. */
export async function require(writer: Writer, by: Keeping, { items }: z.output<(typeof keepRequirements)['input']>) {
  const reader = readerOf(writer, by);
  const known = new Set((await requirementsView(reader)).map(({ key }) => key));
  const used = new Set<string>();
  const rows = [];
  for (const [at, { key, name, measure, atLeast, document, note }] of items.entries()) {
    if (measure === null && !document) assertAllowed('requirement-empty', `items.${at}.measure`);
    if ((measure === null) !== (atLeast === null)) assertAllowed('requirement-empty', `items.${at}.atLeast`);
    const stem = stemOf(name.it);
    const taken = new Set([...(await readTakenKeys(reader, 'lab_requirement', stem)), ...used]);
    const own = key !== undefined && known.has(key) && !used.has(key) ? key : freeKey(stem, taken);
    used.add(own);
    rows.push({ key: own, name, measure, at_least: atLeast, document, note });
  }
  await writes.keepRequirements(writer, by.programmeId, rows);
  return { requirements: await requirementsView(reader) };
}

interface Showing {
  programme: string;
  lab: string;
  requirement: string;
  name: string;
  received: Received;
  folder: string;
  accountId: number;
}

/** Records a received document and moves it to its final path last. */
export async function show(writer: Writer, by: Keeping, showing: Showing) {
  const { programme, lab, requirement, name, received, folder, accountId } = showing;
  const reader = readerOf(writer, by);
  const row = await lockLab(reader, lab);
  if (!row || row.merged_into !== null) throw new Refused({ code: 'unknown-item', item: lab });
  const asked = (await requirementsView(reader)).find((one) => one.key === requirement);
  if (!asked?.document)
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'requirement', reason: 'unknown-value' }] });
  const { hash, type, bytes } = received;
  const own = { programmeId: by.programmeId, lab, requirement, hash, name, type, bytes, by: accountId };
  await writes.addDocument(writer, own);
  const items = await documentsView(reader, programme, lab);
  await settle(received, folder);
  return items;
}

export async function takeBack(writer: Writer, by: Keeping, of: { programme: string; lab: string; document: number }) {
  if (!(await writes.removeDocument(writer, by.programmeId, of.lab, of.document)))
    throw new Refused({ code: 'unknown-item', item: String(of.document) });
  return documentsView(readerOf(writer, by), of.programme, of.lab);
}

const recorded = { actor: 'register', reason: '' };

async function warnOf(db: OfficinaDb, publicUrl: string, reader: Reader, programme: string) {
  const { items } = await qualifiedView(reader);
  for (const { lab, state, since } of items) {
    if (state !== 'qualified') continue;
    const broken = (await qualificationView(reader, lab.key)).requirements.filter(({ met }) => met === 'no');
    const keepers = broken.length ? await readKeepers(db, reader.programmeId, lab.key) : [];
    const officials = broken.length ? await readRegistrars(db, reader.programmeId, ['official']) : [];
    if (broken.length && officials.length === 0)
      officials.push(...(await readRegistrars(db, reader.programmeId, ['administrator'])));
    for (const { key, name, value } of broken) {
      for (const { account_id, email, language } of [...keepers, ...officials]) {
        const address = `${publicUrl}/${language}/${programme}/labs/${lab.key}#qualification`;
        const words = brokenLetter(language, { lab: lab.name, requirement: name, address });
        const once = `broken:${programme}/${lab.key}/${key}:${since}:${value}:${account_id}`;
        await change(db, recorded, (writer) => addMail(writer, { once, recipient: email ?? '', ...words }));
      }
    }
  }
}

/** Warns operators and officials of a requirement that a qualified lab no longer meets; it stays qualified. */
export async function warnOfBroken(db: OfficinaDb, publicUrl: string, today: string): Promise<void> {
  for (const { programme_id: programmeId, key } of await readAllProgrammes(db))
    await warnOf(db, publicUrl, { db, programmeId, day: today }, key);
}
