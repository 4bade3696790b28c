// SPDX-License-Identifier: AGPL-3.0-or-later
import { unloggedTransaction, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { addMail, forgetMails } from '../../../db/platform/mail/writes.ts';
import { type LockedRequest, lockRequest } from '../../../db/platform/requests/reads.ts';
import * as writes from '../../../db/platform/requests/writes.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { hashOf, newToken } from '../../http/session.ts';
import { type Asking, answerLetter, type Concluding, type RequestKind, requestLetter } from './rules.ts';
import { requestOf } from './views.ts';

/** Stores a request and mails its confirmation link. Only the mail contains the secret. */
export async function ask(writer: Writer, asking: Asking): Promise<number> {
  const { programmeId, kind, lab, space = null, content, asker, publicUrl } = asking;
  const { name, email, language } = asker;
  const token = newToken();
  const asked = { programmeId, kind, lab, space, content, name, email, language };
  const requestId = await writes.addRequest(writer, { hash: hashOf(token), ...asked });
  const address = `${publicUrl}/${language}/request#${token}`;
  const words = requestLetter(language, kind, address);
  await addMail(writer, { once: `request:${requestId}`, recipient: email, ...words });
  return requestId;
}

/** Confirms the address: the request takes effect. Returns true the first time. */
export async function confirm(db: OfficinaDb, token: string) {
  const row = await requestOf(db, token);
  if (row.confirmed_at !== null) return { row, first: false };
  const first = await unloggedTransaction(db, (writer) => writes.confirmRequest(writer, row.request_id));
  return { row, first };
}

export async function end(writer: Writer, token: string) {
  const row = await requestOf(writer, token);
  await writes.forgetRequest(writer, row.request_id);
  await forgetMails(
    writer,
    row.email,
    ['request', 'answer', 'offered'].map((about) => `${about}:${row.request_id}`),
  );
}

/** Locks a request for handling; refused until its address is confirmed. */
export async function lockConfirmedRequest(
  writer: Writer,
  programmeId: number,
  requestId: number,
  kinds: RequestKind[],
): Promise<LockedRequest> {
  const row = await lockRequest(writer, programmeId, requestId);
  if (!row || !kinds.includes(row.kind) || row.confirmed_at === null)
    throw new Refused({ code: 'unknown-item', item: String(requestId) });
  return row;
}

/** Stores the answer on the request and mails it to the requester. */
export async function conclude(
  writer: Writer,
  row: LockedRequest,
  { about, address, accepted, answer, ...of }: Concluding,
) {
  const state = accepted ? ('accepted' as const) : ('refused' as const);
  await writes.answerRequest(writer, row.request_id, { state, answer, ...of });
  const mail = answerLetter(row.language, { accepted, about, answer, address });
  await addMail(writer, { once: `answer:${row.request_id}`, recipient: row.email, ...mail });
}
