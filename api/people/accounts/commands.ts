// SPDX-License-Identifier: AGPL-3.0-or-later

import { unloggedTransaction, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { findAccountByEmail } from '../../../db/people/accounts/reads.ts';
import {
  addAttempt,
  addBrowser,
  editAccount,
  endSessions,
  readLinks,
  removeAccount,
  spendAttempt,
} from '../../../db/people/accounts/writes.ts';
import { announcePerson, lockAdministrators } from '../../../db/people/roles/writes.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { type Actor, hashOf, newToken } from '../../http/session.ts';
import { type Language, linkLetter, unknownLetter } from '../../platform/mail/rules.ts';
import { leavesNoAdministrator, linkMinutes, waitMinutes } from './rules.ts';

interface Asking {
  email: string;
  language: Language;
  to: string | undefined;
  browserHash: Buffer;
  publicUrl: string;
}

/**
 * Sends a sign-in link to an address with an account, and a notice to one without. Both cases write the same rows and
 * mails, so neither reply nor timing reveals whether an account exists. Where links were mailed lately and not used, no
 * mail is sent: the last link works in this browser too, so that requests by others lock nobody out.
 */
export async function sendLink(db: OfficinaDb, { email, language, to, browserHash, publicUrl }: Asking) {
  const token = newToken();
  const askedFor = hashOf(email.toLowerCase());
  await unloggedTransaction(db, async (writer) => {
    const account = await findAccountByEmail(writer, email);
    const { unused, last } = await readLinks(writer, askedFor);
    if (last && last.minutes < waitMinutes(unused)) return addBrowser(writer, last.hash, browserHash);
    await addAttempt(writer, {
      hash: hashOf(token),
      browserHash,
      means: 'link',
      accountId: account?.account_id ?? null,
      detail: to ? { to } : {},
      askedFor,
      minutes: linkMinutes,
    });
    // In the fragment (#), which browsers do not send, so it appears in no log.
    const address = `${publicUrl}/${language}/sign-in#${token}`;
    const words = account ? linkLetter(language, address, linkMinutes) : unknownLetter(language);
    await addMail(writer, { once: `link:${hashOf(token).toString('hex')}`, recipient: email, ...words });
  });
}

/**
 * Consumes a link; returns the account and the target page. Refused if used, expired or requested by another browser.
 */
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

/** Ends one of the account's own sessions; refused if there is no such session. */
export async function endMySession(writer: Writer, { accountId, sessionId }: Actor, which: 'current' | number) {
  const ended = await endSessions(writer, accountId, { only: which === 'current' ? sessionId : which });
  if (ended === 0) throw new Refused({ code: 'unknown-item', item: String(which) });
}

/** Creates the secret of a personal calendar and invalidates the previous one. */
export async function newFeed(writer: Writer, accountId: number): Promise<string> {
  const token = newToken();
  await editAccount(writer, accountId, { feed_hash: hashOf(token) });
  return token;
}

/** Erases an account. The log keeps the office and an anonymous id. Refused for the last administrator. */
export async function forget(writer: Writer, { accountId, email, grants }: Actor): Promise<void> {
  const administrators = await lockAdministrators(writer);
  const own = grants.filter(({ role }) => role === 'administrator');
  const others = administrators.filter(({ roleId }) => !own.some((grant) => grant.roleId === roleId));
  if (own.some((grant) => leavesNoAdministrator(others, grant)))
    throw new Refused({ code: 'against-rule', rule: 'last-administrator' });
  await announcePerson(writer, accountId);
  await removeAccount(writer, accountId, email);
}
