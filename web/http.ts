// SPDX-License-Identifier: AGPL-3.0-or-later
import type {
  AnyEndpoint,
  InputOf,
  Method,
  ParamsOf,
  Problem as ProblemBody,
  QueryOf,
  ReplyOf,
} from '../api/contract.ts';

/** An RFC 9457 problem; status 0 when there was no response. */
export class Problem extends Error {
  readonly body: ProblemBody;
  /** Idempotency key of a write that got no answer: repeat it with the same key. */
  attempt?: string;
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
    rule: 'no-answer',
    errors: [],
  });

const problemOf = async (reply: Response): Promise<Problem> => {
  const fallback = {
    type: 'about:blank',
    title: reply.statusText || 'Error',
    status: reply.status,
    detail: '',
    rule: 'no-answer',
    errors: [],
  };
  if (!reply.headers.get('content-type')?.includes('json')) return new Problem(fallback);
  const body = await reply.json().catch(() => ({}));
  return new Problem({ ...fallback, ...(body as Partial<ProblemBody>) });
};

let aheadMs = 0;

/** Current time by the server's clock (from its last response). Use it for deadlines: the local clock may be wrong. */
export const serverNow = (): number => Date.now() + aheadMs;

function setClock(reply: Response) {
  const server = Date.parse(reply.headers.get('date') ?? '');
  const apart = server - Date.now();
  // `Date` has 1 s resolution; ignore smaller skew.
  aheadMs = Number.isNaN(server) || Math.abs(apart) < 1500 ? 0 : apart;
}

const patienceMs = 20_000;

async function ask(address: string, request: RequestInit, { signal }: Pick<Asking, 'signal'>): Promise<unknown> {
  const patience = AbortSignal.timeout(patienceMs);
  const until = signal ? AbortSignal.any([signal, patience]) : patience;
  const reply = await fetch(address, { ...request, signal: until }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw silence(cause);
  });
  setClock(reply);
  if (!reply.ok) throw await problemOf(reply);
  return reply.json();
}

export async function get<E extends AnyEndpoint>(
  path: E['path'],
  params: ParamsOf<E>,
  query: QueryOf<E>,
  { language, signal }: Asking,
): Promise<ReplyOf<E>> {
  const headers = { accept: 'application/json', 'accept-language': language };
  return (await ask(addressOf(path, params, query), { headers }, signal ? { signal } : {})) as ReplyOf<E>;
}

export interface Sent<E extends AnyEndpoint> {
  params?: ParamsOf<E>;
  query?: QueryOf<E>;
  input?: InputOf<E>;
  /** Version of the item as it was read, for endpoints that require one. */
  version?: number;
  /** Idempotency key: a retry with the same key takes effect once. */
  attempt?: string;
  /** Raw body, sent unchanged instead of `input`. */
  file?: File;
}

/** Sends a write; throws a Problem if it is refused. */
export async function send<E extends AnyEndpoint>(
  method: Exclude<Method, 'GET'>,
  path: E['path'],
  { params, query, input, version, attempt, file }: Sent<E>,
  { language }: Asking,
): Promise<ReplyOf<E>> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language };
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  if (attempt !== undefined) headers['idempotency-key'] = attempt;
  headers['content-type'] = file
    ? file.type || 'application/octet-stream'
    : method === 'PATCH'
      ? 'application/merge-patch+json'
      : 'application/json';
  const body = file ?? JSON.stringify(input ?? {});
  try {
    return (await ask(addressOf(path, params ?? {}, query ?? {}), { method, headers, body }, {})) as ReplyOf<E>;
  } catch (cause) {
    if (cause instanceof Problem && attempt !== undefined) cause.attempt = attempt;
    throw cause;
  }
}
