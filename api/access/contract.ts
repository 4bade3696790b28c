// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, instant, key, programmeCommand, programmeEndpoint, text } from '../contract.ts';
import { roles } from './rules.ts';

export const role = z.enum(roles);
const language = z.enum(['it', 'en']);
const email = z.email().max(254).meta({ description: 'An e-mail address; capitals do not count.' });
const token = z.string().min(20).max(200);
/** Where to go after signing in: a page of this Officina. */
const to = z
  .string()
  .regex(/^\/(it|en)(\/[\w./?=&%-]*)?$/)
  .max(500);
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\0\r\n]*$/);

export const heldRole = z
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
export type HeldRole = z.output<typeof heldRole>;

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
    roles: z.array(heldRole),
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

const done = z.object({ done: z.literal(true) });
const root = '/api/v1/access';

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

export const askLink = endpoint({
  method: 'POST',
  path: `${root}/links`,
  input: { email, language: language.default('it'), to: to.optional() },
  reply: done,
  may: 'anyone',
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
  params: { session: z.union([z.literal('current'), z.coerce.number().int()]) },
  reply: done,
  may: 'signed-in',
  summary: 'Sign out',
  description: 'Ends one of my sessions: this one (`current`) or another, there.',
});

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
  summary: 'Accept an invitation',
  description:
    'Gives the role to whoever is signed in, or makes an account for the address invited. An address that has an account signs in first.',
});

export const goToProvider = endpoint({
  path: `${root}/provider`,
  query: { to: to.optional(), language: language.default('it'), invitation: token.optional() },
  reply: z.string(),
  may: 'anyone',
  gives: 'text/html',
  summary: 'Sign in with the identity provider',
  description:
    'Leads to the provider (OpenID Connect, code flow with PKCE). Signed in, it adds the provider to the account; with an invitation, it accepts it.',
});

export const returnFromProvider = endpoint({
  path: `${root}/provider/return`,
  query: {
    code: z.string().max(2000).optional(),
    state: z.string().max(500).optional(),
    iss: z.string().max(500).optional(),
    error: z.string().max(200).optional(),
    error_description: z.string().max(1000).optional(),
    session_state: z.string().max(500).optional(),
  },
  reply: z.string(),
  may: 'anyone',
  gives: 'text/html',
  summary: 'Back from the identity provider',
  description: 'Where the provider sends the browser; leads on to the page asked for.',
});

export const removeProvider = endpoint({
  method: 'DELETE',
  path: `${root}/provider`,
  reply: done,
  may: 'signed-in',
  summary: 'Part from the identity provider',
  description: 'The provider no longer vouches for this account.',
});

const webauthn = z.record(z.string(), z.unknown());
const attempt = z.object({ attempt: z.string(), options: webauthn });

export const offerPasskey = endpoint({
  method: 'POST',
  path: `${root}/passkeys/options`,
  reply: attempt,
  may: 'signed-in',
  summary: 'Begin to add a passkey',
  description: 'What the browser needs to make a passkey for this account (WebAuthn).',
});

export const addPasskey = endpoint({
  method: 'POST',
  path: `${root}/passkeys`,
  input: { attempt: token, name: line(80), response: webauthn },
  reply: done,
  may: 'signed-in',
  summary: 'Add a passkey',
  description: 'Keeps the passkey that the browser made.',
});

export const removePasskey = endpoint({
  method: 'DELETE',
  path: `${root}/passkeys/{passkey}`,
  params: { passkey: z.coerce.number().int() },
  reply: done,
  may: 'signed-in',
  summary: 'Remove a passkey',
  description: 'It opens nothing any more.',
});

export const offerPasskeySignIn = endpoint({
  method: 'POST',
  path: `${root}/passkeys/sign-in/options`,
  reply: attempt,
  may: 'anyone',
  summary: 'Begin to sign in with a passkey',
  description: 'A challenge for whatever passkey the browser holds; names no account.',
});

export const signInWithPasskey = endpoint({
  method: 'POST',
  path: `${root}/passkeys/sign-in`,
  input: { attempt: token, response: webauthn },
  reply: me,
  may: 'anyone',
  summary: 'Sign in with a passkey',
  description: 'Starts a session for the account that the passkey belongs to.',
});

export const makeFeed = endpoint({
  method: 'POST',
  path: `${root}/feed`,
  reply: z.object({ address: z.string() }),
  may: 'signed-in',
  summary: 'Make my calendar address',
  description: 'A secret address of the milestones I answer for. It is shown once; a new one ends the old one.',
});

const place = {
  areas: z.array(key).min(1).nullable().default(null),
  labs: z.array(key).min(1).nullable().default(null),
  organisation: key.nullable().default(null),
  office: line(160),
  nameIsPublic: z.boolean().default(false),
};

const person = heldRole.extend({
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
      heldRole.omit({ roleId: true, programme: true }).extend({
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
  params: { invitation: z.coerce.number().int() },
  reply: done,
  summary: 'Revoke an invitation',
  description: 'Its link no longer opens anything.',
});

export const changeRole = programmeCommand({
  method: 'PUT',
  path: '/roles/{role}',
  may: 'keep-people',
  params: { role: z.coerce.number().int() },
  input: { role, ...place },
  reply: done,
  summary: 'Change a role',
  description: 'Ends the role and gives another in its place. Refused for the last administrator.',
});

export const takeRole = programmeCommand({
  method: 'DELETE',
  path: '/roles/{role}',
  may: 'keep-people',
  params: { role: z.coerce.number().int() },
  reply: done,
  summary: 'Take a role away',
  description: 'Ends the role at once, and every session of whoever held it. Refused for the last administrator.',
});
