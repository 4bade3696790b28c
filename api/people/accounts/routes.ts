// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request, Response } from 'express';
import { change, unloggedTransaction } from '../../../db/change.ts';
import { createEntrance, type Entrance } from '../../http/entrance.ts';
import type { Serve } from '../../http/serve.ts';
import { type Actor, clearCookie } from '../../http/session.ts';
import { editMyAccount, endMySession, forget, newFeed, redeemLink, sendLink } from './commands.ts';
import { askLink, editMe, endSession, forgetMe, listSessions, makeFeed, readMe, startSession } from './contract.ts';
import { meView, sessionsView } from './views.ts';

const done = { done: true } as const;
/** A recorded change, because names appear on public pages: it invalidates their cached replies. */
const record = { actor: 'access', reason: '' };

/** The actor of an endpoint that requires a session; the gate has already refused requests without one. */
export const mine = (actor: Actor | null): Actor => actor as Actor;

type Me = (req: Request, accountId: number | null) => ReturnType<typeof meView>;

/** Sign-in links and sessions: request a link, sign in, sign out. */
function sessionRoutes(serve: Serve, entrance: Entrance, me: Me, leave: (res: Response) => void) {
  const { db, overall } = serve;
  overall(askLink, async ({ req, res, input }) => {
    const browserHash = entrance.browser(req, res);
    await sendLink(db, { ...input, to: input.to, browserHash, publicUrl: entrance.publicUrl(req) });
    return done;
  });
  overall(startSession, async ({ req, res, input }) => {
    const browserHash = entrance.browser(req, res);
    const { accountId, to } = await unloggedTransaction(db, async (writer) => {
      const link = await redeemLink(writer, input.token, browserHash);
      await entrance.open(writer, { req, res }, link.accountId, 'link');
      return link;
    });
    return { ...(await me(req, accountId)), to };
  });
  overall(listSessions, ({ actor }) => sessionsView(db, mine(actor)));
  overall(endSession, async ({ res, actor, params }) => {
    await unloggedTransaction(db, (writer) => endMySession(writer, mine(actor), params.session));
    if (params.session === 'current' || params.session === mine(actor).sessionId) leave(res);
    return done;
  });
}

export function accessRoutes(serve: Serve) {
  const { db, overall } = serve;
  const entrance = createEntrance(serve);
  const me: Me = (req, accountId) => meView(db, accountId, entrance.ways(req));
  const leave = (res: Response) => {
    clearCookie(res, 'session', serve.secure);
    clearCookie(res, 'hint', serve.secure);
  };
  sessionRoutes(serve, entrance, me, leave);
  overall(readMe, ({ req, actor }) => me(req, actor?.accountId ?? null));
  overall(editMe, async ({ req, actor, input }) => {
    await change(db, record, (writer) => editMyAccount(writer, mine(actor).accountId, input));
    return me(req, mine(actor).accountId);
  });
  overall(forgetMe, async ({ res, actor }) => {
    await change(db, record, (writer) => forget(writer, mine(actor)));
    leave(res);
    return done;
  });
  overall(makeFeed, async ({ req, actor }) => {
    const token = await unloggedTransaction(db, (writer) => newFeed(writer, mine(actor).accountId));
    return { address: `${entrance.publicUrl(req)}/api/v1/feeds/${token}.ics` };
  });
}
