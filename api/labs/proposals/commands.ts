// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { apart, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { readLabBody } from '../../../db/labs/editing/reads.ts';
import {
  hasKeeper,
  type LockedRequest,
  lockRequest,
  type RequestRow,
  readRegistrars,
  readWaiting,
} from '../../../db/labs/proposals/reads.ts';
import * as writes from '../../../db/labs/proposals/writes.ts';
import { findAccountByEmail } from '../../../db/people/accounts/reads.ts';
import { addRole } from '../../../db/people/roles/writes.ts';
import { addMail, forgetMails } from '../../../db/platform/mail/writes.ts';
import { isInCity } from '../../city/boundaries/views.ts';
import { obey, Refused, type Text } from '../../contract.ts';
import { hashOf, newToken } from '../../http/session.ts';
import { type Keeping, readerOf } from '../../plan/drafting/views.ts';
import { whyNotPoint } from '../directory/rules.ts';
import type { createLab } from '../editing/contract.ts';
import type { proposed } from './contract.ts';
import {
  type Asking,
  answerLetter,
  type Concluding,
  escalationDays,
  type Inviting,
  namedIn,
  type RequestKind,
  reminderDays,
  requestLetter,
  waitingLetter,
  whyNotAnswered,
} from './rules.ts';
import { requestOf } from './views.ts';

type Proposed = z.output<typeof proposed>;

/** Writes a request down and mails the link that confirms it. The secret is in the mail alone. */
export async function ask(writer: Writer, asking: Asking): Promise<number> {
  const { programmeId, kind, lab, space = null, content, asker, about, publicUrl } = asking;
  const { name, email, language } = asker;
  const token = newToken();
  const asked = { programmeId, kind, lab, space, content, name, email, language };
  const requestId = await writes.addRequest(writer, { hash: hashOf(token), ...asked });
  const address = `${publicUrl}/${language}/request#${token}`;
  const words = requestLetter(language, kind, { address, about });
  await addMail(writer, { once: `request:${requestId}`, recipient: email, ...words });
  return requestId;
}

/** Proposes a lab. Where no entry could be is refused now: later nobody could accept it. */
export async function propose(
  writer: Writer,
  {
    today,
    content,
    ...asking
  }: Omit<Asking, 'kind' | 'about' | 'lab' | 'content'> & { content: Proposed; today: string },
) {
  const { labName, latitude, longitude } = content;
  obey(whyNotPoint(latitude, longitude), latitude === null ? 'lab.latitude' : 'lab.longitude');
  if (latitude !== null && longitude !== null) {
    const reader = { db: writer, programmeId: asking.programmeId, day: today };
    obey((await isInCity(reader, { latitude, longitude })) ? null : 'point-outside', 'lab.latitude');
  }
  return ask(writer, { ...asking, kind: 'proposal', lab: null, content: { ...content }, about: labName });
}

/** Asks to keep an entry. Refused where somebody keeps it already. */
export async function claim(writer: Writer, asking: Omit<Asking, 'kind' | 'about'> & { lab: string; today: string }) {
  const { programmeId, lab, today } = asking;
  const body = await readLabBody({ db: writer, programmeId, day: today }, lab);
  if (!body || body.merged_into !== null) throw new Refused({ code: 'unknown-item', item: lab });
  obey((await hasKeeper(writer, programmeId, lab)) ? 'lab-kept' : null);
  const { language } = asking.asker;
  return ask(writer, { ...asking, kind: 'claim', about: body.name[language] ?? body.name.it });
}

/** The link was opened: what was asked counts from now on. Gives whether it was the first time. */
export async function confirm(db: OfficinaDb, token: string) {
  const row = await requestOf(db, token);
  if (row.confirmed_at !== null) return { row, first: false };
  const first = await apart(db, (writer) => writes.confirmRequest(writer, row.request_id));
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

/** What of other rooms an answered request needs; they are given where the rooms are put together. */
export interface Acts {
  /** An invitation, for whoever has no account. */
  invite: (writer: Writer, asked: Inviting) => Promise<unknown>;
  /** A new entry; gives its key. */
  createLab: (writer: Writer, by: Keeping, input: z.output<(typeof createLab)['input']>) => Promise<{ key: string }>;
  /** What follows when a request is confirmed. */
  confirmed: (db: OfficinaDb, row: RequestRow, publicUrl: string) => Promise<void>;
}

interface Answering {
  by: Keeping & { actor: { accountId: number } };
  programmeName: Text;
  publicUrl: string;
  acts: Acts;
}

/** Whoever asked keeps the entry from now on: with the account that has the address, or by an invitation. */
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

/** What is about to be dealt with, held; until its address is confirmed nobody has it. */
export async function held(
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

/** Takes it in hand: whoever asked sees which office has it. */
export async function take(
  writer: Writer,
  by: { programmeId: number; actor: { accountId: number } },
  requestId: number,
) {
  await held(writer, by.programmeId, requestId, ['proposal', 'claim', 'space']);
  await writes.takeRequest(writer, requestId, by.actor.accountId);
}

/** Answers whoever asked: in the request that they follow, and by mail. */
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

/** Accepts or refuses, with whatever follows from it, and tells whoever asked. */
export async function answer(
  writer: Writer,
  requestId: number,
  input: { accepted: boolean; answer?: string | undefined; name?: Text | undefined; existing?: string | undefined },
  answering: Answering & { programme: string },
) {
  const { by, publicUrl, programme } = answering;
  const row = await held(writer, by.programmeId, requestId, ['proposal', 'claim']);
  const { accepted } = input;
  const words = input.answer ?? null;
  obey(whyNotAnswered({ state: row.state, accepted, words: words !== null }), 'answer');
  const lab = accepted ? await labOf(writer, row, input, answering) : row.lab;
  const wanted = row.kind === 'claim' || (row.content as unknown as Proposed).mine;
  if (accepted && wanted && lab) await giveKeeping(writer, row, lab, answering);
  const found = lab ? await readLabBody(readerOf(writer, by), lab) : undefined;
  const about = found?.name[row.language] ?? found?.name.it ?? namedIn(row.content);
  const address = `${publicUrl}/${row.language}/${programme}/labs${lab ? `/${lab}` : ''}`;
  const of = { about, address, by: by.actor.accountId, ...(lab ? { lab } : {}) };
  await conclude(writer, row, { accepted, answer: words, ...of });
  return { lab };
}

/** Writes to the officials about what waits for 10 days, and to the administrators about what waits for 30; once each. */
export async function remindOfRequests(db: OfficinaDb, publicUrl: string): Promise<void> {
  for (const row of await readWaiting(db, reminderDays)) {
    const escalated = row.days >= escalationDays;
    const officials = await readRegistrars(db, row.programme_id, ['official']);
    const roles = escalated || officials.length === 0 ? (['administrator'] as const) : (['official'] as const);
    const people = await readRegistrars(db, row.programme_id, [...roles]);
    const about = (row.lab_name ?? row.space_name)?.it ?? namedIn(row.content);
    for (const { account_id, email, language } of people) {
      const address = `${publicUrl}/${language}/${row.programme}/requests`;
      const words = waitingLetter(language, { about, days: row.days, address, escalated });
      const once = `request-${escalated ? escalationDays : reminderDays}:${row.request_id}:${account_id}`;
      await apart(db, (writer) => addMail(writer, { once, recipient: email ?? '', ...words }));
    }
  }
}
