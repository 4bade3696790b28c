// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type AnyEndpoint, problem } from '../contract.ts';
import { mergePatch } from './body.ts';
import { statusOf } from './problems.ts';

const refusals: Record<string, string> = {
  401: 'Nobody is signed in.',
  403: 'Whoever is signed in may not, or the request came from another site.',
  409: 'A rule forbids it; `rule` names it, `detail` says it in words, and nothing was written.',
  412: 'The item was changed meanwhile; `current` is how it now stands.',
  413: 'The body is too large.',
  415: 'The body is not JSON, or the file is of a type that is not taken.',
  422: 'The Idempotency-Key was used for another request.',
  428: 'The version that was read is missing (If-Match).',
  429: 'Too many attempts; Retry-After says when to try again.',
  400: 'A parameter is unknown, malformed or out of range; `errors` names it.',
  404: 'There is no such programme or item, or nothing was known of it on that day.',
  500: 'Something unexpected went wrong; the console of the server says what.',
  503: 'The database does not answer; Retry-After says when to try again.',
  507: 'The storage is full; nothing was written.',
};

function applies(status: string, { method, may, ifMatch, refuses }: AnyEndpoint): boolean {
  if (status === '401') return may !== 'anyone' || method !== 'GET';
  if (status === '403') return may !== 'anyone' || method !== 'GET' || refuses.length > 0;
  if (status === '409') return method !== 'GET';
  if (status === '412' || status === '428') return ifMatch === true;
  if (['413', '415', '422', '507'].includes(status)) return method !== 'GET';
  return status !== '429' || (may === 'anyone' && method !== 'GET');
}

const ifMatchHeader = z.object({
  'if-match': z.string().meta({ description: 'The `version` that was read, in quotes.' }),
});

function bodyOf({ method, input, takes }: AnyEndpoint) {
  if (takes)
    return { requestBody: { content: { [takes]: { schema: { type: 'string', format: 'binary' } as const } } } };
  if (method === 'GET' || Object.keys(input.shape).length === 0) return {};
  return {
    requestBody: {
      required: true,
      content: { [method === 'PATCH' ? mergePatch : 'application/json']: { schema: input } },
    },
  };
}

/** Problem codes per status: the refusal's own code, or the rules declared by the endpoint. */
function rulesOf(status: string, { refuses, method }: AnyEndpoint): string[] {
  if (status === '409') return [...refuses, 'database-refused'];
  const read = status === '403' && method === 'GET' ? refuses : [];
  return [...Object.entries(statusOf).flatMap(([code, of]) => (String(of) === status ? [code] : [])), ...read];
}

const problemWith = ([first, ...rest]: string[]) =>
  first === undefined
    ? problem
    : problem.extend({ rule: z.enum([first, ...rest]) }).meta({ id: undefined, description: problem.description });

function operationOf(endpoint: AnyEndpoint) {
  const applying = Object.entries(refusals).filter(([status]) => applies(status, endpoint));
  const errors = applying.map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: problemWith(rulesOf(status, endpoint)) } } },
  ]);
  const type = endpoint.path.endsWith('/live') ? 'text/event-stream' : (endpoint.gives ?? 'application/json');
  const verb = endpoint.method === 'GET' ? '' : `${endpoint.method.toLowerCase()}-`;
  return {
    operationId: verb + endpoint.path.replace('/api/v1/', '').replace(/[{}]/g, '').replaceAll('/', '-'),
    summary: endpoint.summary,
    description: endpoint.description,
    security: endpoint.may === 'anyone' ? [] : [{ session: [] }],
    'x-officina-may': endpoint.may,
    ...(endpoint.limit ? { 'x-officina-limit': endpoint.limit } : {}),
    requestParams: {
      path: endpoint.params,
      query: endpoint.query,
      ...(endpoint.ifMatch ? { header: ifMatchHeader } : {}),
    },
    ...bodyOf(endpoint),
    responses: {
      200: { description: endpoint.summary, content: { [type]: { schema: endpoint.reply } } },
      ...Object.fromEntries(errors),
    },
  };
}

const root = '/api/v1';

/** Adds the format that every number needs after the national guidelines (RAC_REST_FORMAT_004). */
function withFormats(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withFormats);
  if (typeof part !== 'object' || part === null) return part;
  const whole = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withFormats(value)]));
  const types = [whole.type].flat();
  if (types.includes('integer')) return { ...whole, format: 'int64' };
  return types.includes('number') ? { ...whole, format: 'double' } : whole;
}

interface About {
  version: string;
  /** Address that others reach; without one the service is a sandbox. */
  publicUrl?: string | undefined;
}

/**
 * Builds the OpenAPI 3.1 document from the endpoint declarations, without an error after the rules of
 * github.com/italia/api-oas-checker-rules.
 */
export function openApiOf(endpoints: AnyEndpoint[], { version, publicUrl }: About): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.slice(root.length);
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint) as ZodOpenApiOperationObject,
    };
  }
  const isPublic = publicUrl?.startsWith('https://') ?? false;
  const document = createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Officina',
      version,
      description:
        "A city's urban-manufacturing programme: milestones and the promises made for them, labs, spaces, calls, indicators, as of any day.",
      'x-summary': 'A city’s urban-manufacturing programme, as of any day',
      'x-api-id': 'officina',
      contact: { name: 'Officina', url: publicUrl ?? '/' },
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [
      {
        url: `${publicUrl ?? ''}${root}`,
        description: isPublic ? 'This service' : 'This service, not public',
        ...(isPublic ? {} : { 'x-sandbox': true }),
      } as { url: string },
    ],
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'officina_session',
          description:
            'Set by signing in; behind TLS its name begins with __Host-. Writes must come from the same origin.',
        },
      },
    },
  });
  return withFormats(document) as object;
}
