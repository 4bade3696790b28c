// SPDX-License-Identifier: AGPL-3.0-or-later
import { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import { change, type Writer } from '../../../db/change.ts';
import type { Provider } from '../../../db/config.ts';
import { removeIdentity } from '../../../db/people/accounts/writes.ts';
import { createEntrance } from '../../http/entrance.ts';
import { languageOf } from '../../http/problems.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import type { Actor } from '../../http/session.ts';
import { accountOf, attemptOf, leaveFor, vouchedBy } from './commands.ts';
import { goToProvider, removeProvider, returnFromProvider } from './contract.ts';

/** Redirects the browser. */
function lead(res: Response, address: string) {
  res.status(302);
  return { stream: Readable.from([]), headers: { location: address, 'content-type': 'text/html; charset=utf-8' } };
}

export function providerRoutes(serve: Serve) {
  const { db, overall, settings } = serve;
  const entrance = createEntrance(serve);
  const writing = <T>(work: (writer: Writer) => Promise<T>) => change(db, { actor: 'access', reason: '' }, work);
  const redirectTo = (req: Request) => `${entrance.publicUrl(req)}${returnFromProvider.path}`;
  const provider = (): Provider => {
    if (!settings.provider) throw new Refused({ code: 'unknown-address' });
    return settings.provider;
  };

  overall(goToProvider, async ({ req, res, actor, query }) => {
    const there = provider();
    // Cross-site navigation may start a sign-in, but not link a provider to the signed-in account.
    const sentByUs = !['cross-site', 'same-site'].includes(String(req.headers['sec-fetch-site']));
    const leaving = { ...query, to: query.to, accountId: sentByUs ? (actor?.accountId ?? null) : null };
    const browserHash = entrance.browser(req, res);
    const address = await writing((writer) =>
      leaveFor(writer, there, { ...leaving, browserHash, redirect: redirectTo(req) }),
    );
    return lead(res, address);
  });
  /** Result of the attempt; refused if it belongs to another browser, has expired or the provider did not confirm it. */
  const returned = async (there: Provider, req: Request, state: string, browserHash: Buffer) => {
    const attempt = await writing((writer) => attemptOf(writer, state, browserHash));
    const back = new URL(req.originalUrl, redirectTo(req));
    return { ...attempt, vouched: await vouchedBy(there, back, state, attempt.detail) };
  };
  overall(returnFromProvider, async ({ req, res, query }) => {
    const there = provider();
    const browserHash = entrance.browser(req, res);
    const signIn = async () => {
      const { vouched, detail, accountId } = await returned(there, req, query.state ?? '', browserHash);
      await writing(async (writer) => {
        const account = await accountOf(writer, vouched, detail.language, accountId);
        if (accountId === null) await entrance.open(writer, { req, res }, account, 'provider');
      });
      return detail.to ?? `/${detail.language}/account`;
    };
    // A person looks at the reply: a refusal leads to the page that says so.
    const target = await signIn().catch((error) => {
      if (error instanceof Refused) return `/${languageOf(req.headers['accept-language'])}/sign-in?refused=provider`;
      throw error;
    });
    return lead(res, target);
  });
  overall(removeProvider, async ({ actor }) => {
    await writing((writer) => removeIdentity(writer, (actor as Actor).accountId, provider().issuer));
    return { done: true as const };
  });
}
