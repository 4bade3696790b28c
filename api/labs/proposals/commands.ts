// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { unloggedTransaction, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { readLabBody } from '../../../db/labs/editing/reads.ts';
import { hasKeeper } from '../../../db/labs/proposals/reads.ts';
import * as writes from '../../../db/labs/proposals/writes.ts';
import { findAccountByEmail } from '../../../db/people/accounts/reads.ts';
import { readRegistrars } from '../../../db/people/roles/reads.ts';
import { addRole } from '../../../db/people/roles/writes.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import { type LockedRequest, readWaiting } from '../../../db/platform/requests/reads.ts';
import { takeRequest } from '../../../db/platform/requests/writes.ts';
import { isInCity } from '../../city/boundaries/views.ts';
import type { Text } from '../../contract.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import {
  type Asking,
  type Concluding,
  escalationDays,
  namedIn,
  type RequestKind,
  reminderDays,
  waitingLetter,
  whyNotAnswered,
} from '../../platform/requests/rules.ts';
import { whyNotPoint } from '../directory/rules.ts';
import type { createLab } from '../editing/contract.ts';
import type { proposed } from './contract.ts';
import type { Inviting } from './rules.ts';

type Proposed = z.output<typeof proposed>;

/** Proposes a lab. Invalid data is refused here, since it could not be accepted later. */
export async function propose(
  writer: Writer,
  { today, content, ...asking }: Omit<Asking, 'kind' | 'lab' | 'content'> & { content: Proposed; today: string },
  acts: Pick<Acts, 'ask'>,
) {
  const { latitude, longitude } = content;
  assertAllowed(whyNotPoint(latitude, longitude), latitude === null ? 'lab.latitude' : 'lab.longitude');
  if (latitude !== null && longitude !== null) {
    const reader = { db: writer, programmeId: asking.programmeId, day: today };
    assertAllowed((await isInCity(reader, { latitude, longitude })) ? null : 'point-outside', 'lab.latitude');
  }
  return acts.ask(writer, { ...asking, kind: 'proposal', lab: null, content: { ...content } });
}

/** Claims an entry. Refused if it already has an operator. */
export async function claim(
  writer: Writer,
  asking: Omit<Asking, 'kind'> & { lab: string; today: string },
  acts: Pick<Acts, 'ask'>,
) {
  const { programmeId, lab, today } = asking;
  const body = await readLabBody({ db: writer, programmeId, day: today }, lab);
  if (!body || body.merged_into !== null) throw new Refused({ code: 'unknown-item', item: lab });
  assertAllowed((await hasKeeper(writer, programmeId, lab)) ? 'lab-kept' : null);
  return acts.ask(writer, { ...asking, kind: 'claim' });
}

/** Shared request commands (create, lock, answer); injected in rooms.ts. */
export interface Requests {
  ask: (writer: Writer, asking: Asking) => Promise<number>;
  lockConfirmedRequest: (
    writer: Writer,
    programmeId: number,
    requestId: number,
    kinds: RequestKind[],
  ) => Promise<LockedRequest>;
  conclude: (writer: Writer, row: LockedRequest, of: Concluding) => Promise<void>;
}

/** Commands of other rooms needed here; injected in rooms.ts. */
export interface Acts extends Requests {
  /** Invites a person without an account. */
  invite: (writer: Writer, asked: Inviting) => Promise<unknown>;
  /** Creates an entry; returns its key. */
  createLab: (writer: Writer, by: Keeping, input: z.output<(typeof createLab)['input']>) => Promise<{ key: string }>;
}

interface Answering {
  by: Keeping & { actor: { accountId: number } };
  programmeName: Text;
  publicUrl: string;
  acts: Acts;
}

