// SPDX-License-Identifier: AGPL-3.0-or-later
import * as oidc from 'openid-client';
import type { Writer } from '../../../db/change.ts';
import type { Provider } from '../../../db/config.ts';
import { findIdentity } from '../../../db/people/accounts/reads.ts';
import { addAccount, addAttempt, addIdentity, spendAttempt } from '../../../db/people/accounts/writes.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { hashOf } from '../../http/session.ts';

const attemptMinutes = 15;
const discovered = new Map<string, Promise<oidc.Configuration>>();

/** Provider metadata (discovery), fetched once and again after a failure. */
export function discover({ issuer, clientId, clientSecret }: Provider): Promise<oidc.Configuration> {
  const known = discovered.get(issuer);
  if (known) return known;
  // A local provider, as in tests, may use http.
  const local = /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(`${issuer}/`);
  const options = local ? { execute: [oidc.allowInsecureRequests] } : {};
  const asked = oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, options);
  discovered.set(issuer, asked);
  asked.catch(() => discovered.delete(issuer));
  return asked;
}

interface Detail {
  verifier: string;
  nonce: string;
  to?: string;
  language: 'it' | 'en';
}

interface Leaving {
  redirect: string;
  browserHash: Buffer;
  /** The signed-in account that adds the provider; null for a sign-in. */
  accountId: number | null;
  to: string | undefined;
  language: 'it' | 'en';
}

/** Stores the attempt and returns the provider's authorisation URL: code flow with PKCE, state and nonce. */
export async function leaveFor(writer: Writer, provider: Provider, leaving: Leaving): Promise<string> {
  const { redirect, browserHash, accountId, to, language } = leaving;
  const configuration = await discover(provider);
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const nonce = oidc.randomNonce();
  const detail: Detail = { verifier, nonce, language, ...(to ? { to } : {}) };
  await addAttempt(writer, {
    hash: hashOf(state),
    browserHash,
    means: 'provider',
    accountId,
    detail: { ...detail },
    minutes: attemptMinutes,
  });
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirect,
    scope: 'openid profile email',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ui_locales: language,
    ...(provider.acr.length ? { acr_values: provider.acr.join(' ') } : {}),
  });
  return address.href;
}

/** Consumes this browser's attempt; refused if it is another browser's, used or expired. */
export async function attemptOf(writer: Writer, state: string, browserHash: Buffer) {
  const attempt = await spendAttempt(writer, { hash: hashOf(state), browserHash, means: 'provider' });
  if (!attempt) throw new Refused({ code: 'against-rule', rule: 'attempt-ended' });
  return { accountId: attempt.account_id, detail: attempt.detail as unknown as Detail };
}

export interface Vouched {
  issuer: string;
  subject: string;
  name: string;
}

/** Exchanges the code and validates the ID token: signature, nonce and level of assurance. */
export async function vouchedBy(
  provider: Provider,
  address: URL,
  state: string,
  { verifier, nonce }: Detail,
): Promise<Vouched> {
  const configuration = await discover(provider);
  const refused = new Refused({ code: 'against-rule', rule: 'provider-refused' });
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
  const tokens = await oidc.authorizationCodeGrant(configuration, address, checks).catch(() => {
    throw refused;
  });
  const claims = tokens.claims();
  if (!claims) throw refused;
  if (provider.acr.length && !provider.acr.includes(String(claims.acr))) throw refused;
  const more = await oidc
    .fetchUserInfo(configuration, tokens.access_token, claims.sub)
    .catch(() => ({}) as Record<string, unknown>);
  const said = { ...more, ...claims } as Record<string, unknown>;
  const name = String(said[provider.claims.name] ?? '').trim();
  return { issuer: claims.iss, subject: claims.sub, name: name.slice(0, 120) || claims.sub.slice(0, 120) };
}

/**
 * Account for a provider identity: the signed-in one, the one linked to the identity, or a new one without roles. Never
 * matched by e-mail address alone.
 */
export async function accountOf(
  writer: Writer,
  { issuer, subject, name }: Vouched,
  language: 'it' | 'en',
  signedIn: number | null,
): Promise<number> {
  const known = await findIdentity(writer, issuer, subject);
  if (known) return known.account_id;
  const account_id = signedIn ?? (await addAccount(writer, { name, email: null, language }));
  await addIdentity(writer, { issuer, subject, account_id });
  return account_id;
}
