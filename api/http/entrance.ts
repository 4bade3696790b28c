// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request, Response } from 'express';
import type { Writer } from '../../db/change.ts';
import { addSession } from '../../db/people/accounts/writes.ts';
import { sessionDays } from './rights.rules.ts';
import type { Serve } from './serve.ts';
import { hashOf, newToken, readCookie, setCookie } from './session.ts';

const longestDevice = 200;

const isLoopback = (address: string | undefined) => /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address ?? '');
const isLocalName = (host: string | undefined) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');

/** What every way in shares: where this Officina is, which browser asks, and the session that it gets. */
export function createEntrance({ secure, settings }: Pick<Serve, 'secure' | 'settings'>) {
  const publicUrl = (req: Request): string => settings.publicUrl ?? `${req.protocol}://${req.headers.host}`;
  /** Asked from this machine itself, not through a proxy on it. */
  const isLocal = (req: Request): boolean =>
    isLoopback(req.socket.remoteAddress) &&
    isLocalName(req.headers.host) &&
    !['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via'].some((name) => name in req.headers);
  return {
    publicUrl,
    /** Mails are shown instead of sent: only while there is no mail server, and only on this machine. */
    showsOutbox: (req: Request): boolean => settings.smtpUrl === undefined && isLocal(req),
    /** The host that passkeys are bound to; undefined on a bare address, where browsers make none. */
    passkeyHost: (req: Request): string | undefined => {
      const { hostname } = new URL(publicUrl(req));
      return /^[\d.]+$|^\[/.test(hostname) ? undefined : hostname;
    },
    ways(req: Request) {
      return {
        provider: settings.provider?.name ?? null,
        passkey: this.passkeyHost(req) !== undefined,
        outbox: this.showsOutbox(req),
      };
    },
    /** The hash of the secret that marks this browser; one that has none gets one. */
    browser: (req: Request, res: Response): Buffer => {
      const held = readCookie(req, 'browser', secure);
      if (held) return hashOf(held);
      const secret = newToken();
      setCookie(res, 'browser', secret, secure);
      return hashOf(secret);
    },
    /** Starts a session of an account in this browser. */
    open: async (
      writer: Writer,
      { req, res }: { req: Request; res: Response },
      accountId: number,
      means: 'link' | 'invitation' | 'provider' | 'passkey',
    ): Promise<void> => {
      const token = newToken();
      const device = (req.headers['user-agent'] ?? '').slice(0, longestDevice);
      await addSession(writer, { hash: hashOf(token), accountId, means, device, days: sessionDays });
      setCookie(res, 'session', token, secure);
      setCookie(res, 'hint', '1', secure);
    },
  };
}
export type Entrance = ReturnType<typeof createEntrance>;
