// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { CookieOptions, Request, Response } from 'express';
import { unloggedTransaction } from '../../db/change.ts';
import type { OfficinaDb } from '../../db/client.ts';
import type { Config } from '../../db/config.ts';
import { type GrantedRole, readSession } from '../../db/people/accounts/reads.ts';
import { touchSession } from '../../db/people/accounts/writes.ts';
import { Refused } from './refusals.rules.ts';
import { idleHours, sessionDays } from './rights.rules.ts';

/** The signed-in account with its current grants. */
export interface Actor {
  accountId: number;
  sessionId: number;
  name: string;
  email: string | null;
  language: 'it' | 'en';
  grants: GrantedRole[];
}

/** The part of the configuration used by requests: public address, mail, sign-in provider and files. */
export type OfficeSettings = Pick<Config, 'publicUrl' | 'smtpUrl' | 'mailFrom' | 'provider' | 'files' | 'proxies'> & {
  /** Secret that opens the local outbox, printed on the console; without it the outbox is closed. */
  outboxKey?: string;
};

/** True if the public address uses https. */
export const isSecure = ({ publicUrl }: Pick<Config, 'publicUrl'>) => publicUrl?.startsWith('https:') ?? false;

const tokenBytes = 32;
const dayMs = 86_400_000;
/** Minimum interval between two writes of a session's last use. */
const touchEveryMs = 300_000;

export const newToken = (): string => randomBytes(tokenBytes).toString('base64url');
/** Hash of a secret, as stored in the database. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** `hint` tells the page that a session may exist, so that it fetches the account; it grants no access. */
const cookies = { session: 'officina_session', browser: 'officina_browser', hint: 'officina_here' } as const;
type CookieName = keyof typeof cookies;

/** True if the request has a session cookie; other cookies do not affect replies. */
export const carriesSession = (req: IncomingMessage): boolean => req.headers.cookie?.includes(cookies.session) ?? false;

/** With TLS the cookie is bound to this host (__Host- prefix) and sent over https only. */
const named = (name: CookieName, secure: boolean) => `${secure ? '__Host-' : ''}${cookies[name]}`;

export function readCookie(req: IncomingMessage, name: CookieName, secure: boolean): string | undefined {
  const wanted = `${named(name, secure)}=`;
  const found = (req.headers.cookie ?? '').split(/;\s*/).find((one) => one.startsWith(wanted));
  return found?.slice(wanted.length) || undefined;
}

const options = (name: CookieName, secure: boolean): CookieOptions => ({
  httpOnly: name !== 'hint',
  sameSite: 'lax',
  secure,
  path: '/',
});

export function setCookie(res: Response, name: CookieName, value: string, secure: boolean): void {
  res.cookie(named(name, secure), value, { ...options(name, secure), maxAge: sessionDays * dayMs });
}

export function clearCookie(res: Response, name: CookieName, secure: boolean): void {
  res.clearCookie(named(name, secure), options(name, secure));
}

/** Account of the request's session; null without a valid session. */
export async function actorOf(db: OfficinaDb, req: Request, secure: boolean): Promise<Actor | null> {
  const token = readCookie(req, 'session', secure);
  const hash = token && hashOf(token);
  const found = hash ? await readSession(db, hash, idleHours) : undefined;
  if (!found) return null;
  if (Date.now() - found.seen_at.getTime() > touchEveryMs) {
    await unloggedTransaction(db, (writer) => touchSession(writer, found.session_id));
  }
  const { account_id: accountId, session_id: sessionId, name, email, language, roles } = found;
  return { accountId, sessionId, name, email, language, grants: roles };
}

/** Public signature of somebody who writes in a programme. */
export function officeOf({ grants }: Actor, programme: string): string {
  const here = grants.filter((grant) => grant.programme === programme || grant.programme === null);
  return here.find((grant) => grant.programme !== null)?.office ?? here[0]?.office ?? 'Officina';
}

/**
 * Refuses cross-site writes (CSRF). Checks Fetch Metadata, else Origin; a request with a cookie and neither header is
 * refused too.
 */
export function refuseForeign(req: Request, publicUrl?: string): void {
  const site = req.headers['sec-fetch-site'];
  const { origin, host } = req.headers;
  const own = publicUrl ? [host, new URL(publicUrl).host] : [host];
  const foreign =
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && (!URL.canParse(origin) || !own.includes(new URL(origin).host))) ||
    (site === undefined && origin === undefined && carriesSession(req));
  if (foreign) throw new Refused({ code: 'foreign-origin' });
}
