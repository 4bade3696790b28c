// SPDX-License-Identifier: AGPL-3.0-or-later
import { unloggedTransaction, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { readLabBody } from '../../../db/labs/editing/reads.ts';
import { readAsked, readAsks, readKeepers } from '../../../db/labs/matching/reads.ts';
import * as writes from '../../../db/labs/matching/writes.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import type { RequestRow } from '../../../db/platform/requests/reads.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { askedLetter, offeredLetter } from './rules.ts';

/** Refuses unknown labs; merged labs resolve to the remaining entry. */
export async function knownLabs(writer: Writer, by: Keeping, labs: readonly string[]): Promise<string[]> {
  const reader = readerOf(writer, by);
  const found = await Promise.all(labs.map((lab) => readLabBody(reader, lab)));
  if (found.some((body) => !body))
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'labs', reason: 'unknown-value' }] });
  return [...new Set(found.map((body) => body?.merged_into ?? body?.key ?? ''))];
}

/** Called when the firm confirms its address: mails each operator of the labs once. */
export async function tellKeepers(db: OfficinaDb, row: RequestRow, publicUrl: string): Promise<void> {
  if (row.kind !== 'need') return;
  for (const { lab, lab_name } of await readAsks(db, row.request_id)) {
    for (const { account_id, email, language } of await readKeepers(db, row.programme_id, lab)) {
      const address = `${publicUrl}/${language}/${row.programme}/labs/${lab}/asked`;
      const words = askedLetter(language, { lab: lab_name[language] ?? lab_name.it, address });
      const once = `asked:${row.request_id}:${lab}:${account_id}`;
      await unloggedTransaction(db, (writer) => addMail(writer, { once, recipient: email ?? '', ...words }));
    }
  }
}

const unknown = (request: number) => new Refused({ code: 'unknown-item', item: String(request) });

/** A lab's request from a firm with a confirmed address. */
async function askedOf(writer: Writer, programmeId: number, { lab, request }: { lab: string; request: number }) {
  const asked = (await readAsked(writer, programmeId, lab)).find((one) => one.request_id === request);
  if (!asked) throw unknown(request);
  return asked;
}

/** Discloses the confidential part. */
export async function open(writer: Writer, { programmeId }: Keeping, of: { lab: string; request: number }) {
  await askedOf(writer, programmeId, of);
  await writes.openAsk(writer, { requestId: of.request, programmeId, lab: of.lab });
}

/** Records a lab's answer and mails the firm. */
export async function answer(
  writer: Writer,
  by: Keeping,
  { lab, request }: { lab: string; request: number },
  input: { offered: boolean; answer: string },
) {
  const { programmeId } = by;
  const asked = await askedOf(writer, programmeId, { lab, request });
  if (!(await writes.answerAsk(writer, { requestId: request, programmeId, lab }, input)))
    throw new Refused({ code: 'against-rule', rule: 'answered-already' });
  const name = (await readLabBody(readerOf(writer, by), lab))?.name;
  const words = offeredLetter(asked.language, { lab: name?.[asked.language] ?? name?.it ?? lab, ...input });
  await addMail(writer, { once: `offered:${request}:${lab}`, recipient: asked.email, ...words });
}
