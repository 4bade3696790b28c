// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

/** Who may call an endpoint. */
export type Right = 'anyone';

export interface Endpoint<Path extends string, P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType> {
  method: 'GET';
  path: Path;
  params: P;
  query: Q;
  reply: R;
  may: Right;
  summary: string;
  description: string;
}

export type AnyEndpoint = Endpoint<string, z.ZodObject, z.ZodObject, z.ZodType>;
export type ParamsOf<E extends AnyEndpoint> = z.input<E['params']>;
export type QueryOf<E extends AnyEndpoint> = z.input<E['query']>;
export type ReplyOf<E extends AnyEndpoint> = z.output<E['reply']>;

/** Declares an endpoint once, for the server's handler, the page's call and the OpenAPI document alike. */
export function endpoint<Path extends string, P extends z.ZodRawShape, Q extends z.ZodRawShape, R extends z.ZodType>(
  of: Omit<Endpoint<Path, never, never, R>, 'params' | 'query' | 'method'> & { params: P; query: Q },
): Endpoint<Path, z.ZodObject<P, z.core.$strict>, z.ZodObject<Q, z.core.$strict>, R> {
  return { ...of, method: 'GET', params: z.strictObject(of.params), query: z.strictObject(of.query) };
}

export const key = z
  .string()
  .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/)
  .max(80);
/** A civil day that Postgres knows too: its years begin with 1. */
export const civilDate = z.iso.date().regex(/^(?!0000)/);
export const instant = z.iso.datetime();
export const text = z
  .object({ it: z.string(), en: z.string().optional() })
  .meta({ id: 'Text', description: 'Words of the programme, in Italian and, where they were translated, in English.' });
export const precision = z.enum(['day', 'month', 'quarter', 'half-year', 'year', 'cycle']);
export const when = z
  .object({ date: civilDate, precision })
  .meta({ id: 'When', description: 'A civil date as it was given: a coarse one is held as the last day of its span.' });
export const share = z.number().min(0).max(1);
export const eur = z.number().meta({ description: 'Euro, with two decimals.' });
export const ref = z.object({ key, name: text }).meta({ id: 'Ref', description: 'An item, by its key and its name.' });

export type Text = z.output<typeof text>;
export type When = z.output<typeof when>;
export type Ref = z.output<typeof ref>;
export type Precision = z.output<typeof precision>;

const asOf = civilDate.optional().meta({
  description: 'Answers with what was known by the end of that day, judged at that day. Not later than today.',
});

const programmePath = '/api/v1/programmes/{programme}';

/** An endpoint of one programme: every one of them can be asked as of any day. */
export function programmeEndpoint<
  Path extends string,
  P extends z.ZodRawShape,
  Q extends z.ZodRawShape,
  R extends z.ZodType,
>(of: Omit<Endpoint<Path, never, never, R>, 'params' | 'query' | 'method' | 'may'> & { params?: P; query?: Q }) {
  return endpoint({
    ...of,
    may: 'anyone',
    path: `${programmePath}${of.path}` as `${typeof programmePath}${Path}`,
    params: { programme: key, ...of.params } as { programme: typeof key } & P,
    query: { asOf, ...of.query } as { asOf: typeof asOf } & Q,
  });
}

/** Words that are searched for; Postgres knows no text with a NUL in it. */
export const words = z
  .string()
  .max(100)
  .regex(/^[^\0]*$/);

/** The parameters of a list that is read page by page. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'Items on a page, 1 to 200.' }),
  cursor: z
    .string()
    .max(400)
    .optional()
    .meta({ description: 'Where the page begins: the `next` link of the page before holds it.' }),
};

/** A page of a list: `total` counts all that fits the filters, `next` is null on the last page. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    total: z.number().int(),
    _links: z.object({ self: z.string(), next: z.string().nullable() }),
  });
}

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ name: z.string(), reason: z.string() })),
  })
  .meta({
    id: 'Problem',
    description: 'What went wrong, after RFC 9457; `errors` names each parameter and the reason.',
  });
export type Problem = z.output<typeof problem>;

/** Why something is refused; http/problems.ts says with which status and in which words. */
export type Refusal =
  | { code: 'unknown-address' }
  | { code: 'unknown-programme'; programme: string }
  | { code: 'unknown-item'; item: string }
  | { code: 'nothing-known'; day: string; firstDay: string | null }
  | { code: 'method-not-allowed' }
  | { code: 'database-unreachable' }
  | { code: 'unexpected' }
  | { code: 'invalid-parameter'; errors: { name: string; reason: ParameterFault }[] };

export type ParameterFault =
  | 'malformed-date'
  | 'date-in-future'
  | 'unknown-parameter'
  | 'unknown-value'
  | 'out-of-range'
  | 'malformed';

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The item a row refers to, or null where it refers to none. */
export function refOf(of: string | null, name: Text | null): Ref | null {
  return of !== null && name !== null ? { key: of, name } : null;
}

export function whenOf(date: string | null, given: Precision | null): When | null {
  return date !== null && given !== null ? { date, precision: given } : null;
}
