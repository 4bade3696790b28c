// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, instant, key, programmeCommand, programmeEndpoint, serialIn, text } from '../../contract.ts';
import { done, email, language, line, token } from '../../http/contract.ts';
import { grantedRole, me, role, root } from '../accounts/contract.ts';

const invited = z
  .object({
    programme: z.object({ key, name: text }).nullable(),
    role,
    office: z.string().nullable(),
    email: z.string().nullable(),
    hasAccount: z.boolean().meta({ description: 'Whoever is invited signs in first.' }),
  })
  .meta({ id: 'Invited' });
export type Invited = z.output<typeof invited>;

export const lookAtInvitation = endpoint({
  method: 'POST',
  path: `${root}/invitations/look`,
  input: { token },
  reply: invited,
  may: 'anyone',
  limit: 'invitation',
  refuses: ['invitation-ended'],
  summary: 'Look at an invitation',
  description: 'What the holder of the link is invited to. Accepts nothing.',
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: `${root}/invitations/accept`,
  input: {
    token,
    name: line(120).optional(),
    email: email.optional(),
    office: line(160).optional(),
    language: language.default('it'),
  },
  reply: me,
  may: 'anyone',
  limit: 'invitation',
  refuses: ['account-there', 'invitation-ended', 'role-needs-office'],
  summary: 'Accept an invitation',
  description:
    'Gives the role to whoever is signed in, or makes an account for the address invited. An address that has an account signs in first.',
});

const place = {
  areas: z.array(key).min(1).nullable().default(null),
  labs: z.array(key).min(1).nullable().default(null),
  organisation: key.nullable().default(null),
  office: line(160),
  nameIsPublic: z.boolean().default(false),
};

const person = grantedRole.extend({
  name: z.string(),
  email: z.string().nullable(),
  grantedAt: instant,
  isMe: z.boolean(),
});

export const listPeople = programmeEndpoint({
  path: '/people',
  may: 'keep-people',
  reply: z.object({
    items: z.array(person),
    invitations: z.array(
      grantedRole.omit({ roleId: true, programme: true }).extend({
        invitationId: z.number().int(),
        email: z.string(),
        office: z.string(),
        invitedAt: instant,
        invitedBy: z.string().nullable(),
        expiresAt: instant,
        expired: z.boolean(),
      }),
    ),
  }),
  summary: 'People',
  description: 'Who holds what role in the programme, and who is invited.',
});
export type Person = z.output<typeof person>;

export const invite = programmeCommand({
  method: 'POST',
  path: '/invitations',
  may: 'keep-people',
  input: { email, role, ...place, language: language.default('it'), days: z.number().int().min(1).max(60).default(14) },
  reply: z.object({ invitationId: z.number().int() }),
  summary: 'Invite somebody',
  description: 'Sends a link that gives a role in the programme, until it is used, revoked or expires.',
});

export const revoke = programmeCommand({
  method: 'DELETE',
  path: '/invitations/{invitation}',
  may: 'keep-people',
  params: { invitation: serialIn },
  reply: done,
  refuses: ['invitation-ended'],
  summary: 'Revoke an invitation',
  description: 'Its link no longer opens anything.',
});

export const changeRole = programmeCommand({
  method: 'PUT',
  path: '/roles/{role}',
  may: 'keep-people',
  params: { role: serialIn },
  input: { role, ...place },
  reply: done,
  refuses: ['last-administrator', 'role-not-held'],
  summary: 'Change a role',
  description: 'Ends the role and gives another in its place. Refused for the last administrator.',
});

export const takeRole = programmeCommand({
  method: 'DELETE',
  path: '/roles/{role}',
  may: 'keep-people',
  params: { role: serialIn },
  reply: done,
  refuses: ['last-administrator', 'role-not-held'],
  summary: 'Take a role away',
  description: 'Ends the role at once, and every session of whoever held it. Refused for the last administrator.',
});
