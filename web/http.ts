// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AnyEndpoint, ParamsOf, Problem as ProblemBody, QueryOf, ReplyOf } from '../api/contract.ts';

/** What went wrong, as RFC 9457 tells it; status 0 when no answer came at all. */
export class Problem extends Error {
  readonly body: ProblemBody;
  get status(): number {
    return this.body.status;
  }
  constructor(body: ProblemBody) {
    super(body.detail || body.title);
    this.name = 'Problem';
    this.body = body;
  }
}

export interface Asking {
  language: string;
  signal?: AbortSignal;
}

export const addressOf = (path: string, params: object, query: object): string => {
  const values = new Map(Object.entries(params));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat())
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
  }
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
};

const silence = (cause: unknown): Problem =>
  new Problem({
    type: 'about:blank',
    title: 'No answer',
    status: 0,
    detail: cause instanceof Error ? cause.message : '',
    errors: [],
  });

const problemOf = async (reply: Response): Promise<Problem> => {
  const fallback = {
    type: 'about:blank',
    title: reply.statusText || 'Error',
    status: reply.status,
    detail: '',
    errors: [],
  };
  if (!reply.headers.get('content-type')?.includes('json')) return new Problem(fallback);
  const body = await reply.json().catch(() => ({}));
  return new Problem({ ...fallback, ...(body as Partial<ProblemBody>) });
};

export async function get<E extends AnyEndpoint>(
  path: E['path'],
  params: ParamsOf<E>,
  query: QueryOf<E>,
  { language, signal }: Asking,
): Promise<ReplyOf<E>> {
  const headers = { accept: 'application/json', 'accept-language': language };
  const patience = AbortSignal.timeout(20_000);
  const until = signal ? AbortSignal.any([signal, patience]) : patience;
  const reply = await fetch(addressOf(path, params, query), { headers, signal: until }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw silence(cause);
  });
  if (!reply.ok) throw await problemOf(reply);
  return (await reply.json()) as ReplyOf<E>;
}
