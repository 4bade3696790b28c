// SPDX-License-Identifier: AGPL-3.0-or-later

import { unloggedTransaction, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { findAccountByEmail } from '../../../db/people/accounts/reads.ts';
import {
  addAttempt,
  editAccount,
  endSessions,
  removeAccount,
  spendAttempt,
} from '../../../db/people/accounts/writes.ts';
import { announcePerson, lockAdministrators } from '../../../db/people/roles/writes.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { type Actor, hashOf, newToken } from '../../http/session.ts';
import { type Language, linkLetter, unknownLetter } from '../../platform/mail/rules.ts';
import { leavesNoAdministrator, linkMinutes } from './rules.ts';

interface Asking {
  email: string;
  language: Language;
  to: string | undefined;
  browserHash: Buffer;
  publicUrl: string;
}

/**
 * Sends a sign-in link to an address that has an account, and word that it has none to one that has not: either way
 * one attempt is written and one mail goes out, so that neither the reply nor its time tells which it was.
 */
export async function sendLink(db: OfficinaDb, { email, language, to, browserHash, publicUrl }: Asking) {
  const token = newToken();
  await unloggedTransaction(db, async (writer) => {
    const account = await findAccountByEmail(writer, email);
    await addAttempt(writer, {
      hash: hashOf(token),
      browserHash,
      means: 'link',
      accountId: account?.account_id ?? null,
      detail: to ? { to } : {},
      minutes: linkMinutes,
    });
    // After the #: it reaches no log on the way.
    const address = `${publicUrl}/${language}/sign-in#${token}`;
    const words = account ? linkLetter(language, address, linkMinutes) : unknownLetter(language);
    await addMail(writer, { once: `link:${hashOf(token).toString('hex')}`, recipient: email, ...words });
  });
}

/** Uses up a link; gives the account and where to go. Refused when used, expired, or asked for by another browser. */
export async function redeemLink(writer: Writer, token: string, browserHash: Buffer) {
  const attempt = await spendAttempt(writer, { hash: hashOf(token), browserHash, means: 'link' });
  if (!attempt?.account_id) throw new Refused({ code: 'against-rule', rule: 'attempt-ended' });
  const { to } = attempt.detail as { to?: string };
  return { accountId: attempt.account_id, to: to ?? null };
}

interface Edits {
  name?: string | undefined;
  language?: Language | undefined;
  digest?: { wanted: boolean; weekday: number; hour: number } | undefined;
}

export async function editMyAccount(writer: Writer, accountId: number, { name, language, digest }: Edits) {
  const values = {
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(digest && {
      digest_wanted: digest.wanted,
      digest_weekday: digest.weekday,
      digest_hour: digest.hour,
    }),
  };
  if (Object.keys(values).length > 0) await editAccount(writer, accountId, values);
  if (name !== undefined) await announcePerson(writer, accountId);
}

/** Ends this session or another of one's own; one that is not there is refused. */
export async function endMySession(writer: Writer, { accountId, sessionId }: Actor, which: 'current' | number) {
  const ended = await endSessions(writer, accountId, { only: which === 'current' ? sessionId : which });
  if (ended === 0) throw new Refused({ code: 'unknown-item', item: String(which) });
}

/** Makes the secret of a person's own calendar; the one before opens nothing any more. */
export async function newFeed(writer: Writer, accountId: number): Promise<string> {
  const token = newToken();
  await editAccount(writer, accountId, { feed_hash: hashOf(token) });
  return token;
}

/** Erases a person. The record keeps the office and a number that leads to nobody; a last administrator stays. */
export async function forget(writer: Writer, { accountId, email, grants }: Actor): Promise<void> {
  const administrators = await lockAdministrators(writer);
  const held = grants.filter(({ role }) => role === 'administrator');
  const others = administrators.filter(({ roleId }) => !held.some((grant) => grant.roleId === roleId));
  if (held.some((grant) => leavesNoAdministrator(others, grant)))
    throw new Refused({ code: 'against-rule', rule: 'last-administrator' });
  await announcePerson(writer, accountId);
  await removeAccount(writer, accountId, email);
}
