// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, serialIn } from '../../contract.ts';
import { done, line, token } from '../../http/contract.ts';
import { me, root } from '../accounts/contract.ts';

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
  refuses: ['attempt-ended', 'passkey-refused'],
  summary: 'Add a passkey',
  description: 'Keeps the passkey that the browser made.',
});

export const removePasskey = endpoint({
  method: 'DELETE',
  path: `${root}/passkeys/{passkey}`,
  params: { passkey: serialIn },
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
  limit: 'passkey',
  summary: 'Begin to sign in with a passkey',
  description: 'A challenge for whatever passkey the browser holds; names no account.',
});

export const signInWithPasskey = endpoint({
  method: 'POST',
  path: `${root}/passkeys/sign-in`,
  input: { attempt: token, response: webauthn },
  reply: me,
  may: 'anyone',
  limit: 'passkey',
  refuses: ['attempt-ended', 'passkey-refused'],
  summary: 'Sign in with a passkey',
  description: 'Starts a session for the account that the passkey belongs to.',
});
