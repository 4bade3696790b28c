// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Writer } from '../../../db/change.ts';
import { findPasskey, readPasskeys } from '../../../db/people/accounts/reads.ts';
import { addAttempt, addPasskey, notePasskeyUse, spendAttempt } from '../../../db/people/accounts/writes.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { type Actor, hashOf, newToken } from '../../http/session.ts';

/** Relying-party host and expected origin. */
export interface Site {
  host: string;
  origin: string;
  browserHash: Buffer;
}

const challengeMinutes = 5;
const refused = () => new Refused({ code: 'against-rule', rule: 'passkey-refused' });
const transportsOf = (stored: string[]) => stored as NonNullable<RegistrationResponseJSON['response']['transports']>;

async function begin(
  writer: Writer,
  { browserHash }: Site,
  means: 'passkey' | 'passkey-new',
  options: { challenge: string },
  accountId: number | null,
) {
  const attempt = newToken();
  const detail = { challenge: options.challenge };
  await addAttempt(writer, { hash: hashOf(attempt), browserHash, means, accountId, detail, minutes: challengeMinutes });
  return { attempt, options: options as unknown as Record<string, unknown> };
}

/** Consumes the challenge of this browser's attempt; each challenge is valid once. */
async function challengeOf(writer: Writer, { browserHash }: Site, means: 'passkey' | 'passkey-new', token: string) {
  const attempt = await spendAttempt(writer, { hash: hashOf(token), browserHash, means });
  if (!attempt) throw new Refused({ code: 'against-rule', rule: 'attempt-ended' });
  return { challenge: (attempt.detail as { challenge: string }).challenge, accountId: attempt.account_id };
}

export async function beginPasskey(writer: Writer, site: Site, { accountId, name, email }: Actor) {
  const passkeys = await readPasskeys(writer, accountId);
  const options = await generateRegistrationOptions({
    rpName: 'Officina',
    rpID: site.host,
    userName: email ?? name,
    userDisplayName: name,
    userID: new TextEncoder().encode(`account-${accountId}`),
    attestationType: 'none',
    excludeCredentials: passkeys.map(({ credential, transports }) => ({
      id: credential,
      transports: transportsOf(transports),
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return begin(writer, site, 'passkey-new', options, accountId);
}

interface Made {
  attempt: string;
  name: string;
  response: Record<string, unknown>;
}

export async function keepPasskey(writer: Writer, site: Site, actor: Actor, { attempt, name, response }: Made) {
  const { challenge, accountId } = await challengeOf(writer, site, 'passkey-new', attempt);
  if (accountId !== actor.accountId) throw refused();
  const verified = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    requireUserVerification: true,
  }).catch(() => undefined);
  const credential = verified?.verified ? verified.registrationInfo?.credential : undefined;
  if (!credential) throw refused();
  await addPasskey(writer, {
    credential: credential.id,
    account_id: actor.accountId,
    public_key: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name,
  });
}

export async function beginPasskeySignIn(writer: Writer, site: Site) {
  const options = await generateAuthenticationOptions({ rpID: site.host, userVerification: 'required' });
  return begin(writer, site, 'passkey', options, null);
}

/** Account of the passkey. Its counter must have increased, which detects cloned keys. */
export async function checkPasskey(
  writer: Writer,
  site: Site,
  { attempt, response }: Omit<Made, 'name'>,
): Promise<number> {
  const { challenge } = await challengeOf(writer, site, 'passkey', attempt);
  const passkey = await findPasskey(writer, String(response.id));
  if (!passkey) throw refused();
  const verified = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    requireUserVerification: true,
    credential: {
      id: passkey.credential,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
      transports: transportsOf(passkey.transports),
    },
  }).catch(() => undefined);
  if (!verified?.verified) throw refused();
  await notePasskeyUse(writer, passkey.passkey_id, verified.authenticationInfo.newCounter);
  return passkey.account_id;
}