/** Makes the requester an operator: through the account with their address, or by invitation. */
async function giveKeeping(
  writer: Writer,
  row: LockedRequest,
  lab: string,
  { by, programmeName, publicUrl, acts }: Answering,
) {
  const { programmeId } = by;
  const account = await findAccountByEmail(writer, row.email);
  const office = (await readLabBody(readerOf(writer, by), lab))?.name.it ?? lab;
  if (!account) {
    const place = { role: 'operator' as const, areas: null, labs: [lab], organisation: null, nameIsPublic: false };
    const whom = { email: row.email, language: row.language, days: 30, invitedBy: by.actor.accountId, publicUrl };
    await acts.invite(writer, { programmeId, programmeName, ...whom, ...place, office });
    return;
  }
  const of = { programmeId, accountId: account.account_id, lab };
  if (await writes.extendKeeper(writer, of)) return;
  await addRole(writer, {
    account_id: account.account_id,
    programme_id: programmeId,
    role: 'operator',
    areas: null,
    labs: [lab],
    organisation: null,
    office,
    name_is_public: false,
    granted_by: by.actor.accountId,
  });
}

async function labOf(
  writer: Writer,
  row: LockedRequest,
  input: { name?: Text | undefined; existing?: string | undefined },
  { by, acts }: Answering,
) {
  if (row.kind === 'claim') return row.lab ?? '';
  if (input.existing) {
    const found = await readLabBody(readerOf(writer, by), input.existing);
    if (!found)
      throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'existing', reason: 'unknown-value' }] });
    return found.merged_into ?? found.key;
  }
  const { labName, kind, address, latitude, longitude, url, about } = row.content as unknown as Proposed;
  const described = { kind, address, latitude, longitude, url, summary: about === null ? null : { it: about } };
  return (await acts.createLab(writer, by, { name: input.name ?? { it: labName }, ...described })).key;
}

/** Assigns the request to an office, which is shown to the requester. */
export async function take(
  writer: Writer,
  by: { programmeId: number; actor: { accountId: number } },
  requestId: number,
  acts: Pick<Acts, 'lockConfirmedRequest'>,
) {
  await acts.lockConfirmedRequest(writer, by.programmeId, requestId, ['proposal', 'claim', 'space']);
  await takeRequest(writer, requestId, by.actor.accountId);
}

/** Accepts or refuses a request, applies the consequences and mails the requester. */
export async function answer(
  writer: Writer,
  requestId: number,
  input: { accepted: boolean; answer?: string | undefined; name?: Text | undefined; existing?: string | undefined },
  answering: Answering & { programme: string },
) {
  const { by, publicUrl, programme, acts } = answering;
  const row = await acts.lockConfirmedRequest(writer, by.programmeId, requestId, ['proposal', 'claim']);
  const { accepted } = input;
  const words = input.answer ?? null;
  assertAllowed(whyNotAnswered({ state: row.state, accepted, words: words !== null }), 'answer');
  const lab = accepted ? await labOf(writer, row, input, answering) : row.lab;
  const wanted = row.kind === 'claim' || (row.content as unknown as Proposed).mine;
  if (accepted && wanted && lab) await giveKeeping(writer, row, lab, answering);
  const found = lab ? await readLabBody(readerOf(writer, by), lab) : undefined;
  const about = found?.name[row.language] ?? found?.name.it ?? namedIn(row.content);
  const address = `${publicUrl}/${row.language}/${programme}/labs${lab ? `/${lab}` : ''}`;
  const of = { about, address, by: by.actor.accountId, ...(lab ? { lab } : {}) };
  await acts.conclude(writer, row, { accepted, answer: words, ...of });
  return { lab };
}

/** Reminds officials after 10 days of waiting and administrators after 30, once each. */
export async function remindOfRequests(db: OfficinaDb, publicUrl: string): Promise<void> {
  for (const row of await readWaiting(db, reminderDays)) {
    const escalated = row.days >= escalationDays;
    const officials = await readRegistrars(db, row.programme_id, ['official']);
    const roles = escalated || officials.length === 0 ? (['administrator'] as const) : (['official'] as const);
    const people = await readRegistrars(db, row.programme_id, [...roles]);
    for (const { account_id, email, language } of people) {
      const address = `${publicUrl}/${language}/${row.programme}/requests`;
      const item = (row.lab_name ?? row.space_name)?.[language] ?? (row.lab_name ?? row.space_name)?.it ?? null;
      const words = waitingLetter(language, { kind: row.kind, item, days: row.days, address, escalated });
      const once = `request-${escalated ? escalationDays : reminderDays}:${row.request_id}:${account_id}`;
      await unloggedTransaction(db, (writer) => addMail(writer, { once, recipient: email ?? '', ...words }));
    }
  }
}
