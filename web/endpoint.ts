// SPDX-License-Identifier: AGPL-3.0-or-later
// The shape of an endpoint as the page needs it: types only, so that no schema reaches the browser.

export interface AnyEndpoint {
  path: string;
  params: unknown;
  query: unknown;
  reply: unknown;
}

type Parsed<S, Side extends 'input' | 'output'> = S extends { _zod: { [K in Side]: infer T } } ? T : S;

export type ParamsOf<E extends AnyEndpoint> = Parsed<E['params'], 'input'> & object;
export type QueryOf<E extends AnyEndpoint> = Parsed<E['query'], 'input'> & object;
export type ReplyOf<E extends AnyEndpoint> = Parsed<E['reply'], 'output'>;
