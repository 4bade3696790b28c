// SPDX-License-Identifier: AGPL-3.0-or-later
import { change } from '../../../db/change.ts';
import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import { revokeInvitation } from '../../../db/people/roles/writes.ts';
import { createEntrance } from '../../http/entrance.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Command, Serve } from '../../http/serve.ts';
import { meView } from '../accounts/views.ts';
import { changeRole as changeRoleTo, endRole, invitePerson, takeInvitation } from './commands.ts';
import { acceptInvitation, changeRole, invite, listPeople, lookAtInvitation, revoke, takeRole } from './contract.ts';
import { invitedView, peopleView } from './views.ts';

const done = { done: true } as const;

type OfRole = Pick<Command<never, never, never>, 'programmeId' | 'actor'> & {
  params: { programme: string; role: number };
};

export function peopleRoutes(serve: Serve) {
  const { db, overall, inProgramme, keep } = serve;
  const entrance = createEntrance(serve);
  const ofRole = ({ params, programmeId, actor }: OfRole) => ({
    programme: params.programme,
    programmeId,
    roleId: params.role,
    by: actor.accountId,
  });

  overall(lookAtInvitation, async ({ input }) => {
    return invitedView(db, input.token);
  });
  overall(acceptInvitation, async ({ req, res, actor, input }) => {
    const accountId = await change(db, { actor: 'access', reason: '' }, async (writer) => {
      const taken = await takeInvitation(writer, { ...input, accountId: actor?.accountId ?? null });
      if (!actor) await entrance.open(writer, { req, res }, taken, 'invitation');
      return taken;
    });
    return meView(db, accountId, entrance.ways(req));
  });
  inProgramme(listPeople, (reader, { actor }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    return peopleView(db, reader.programmeId, actor);
  });
  keep(invite, async (writer, { input, params, programmeId, today, actor, req }) => {
    const programme = await readProgrammeBody({ db: writer, programmeId, day: today });
    const name = programme?.name ?? { it: params.programme };
    const place = { ...input, programmeId, programmeName: name, invitedBy: actor.accountId };
    return { invitationId: await invitePerson(writer, { ...place, publicUrl: entrance.publicUrl(req) }) };
  });
  keep(revoke, async (writer, { params, programmeId }) => {
    const of = { programmeId, invitationId: params.invitation };
    if (!(await revokeInvitation(writer, of))) throw new Refused({ code: 'against-rule', rule: 'invitation-ended' });
    return done;
  });
  keep(changeRole, async (writer, asked) => {
    await changeRoleTo(writer, ofRole(asked), asked.input);
    return done;
  });
  keep(takeRole, async (writer, asked) => {
    await endRole(writer, ofRole(asked));
    return done;
  });
}
