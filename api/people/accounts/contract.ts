// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { endpoint, instant, key, serialIn } from '../../contract.ts';
import { done, email, language, line, token } from '../../http/contract.ts';
import { roles } from '../../http/rights.rules.ts';

export const role = z.enum(roles);
/** Page of this Officina to open after sign-in. */
export const to = z
  .string()
  .regex(/^\/(it|en)(\/[\w./?=&%-]*)?$/)
  .max(500);

export const grantedRole = z
  .object({
    roleId: z.number().int(),
    programme: key.nullable().meta({ description: 'null: every programme of this Officina.' }),
    role,
    areas: z.array(key).nullable().meta({ description: 'The areas an official answers for; null: all.' }),
    labs: z.array(key).nullable(),
    organisation: key.nullable(),
    office: z.string().meta({ description: 'What the public reads instead of the name.' }),
    nameIsPublic: z.boolean(),
  })
  .meta({ id: 'HeldRole' });
export type GrantedRole = z.output<typeof grantedRole>;

const account = z
  .object({
    name: z.string(),
    email: z.string().nullable(),
    language,
    digest: z.object({
      wanted: z.boolean(),
      weekday: z.number().int().min(1).max(7).meta({ description: 'ISO: 1 is Monday.' }),
      hour: z.number().int().min(0).max(23).meta({ description: "Of the city's day." }),
    }),
    hasFeed: z.boolean().meta({ description: 'Whether a calendar address of one’s own was made.' }),
    roles: z.array(grantedRole),
  })
  .meta({ id: 'Account' });

export const me = z
  .object({
    account: account.nullable(),
    ways: z.object({
      provider: z.string().nullable().meta({ description: 'The name of the identity provider, where one is set up.' }),
      passkey: z.boolean().meta({ description: 'Passkeys need a host name: they do not work on a bare IP address.' }),
      outbox: z.boolean().meta({ description: 'Mails are not sent but shown in the local outbox.' }),
    }),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof me>;

export const root = '/api/v1/access';

export const readMe = endpoint({
  path: `${root}/me`,
  reply: me,
  may: 'anyone',
  summary: 'Who I am',
  description: 'The account of whoever asks, null without a session, and the ways in.',
});

export const editMe = endpoint({
  method: 'PATCH',
  path: `${root}/me`,
  input: {
    name: line(120).optional(),
    language: language.optional(),
    digest: account.shape.digest.optional(),
  },
  reply: me,
  may: 'signed-in',
  summary: 'Change my account',
  description: 'The name, the language of mails, and when the weekly digest comes.',
});

export const forgetMe = endpoint({
  method: 'DELETE',
  path: `${root}/me`,
  reply: done,
  may: 'signed-in',
  refuses: ['last-administrator'],
  summary: 'Forget me',
  description:
    'Erases the account with its roles, sessions, passkeys and mails. What the person wrote in programmes stays on record under the office. Refused for a last administrator.',
});

export const askLink = endpoint({
  method: 'POST',
  path: `${root}/links`,
  input: { email, language: language.default('it'), to: to.optional() },
  reply: done,
  may: 'anyone',
  limit: 'sign-in',
  summary: 'Ask for a sign-in link',
  description:
    'Sends a link that is good once, for 15 minutes, in this browser. The reply is the same whether the address is known or not.',
});

export const startSession = endpoint({
  method: 'POST',
  path: `${root}/sessions`,
  input: { token },
  reply: me.extend({ to: z.string().nullable() }),
  may: 'anyone',
  limit: 'sign-in',
  refuses: ['attempt-ended'],
  summary: 'Sign in with a link',
  description: 'Uses up a link that this browser asked for, and starts a session.',
});

const session = z
  .object({
    sessionId: z.number().int(),
    current: z.boolean(),
    means: z.enum(['link', 'invitation', 'provider', 'passkey']),
    device: z.string(),
    startedAt: instant,
    seenAt: instant,
    endsAt: instant,
  })
  .meta({ id: 'Session' });

export const listSessions = endpoint({
  path: `${root}/sessions`,
  reply: z.object({
    items: z.array(session),
    passkeys: z.array(
      z.object({
        passkeyId: z.number().int(),
        name: z.string(),
        addedAt: instant,
        usedAt: instant.nullable(),
      }),
    ),
    identities: z.array(z.object({ issuer: z.string(), addedAt: instant })),
  }),
  may: 'signed-in',
  summary: 'My sessions and ways in',
  description: 'Where I am signed in, my passkeys, and the providers that vouch for me.',
});

export const endSession = endpoint({
  method: 'DELETE',
  path: `${root}/sessions/{session}`,
  params: { session: z.union([z.literal('current'), serialIn]) },
  reply: done,
  may: 'signed-in',
  summary: 'Sign out',
  description: 'Ends one of my sessions: this one (`current`) or another, there.',
});

export const makeFeed = endpoint({
  method: 'POST',
  path: `${root}/feed`,
  reply: z.object({ address: z.string() }),
  may: 'signed-in',
  summary: 'Make my calendar address',
  description: 'A secret address of the milestones I answer for. It is shown once; a new one ends the old one.',
});
