// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint } from '../../contract.ts';
import { done, language } from '../../http/contract.ts';
import { root, to } from '../accounts/contract.ts';

export const goToProvider = endpoint({
  path: `${root}/provider`,
  query: { to: to.optional(), language: language.default('it') },
  reply: z.string(),
  may: 'anyone',
  limit: 'provider',
  gives: 'text/html',
  refuses: ['provider-refused'],
  summary: 'Sign in with the identity provider',
  description:
    'Leads to the provider (OpenID Connect, code flow with PKCE). Signed in, it adds the provider to the account.',
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
