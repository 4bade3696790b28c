// SPDX-License-Identifier: AGPL-3.0-or-later
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type AnyEndpoint, problem } from '../contract.ts';

const refusals: Record<string, string> = {
  400: 'A parameter is unknown, malformed or out of range; `errors` names it.',
  404: 'There is no such programme or item, or nothing was known of it on that day.',
  500: 'Something unexpected went wrong; the console of the server says what.',
  503: 'The database does not answer.',
};

function operationOf(endpoint: AnyEndpoint) {
  const errors = Object.entries(refusals).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: problem } } },
  ]);
  const type = endpoint.path.endsWith('/live') ? 'text/event-stream' : 'application/json';
  return {
    operationId: endpoint.path.replace('/api/v1/', '').replace(/[{}]/g, '').replaceAll('/', '-'),
    summary: endpoint.summary,
    description: endpoint.description,
    security: [],
    requestParams: { path: endpoint.params, query: endpoint.query },
    responses: {
      200: { description: endpoint.summary, content: { [type]: { schema: endpoint.reply } } },
      ...Object.fromEntries(errors),
    },
  };
}

/** The OpenAPI 3.1 document of what is served, from the endpoint objects themselves. */
export function openApiOf(endpoints: AnyEndpoint[], version: string): object {
  const paths: ZodOpenApiPathsObject = Object.fromEntries(
    endpoints.map((endpoint) => [endpoint.path, { get: operationOf(endpoint) }]),
  );
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Officina',
      version,
      description:
        "A city's urban-manufacturing programme: milestones and the promises made for them, labs, spaces, calls, indicators, as of any day.",
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    paths,
  });
}
