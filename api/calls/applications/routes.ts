// SPDX-License-Identifier: AGPL-3.0-or-later
import { unloggedTransaction, type Writer } from '../../../db/change.ts';
import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import type { Text } from '../../contract.ts';
import { createEntrance } from '../../http/entrance.ts';
import { limitRecipient } from '../../http/limit.ts';
import { idempotencyKeyOf, once } from '../../http/once.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import type { Language } from '../../platform/mail/rules.ts';
import { save, submit, withdraw } from './commands.ts';
import * as contract from './contract.ts';
import type { ApplicationContent } from './rules.ts';
import { myApplicationView, receivedView } from './views.ts';

interface Inviting {
  programmeId: number;
  programmeName: Text;
  email: string;
  language: Language;
  days: number;
  invitedBy: null;
  publicUrl: string;
  role: 'applicant';
  areas: null;
  labs: null;
  organisation: null;
  office: string;
  nameIsPublic: boolean;
}

/** `acts` come from other rooms: registering firms are invited, released money returns to the fund. */
export function applicationsRoutes(
  serve: Serve,
  acts: {
    invite: (writer: Writer, asked: Inviting) => Promise<unknown>;
    release: Parameters<typeof withdraw>[3];
    arrive: Parameters<typeof submit>[4]['arrive'];
  },
) {
  const { db, idOf, inProgramme, keep, keepUnlogged, overall, today } = serve;
  const entrance = createEntrance(serve);
  inProgramme(contract.readApplication, (reader, { params, actor }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    return myApplicationView(reader, params.call, { accountId: actor.accountId, today: today() });
  });
  keepUnlogged(contract.saveApplication, (writer, asked) =>
    save(writer, asked, asked.params.call, asked.input.content as ApplicationContent, asked.input.version),
  );
  // Not one change per request: simultaneous arrivals at a fund are admitted as one batch.
  overall(contract.submitApplication, async ({ actor, params, input, req }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const idempotencyKey = idempotencyKeyOf(req);
    const by = { programmeId: await idOf(params.programme), today: today(), version: 0, actor };
    return submit(db, by, params.call, { ...input, idempotencyKey }, acts);
  });
  keep(contract.withdrawApplication, (writer, asked) => withdraw(writer, asked, asked.params.call, acts.release));
  inProgramme(contract.listReceived, (reader, { params }) => receivedView(reader, params.call));
  overall(contract.registerToApply, async (asked) => {
    const { req, params, input } = asked;
    const programmeId = await idOf(params.programme);
    const body = await readProgrammeBody({ db, programmeId, day: today() });
    await limitRecipient(db, input.email);
    const { firm: office, email, language } = input;
    const place = { role: 'applicant', areas: null, labs: null, organisation: null, nameIsPublic: false } as const;
    const whom = { email, language, days: 14, invitedBy: null, publicUrl: entrance.publicUrl(req) };
    const programmeName = body?.name ?? { it: params.programme };
    await unloggedTransaction(db, (writer) =>
      once(writer, asked, () => acts.invite(writer, { programmeId, programmeName, ...whom, ...place, office })),
    );
    return { done: true } as const;
  });
}
