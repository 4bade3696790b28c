// SPDX-License-Identifier: AGPL-3.0-or-later
import nodemailer, { type Transporter } from 'nodemailer';
import { change } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { beginMail, finishMail, releaseMail } from '../../../db/platform/mail/writes.ts';

/** Maximum age of a mail; older ones are outdated, e.g. after a period without a mail server. */
const staleMs = 86_400_000;
const patienceMs = 20_000;
/** SMTP steps before the message is transferred: an error in them means that nothing was sent. */
const beforeData = ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL FROM', 'RCPT TO'];

export function createTransport(smtpUrl: string): Transporter {
  const options = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  return nodemailer.createTransport(smtpUrl, options as never);
}

/** True if the mail server certainly did not accept the message. */
function surelyNotSent(error: unknown): boolean {
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string };
  const step = (command ?? '').toUpperCase();
  return (
    responseCode !== undefined ||
    beforeData.some((one) => step.startsWith(one)) ||
    ['ECONNREFUSED', 'EDNS', 'ENOTFOUND', 'EENVELOPE', 'EAUTH'].includes(code ?? '')
  );
}

const recorded = { actor: 'mail', reason: '' };

/**
 * Sends a mail at most once: commits the start of the attempt before the transfer, so that a crash never sends twice.
 * Retries only messages the server certainly did not accept.
 */
export async function deliver(
  db: OfficinaDb,
  { transport, from }: { transport: Pick<Transporter, 'sendMail'>; from: string },
  mailId: number,
): Promise<void> {
  const mail = await change(db, recorded, (writer) => beginMail(writer, mailId));
  if (!mail || Date.now() - mail.made_at.getTime() > staleMs) return;
  try {
    const { recipient: to, subject, body: text } = mail;
    await transport.sendMail({ from, to, subject, text });
  } catch (error) {
    const failure = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    if (surelyNotSent(error)) await change(db, recorded, (writer) => releaseMail(writer, mailId, failure));
    throw error;
  }
  await change(db, recorded, (writer) => finishMail(writer, mailId));
}
