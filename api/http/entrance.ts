// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request, Response } from 'express';
import type { Writer } from '../../db/change.ts';
import { addSession } from '../../db/people/accounts/writes.ts';
import { sessionDays } from './rights.rules.ts';
import type { Serve } from './serve.ts';
import { hashOf, newToken, readCookie, setCookie } from './session.ts';

const longestDevice = 200;

/** Helpers shared by all sign-in methods: public address, browser mark and session creation. */
export function createEntrance({ secure, settings }: Pick<Serve, 'secure' | 'settings'>) {
  // Without a public address only names of this machine are served (http/hosts.ts), so `Host` can be trusted.
  const publicUrl = (req: Request): string => settings.publicUrl ?? `${req.protocol}://${req.headers.host}`;
  return {
    publicUrl,
    /** Relying-party host for passkeys; undefined on a bare IP address, where browsers do not support them. */
    passkeyHost: (req: Request): string | undefined => {
      const { hostname } = new URL(publicUrl(req));
      return /^[\d.]+$|^\[/.test(hostname) ? undefined : hostname;
    },
    ways(req: Request) {
      return {
        provider: settings.provider?.name ?? null,
        passkey: this.passkeyHost(req) !== undefined,
        outbox: settings.outboxKey !== undefined,
      };
    },
    /** Hash of the browser's mark; sets the mark cookie if missing. */
    browser: (req: Request, res: Response): Buffer => {
      const cookie = readCookie(req, 'browser', secure);
      if (cookie) return hashOf(cookie);
      const secret = newToken();
      setCookie(res, 'browser', secret, secure);
      return hashOf(secret);
    },
    /** Creates a session for an account in this browser. */
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
