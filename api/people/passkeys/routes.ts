// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request, Response } from 'express';
import { change, type Writer } from '../../../db/change.ts';
import { removePasskey as removeHeld } from '../../../db/people/accounts/writes.ts';
import { createEntrance } from '../../http/entrance.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import type { Actor } from '../../http/session.ts';
import { meView } from '../accounts/views.ts';
import { beginPasskey, beginPasskeySignIn, checkPasskey, keepPasskey, type Site } from './commands.ts';
import { addPasskey, offerPasskey, offerPasskeySignIn, removePasskey, signInWithPasskey } from './contract.ts';

const done = { done: true } as const;
const mine = (actor: Actor | null) => actor as Actor;

export function passkeysRoutes(serve: Serve) {
  const { db, overall } = serve;
  const entrance = createEntrance(serve);
  const writing = <T>(work: (writer: Writer) => Promise<T>) => change(db, { actor: 'access', reason: '' }, work);
  const siteOf = (req: Request, res: Response): Site => {
    const host = entrance.passkeyHost(req);
    if (!host) throw new Refused({ code: 'against-rule', rule: 'passkey-refused' });
    return { host, origin: new URL(entrance.publicUrl(req)).origin, browserHash: entrance.browser(req, res) };
  };

  overall(offerPasskey, ({ req, res, actor }) => {
    const site = siteOf(req, res);
    return writing((writer) => beginPasskey(writer, site, mine(actor)));
  });
  overall(addPasskey, async ({ req, res, actor, input }) => {
    const site = siteOf(req, res);
    await writing((writer) => keepPasskey(writer, site, mine(actor), input));
    return done;
  });
  overall(removePasskey, async ({ actor, params }) => {
    const gone = await writing((writer) => removeHeld(writer, mine(actor).accountId, params.passkey));
    if (!gone) throw new Refused({ code: 'unknown-item', item: String(params.passkey) });
    return done;
  });
  overall(offerPasskeySignIn, async ({ req, res }) => {
    const site = siteOf(req, res);
    return writing((writer) => beginPasskeySignIn(writer, site));
  });
  overall(signInWithPasskey, async ({ req, res, input }) => {
    const site = siteOf(req, res);
    const accountId = await writing(async (writer) => {
      const account = await checkPasskey(writer, site, input);
      await entrance.open(writer, { req, res }, account, 'passkey');
      return account;
    });
    return meView(db, accountId, entrance.ways(req));
  });
}
