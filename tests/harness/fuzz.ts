// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';

/** A JSON schema of the OpenAPI document, as far as values are made from it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

/** A generated request; header values and the path are already encoded. */
export interface Tried {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e\u2066',
  'é'.repeat(300),
  'x'.repeat(5000),
  "'; drop table lab; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  '{}',
  'null',
  '-1',
  '1e400',
  '99999999999999999999',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '2026-13-01T25:61:61Z',
  '=1+1',
  '__proto__',
  'constructor',
];
const numbers = [0, -1, 1, 0.1, 2 ** 31, 2 ** 53, 2 ** 63, 1e308, -1e308, 5e-324];
const shapes = [null, true, false, [], {}, [[]], { it: 1 }, { it: 'a', en: null }, ['a', 'a'], { __proto__: 1 }];
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...texts),
  fc.constantFrom<unknown>(...numbers),
  fc.constantFrom<unknown>(...shapes),
  fc.array(fc.constantFrom<unknown>(...texts, ...numbers), { maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const days = fc.oneof(
  fc.date({ min: new Date('1890-01-01'), max: new Date('2210-01-01'), noInvalidDate: true }),
  fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
);

interface Making {
  schemas: Record<string, Schema>;
  /** Keys of items that exist. */
  keys: readonly string[];
}

function textOf({ format }: Schema, { keys }: Making): fc.Arbitrary<unknown> {
  if (format === 'date') return days.map((day) => day.toISOString().slice(0, 10));
  if (format === 'date-time') return days.map((day) => day.toISOString());
  if (format === 'email') return fc.constant('prova@example.org');
  if (format === 'uri') return fc.webUrl();
  return fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 30 }), fc.constantFrom('Una parola', 'alfa', '1'));
}

/** A value of the schema, and now and then one that is not. */
function madeOf(schema: Schema | undefined, making: Making, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingOf(schema ?? {}, making, depth);
  return fc.oneof({ weight: 40, arbitrary: fitting }, { weight: 1, arbitrary: hostile });
}

function fittingOf(schema: Schema, making: Making, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref) return fittingOf(making.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, making, depth);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  const either = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (either) return fc.oneof(...either.map((one) => fittingOf(one, making, depth + 1)));
  const [type] = [schema.type].flat();
  if (depth > 6) return hostile;
  switch (type) {
    case 'object': {
      const { properties = {}, required = [] } = schema;
      const model = Object.fromEntries(
        Object.entries(properties).map(([name, of]) => [name, madeOf(of, making, depth + 1)]),
      );
      return fc.record(model, { requiredKeys: required.filter((name) => name in model) });
    }
    case 'array':
      return fc.array(madeOf(schema.items, making, depth + 1), { maxLength: 4 });
    case 'integer':
      return fc.oneof(fc.integer({ min: -3, max: 40 }), fc.integer());
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(schema, making);
    default:
      return hostile;
  }
}

/** Percent-encodes any text, lone surrogates too, which `encodeURIComponent` refuses. */
const percentCoded = (value: unknown): string =>
  encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('.', '%2E');
const rawPaths = ['%00', '%ED%A0%80', '%ff', '%2e%2e%2f', '%E2%80%AE'];

const pathOf = (path: string, values: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '%00');

const noise: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom(
    'nome;tipo\na;b\n',
    'key,version\n1,2\n',
    '{"type":"FeatureCollection","features":[]}',
    '[]',
    '{',
    '',
  ),
);

function bodyOf(operation: Operation, making: Making): fc.Arbitrary<Pick<Tried, 'body' | 'headers'>> {
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!type) return fc.constant({ headers: {} });
  const broken = noise.map((body) => ({ body, headers: { 'content-type': type } }));
  if (type !== 'application/json') return broken;
  const sound = madeOf(media?.schema, making).map((value) => ({
    body: JSON.stringify(value) ?? 'null',
    headers: { 'content-type': type },
  }));
  const mistyped = sound.map(({ body }) => ({ body, headers: { 'content-type': 'text/plain' } }));
  return fc.oneof(
    { weight: 20, arbitrary: sound },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: mistyped },
  );
}

interface Of extends Making {
  path: string;
  method: string;
  operation: Operation;
  /** Keys that fit a path parameter. */
  keysFor: (parameter: string) => readonly string[];
}

const optionalHeaders: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    'idempotency-key': fc.oneof(fc.uuid(), fc.constantFrom('', 'x', 'a'.repeat(300))),
    'accept-language': fc.constantFrom('en', 'it', '*', 'xx;q=9', ''),
    'if-none-match': fc.constantFrom('*', 'W/"a"', '"'),
    'accept-encoding': fc.constantFrom('br', 'gzip;q=0', 'identity', '*'),
  },
  { requiredKeys: [] },
);

/** Requests of an operation. */
export function requestsOf({ path, method, operation, keysFor, ...making }: Of): fc.Arbitrary<Tried> {
  const parameters = operation.parameters ?? [];
  const inPath = parameters.filter((one) => one.in === 'path');
  const inQuery = parameters.filter((one) => one.in === 'query');
  const place = fc.record(
    Object.fromEntries(
      inPath.map(({ name, schema }) => {
        const known = keysFor(name);
        const other = madeOf(schema, making).map(percentCoded);
        const usual = known.length > 0 ? fc.constantFrom(...known.map(percentCoded)) : other;
        return [
          name,
          fc.oneof(
            { weight: 16, arbitrary: usual },
            { weight: 2, arbitrary: other },
            { weight: 1, arbitrary: fc.constantFrom(...rawPaths) },
          ),
        ];
      }),
    ),
  );
  const query = fc.record(
    Object.fromEntries(inQuery.map(({ name, schema }) => [name, madeOf(schema, making).map(percentCoded)])),
    { requiredKeys: inQuery.filter(({ required }) => required).map(({ name }) => name) },
  );
  const version = fc.oneof(
    { weight: 6, arbitrary: fc.constant('"known"') },
    { weight: 1, arbitrary: fc.constantFrom('', '"0"', '"99999999999999999999"', 'x', '*') },
  );
  return fc
    .record({ place, query, version, more: optionalHeaders, sent: bodyOf(operation, making) })
    .map(({ place: values, query: asked, version: match, more, sent }) => {
      const search = Object.entries(asked).map(([name, value]) => `${name}=${value}`);
      const needsVersion = parameters.some((one) => one.in === 'header' && one.name === 'if-match');
      return {
        method,
        path: pathOf(path, values as Record<string, string>) + (search.length > 0 ? `?${search.join('&')}` : ''),
        headers: { ...more, ...sent.headers, ...(needsVersion ? { 'if-match': match } : {}) },
        ...(sent.body === undefined ? {} : { body: sent.body }),
      };
    });
}
