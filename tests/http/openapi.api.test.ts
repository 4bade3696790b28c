// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { readOpenApi } from '../harness/ask.ts';
import { withOffice } from '../harness/opened.ts';

const { office } = withOffice();

describe('the API description', () => {
  test('is OpenAPI 3.1 with summary, description and error responses on every path', async () => {
    interface Described {
      summary: string;
      description: string;
      operationId: string;
      responses: Record<string, unknown>;
      parameters?: { name: string }[];
    }
    const document = await readOpenApi<{ openapi: string; paths: Record<string, Record<string, Described>> }>(
      office.address,
    );
    expect(document.openapi).toMatch(/^3\.1/);
    const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => [`${verb} ${path}`, operation] as const),
    );
    expect(operations.length).toBeGreaterThanOrEqual(60);
    for (const [path, operation] of operations) {
      expect(operation.summary, path).not.toBe('');
      expect(operation.description.length, path).toBeGreaterThan(20);
      expect(Object.keys(operation.responses), path).toEqual(
        expect.arrayContaining(['200', '400', '404', '500', '503']),
      );
    }
    expect(new Set(operations.map(([, operation]) => operation.operationId)).size).toBe(operations.length);
    const milestones = document.paths['/api/v1/programmes/{programme}/milestones']?.get?.parameters?.map(
      (parameter) => parameter.name,
    );
    expect(milestones).toEqual(
      expect.arrayContaining([
        'programme',
        'asOf',
        'cycle',
        'area',
        'status',
        'zone',
        'owner',
        'q',
        'sort',
        'limit',
        'cursor',
      ]),
    );
  });

  test('has only paths that respond when their parameters are filled in', async () => {
    interface Got {
      get?: { 'x-officina-may': string; responses: Record<'200', { content: object }> };
    }
    const document = await readOpenApi<{ paths: Record<string, Got> }>(office.address);
    const answer = async (path: string) => {
      const reply = await fetch(office.address + path);
      // Only first-come calls have a fund.
      expect(reply.status, path).toBe(/\/(first-come-fund|demand)$/.test(path) ? 404 : 200);
      return (await reply.json()) as { items?: { key: string }[] };
    };
    const open = Object.entries(document.paths).filter(
      ([, { get }]) => get?.['x-officina-may'] === 'anyone' && 'application/json' in get.responses['200'].content,
    );
    const paths = open.map(([path]) => path);
    expect(paths.length).toBeGreaterThan(25);
    for (const path of paths.map((one) => one.replace('{programme}', 'manifattura-milano'))) {
      const [before = '', rest] = path.split(/\/\{\w+\}/);
      const list = await answer(before);
      const [first] = list.items ?? [];
      if (rest !== undefined && first) await answer(`${before}/${first.key}${rest}`);
    }
  });

  test('has no error after the national rules for APIs (italia/api-oas-checker-rules)', async () => {
    interface Operation {
      parameters?: { in: string; name: string }[];
      requestBody?: { required?: boolean; content: Record<string, unknown> };
      responses: Record<string, { content?: Record<string, unknown>; headers?: Record<string, unknown> }>;
    }
    const document = (await (await fetch(`${office.address}/api/v1/openapi.json`)).json()) as {
      openapi: string;
      info: Record<string, unknown>;
      servers: { url: string; description?: string; 'x-sandbox'?: boolean }[];
      paths: Record<string, Record<string, Operation>>;
      components: { securitySchemes: Record<string, { type: string; in?: string }> };
    };
    const { info, servers, paths } = document;
    const operations = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => ({ at: `${verb} ${path}`, verb, ...operation })),
    );
    const inAny = (holds: (one: (typeof operations)[number]) => boolean) =>
      operations.filter((one) => !holds(one)).map(({ at }) => at);
    const names = ({ parameters = [] }: Operation, place: RegExp) =>
      parameters.filter((one) => place.test(one.in)).map(({ name }) => name);
    const unformatted: string[] = [];
    const walk = (part: unknown, at: string) => {
      if (typeof part !== 'object' || part === null) return;
      const { type, format } = part as { type?: unknown; format?: unknown };
      if (['number', 'integer'].includes(type as string) && !format) unformatted.push(at);
      for (const [name, value] of Object.entries(part)) walk(value, `${at}/${name}`);
    };
    walk(document, '');
    const failures = (responses: Operation['responses']) =>
      Object.entries(responses).filter(([status]) => /^[45]/.test(status));
    const found = {
      'no-swagger-2': /^3/.test(document.openapi) ? [] : [document.openapi],
      'has-x-summary': info['x-summary'] ? [] : ['info'],
      'has-contact': info.contact ? [] : ['info'],
      'servers-description': servers.filter(({ description }) => !description),
      'servers-use-https': servers.filter((one) => !one['x-sandbox'] && !one.url.startsWith('https://')),
      'number-format, integer-format': unformatted,
      'paths-status': paths['/status'] ? [] : ['/status'],
      'paths-status-return-json': Object.keys(paths['/status']?.get?.responses['200']?.content ?? {}).filter(
        (type) => !['application/json', 'application/problem+json'].includes(type),
      ),
      'use-problem-json-for-errors, paths-status-return-problem': inAny(({ responses }) =>
        failures(responses).every(([, { content = {} }]) =>
          Object.keys(content).every((type) => /^application\/problem\+/.test(type)),
        ),
      ),
      'patch-media-type': inAny(
        ({ verb, requestBody }) => verb !== 'patch' || !requestBody?.content['application/json'],
      ),
      'patch-without-request-body': inAny(
        ({ verb, requestBody }) => verb !== 'patch' || requestBody?.required === true,
      ),
      'http-request-GET-no-body': inAny(({ verb, requestBody }) => verb !== 'get' || !requestBody),
      'http-response-no-content-204-205': inAny(({ responses }) => !(responses['204'] ?? responses['205'])?.content),
      'no-forbidden-headers': inAny(
        (one) => !names(one, /header/).some((name) => /^(accept|content-type|authorization)$/i.test(name)),
      ),
      'sec-credentials-parameters': inAny(
        (one) => !names(one, /query|path/).some((name) => /password|secret|apikey/i.test(name)),
      ),
      'sec-apikeys-url': Object.values(document.components.securitySchemes).filter((one) => one.in === 'query'),
      'ratelimit-429-completeness': inAny(
        ({ responses }) => !Object.keys(responses['429']?.headers ?? {}).some((name) => /RateLimit/.test(name)),
      ),
    };
    expect(Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))).toEqual({});
  });

  test('takes a PATCH as a merge patch, or as JSON', async () => {
    const patch = (type: string) =>
      fetch(`${office.address}/api/v1/access/me`, {
        method: 'PATCH',
        headers: { origin: office.address, 'content-type': type },
        body: '{',
      });
    for (const [type, status] of [
      ['application/merge-patch+json', 401],
      ['application/json', 401],
    ] as const)
      expect((await patch(type)).status).toBe(status);
  });
});
