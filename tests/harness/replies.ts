// SPDX-License-Identifier: AGPL-3.0-or-later
import { onTestFinished, vi } from 'vitest';
import type { AnyEndpoint, Problem, ReplyOf } from '../../api/contract.ts';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: ReturnType<typeof JSON.parse>;
}

export interface Answer {
  method: string;
  path: RegExp;
  reply: (asked: Asked) => { status: number; body: unknown } | Promise<{ status: number; body: unknown }>;
}

const pathOf = ({ path }: AnyEndpoint) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

/** Mocks a response of an endpoint; a response that does not match the contract fails the test. */
export function answering<E extends AnyEndpoint>(
  endpoint: E,
  reply: ReplyOf<E> | ((asked: Asked) => ReplyOf<E> | Promise<ReplyOf<E>>),
): Answer {
  const given = typeof reply === 'function' ? (reply as (asked: Asked) => ReplyOf<E>) : () => reply;
  return {
    method: endpoint.method,
    path: pathOf(endpoint),
    reply: async (asked) => ({ status: 200, body: endpoint.reply.parse(await given(asked)) }),
  };
}

/** The same with a partial response, for components that read only part of it. */
export function answeringPart(method: string, path: string, part: unknown | ((asked: Asked) => unknown)): Answer {
  const given = typeof part === 'function' ? (part as (asked: Asked) => unknown) : () => part;
  const fits = new RegExp(`^/api/v1/programmes/prova${path}$`);
  return { method, path: fits, reply: async (asked) => ({ status: 200, body: await given(asked) }) };
}

export const problem = (status: number, of: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: 'Refused',
  status,
  detail: '',
  rule: 'unexpected',
  errors: [],
  ...of,
});

/** Mocks a refusal, once or always. */
export function refusing(endpoint: AnyEndpoint, status: number, of: Partial<Problem> = {}): Answer {
  return {
    method: endpoint.method,
    path: pathOf(endpoint),
    reply: () => ({ status, body: problem(status, of) }),
  };
}

/** Replaces fetch with the mocks; the first match wins. Returns the requests in order. */
export function stubServer(answers: readonly Answer[]): Asked[] {
  const all: Asked[] = [];
  const unknown: string[] = [];
  const real = window.fetch;
  onTestFinished(() => {
    if (unknown.length > 0) throw new Error(`No answer was prepared for ${unknown.join(', ')}`);
  });
  vi.stubGlobal('fetch', async (to: string, request: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(to, window.location.origin);
    if (!pathname.startsWith('/api/')) return real(to, request);
    const method = request.method ?? 'GET';
    const answer = answers.find((one) => one.method === method && one.path.test(pathname));
    if (!answer) {
      unknown.push(`${method} ${pathname}`);
      return new Response(JSON.stringify(problem(404)), {
        status: 404,
        headers: { 'content-type': 'application/json' },
      });
    }
    const body = typeof request.body === 'string' ? JSON.parse(request.body) : request.body;
    const asked = { method, path: pathname, query: searchParams, headers: new Headers(request.headers), body };
    all.push(asked);
    const { status, body: content } = await answer.reply(asked);
    return new Response(JSON.stringify(content), { status, headers: { 'content-type': 'application/json' } });
  });
  return all;
}
