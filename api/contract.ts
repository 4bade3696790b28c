// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { LimitName } from './http/limits.rules.ts';
import type { Rule } from './http/refusals.rules.ts';
import type { ParameterFault } from './http/rules.ts';

/** Who may call an endpoint; `rights` in api/http/rights.rules.ts defines each right. */
export type Right =
  | 'anyone'
  | 'signed-in'
  | 'see-drafts'
  | 'keep-milestones'
  | 'keep-cycles'
  | 'keep-calls'
  | 'apply'
  | 'evaluate'
  | 'keep-labs'
  | 'keep-register'
  | 'keep-spaces'
  | 'answer-needs'
  | 'keep-people'
  | 'keep-programme'
  | 'read-log';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Endpoint<
  Path extends string,
  P extends z.ZodObject,
  Q extends z.ZodObject,
  R extends z.ZodType,
  I extends z.ZodObject = z.ZodObject,
> {
  method: Method;
  path: Path;
  params: P;
  query: Q;
  /** JSON body; an endpoint that receives a file declares its media types in `takes` instead. */
  input: I;
  reply: R;
  may: Right;
  /**
   * True if finished public replies are cached until the programme's revision changes. Never for replies that depend on
   * the clock or on data outside the log.
   */
  cached: boolean;
  /** Rules that can refuse the command; each is answered with 409 and its code. */
  refuses: readonly Rule[];
  /** Counted before the body is read; required of every write that anyone may call. */
  limit?: LimitName;
  /** Requires If-Match with the `version` that was read (optimistic locking). */
  ifMatch?: boolean;
  /** The body is a file; the reply may be one too. */
  takes?: string;
  gives?: string;
  summary: string;
  description: string;
}

export type AnyEndpoint = Endpoint<string, z.ZodObject, z.ZodObject, z.ZodType>;
export type ParamsOf<E extends AnyEndpoint> = z.input<E['params']>;
export type QueryOf<E extends AnyEndpoint> = z.input<E['query']>;
export type InputOf<E extends AnyEndpoint> = z.input<E['input']>;
export type ReplyOf<E extends AnyEndpoint> = z.output<E['reply']>;

type Shape = z.ZodRawShape;
type Strict<S extends Shape> = z.ZodObject<S, z.core.$strict>;
type None = Record<never, never>;
type Declared<Path extends string, R extends z.ZodType> = Pick<
  Endpoint<Path, never, never, R>,
  'path' | 'reply' | 'may' | 'summary' | 'description' | 'ifMatch' | 'limit' | 'takes' | 'gives'
> & { method?: Method; cached?: boolean; refuses?: readonly Rule[] };

/** Declares an endpoint once for server handler, page client and OpenAPI document. */
export function endpoint<
  Path extends string,
  R extends z.ZodType,
  P extends Shape = None,
  Q extends Shape = None,
  I extends Shape = None,
>(of: Declared<Path, R> & { params?: P; query?: Q; input?: I }): Endpoint<Path, Strict<P>, Strict<Q>, R, Strict<I>> {
  return {
    ...of,
    method: of.method ?? 'GET',
    cached: of.cached ?? false,
    refuses: of.refuses ?? [],
    params: z.strictObject((of.params ?? {}) as P),
    query: z.strictObject((of.query ?? {}) as Q),
    input: z.strictObject((of.input ?? {}) as I),
  };
}

export const key = z
  .string()
  .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/)
  .max(80);
/** A civil day that Postgres can store: years from 1. */
export const civilDate = z.iso.date().regex(/^(?!0000)/);
/** An instant in a range that all components can handle. */
export const instant = z.iso.datetime({ abort: true }).refine((at) => at >= '1900' && at < '2201', {
  params: { fault: 'beyond-years' satisfies ParameterFault },
});
/** Rounds what is too near zero to be computed with in the database. */
export const plainNumber = (number: number): number => (Math.abs(number) < 1e-12 ? 0 : number);
/** Degrees (WGS84). */
export const latitude = z.number().min(-90).max(90).overwrite(plainNumber);
export const longitude = z.number().min(-180).max(180).overwrite(plainNumber);
/** A database id, 1 to 2^31 − 1. */
export const serial = z.number().int().min(1).max(2_147_483_647);
/** The same as a path or query parameter. */
export const serialIn = z.coerce.number().int().min(1).max(2_147_483_647);
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

/**
 * A read of one programme, as of today or of a given day. Public by default; public JSON replies are cached by default.
 */
export function programmeEndpoint<
  Path extends string,
  R extends z.ZodType,
  P extends Shape = None,
  Q extends Shape = None,
>(of: Omit<Declared<Path, R>, 'may'> & { may?: Right; params?: P; query?: Q }) {
  return endpoint({
    ...of,
    may: of.may ?? 'anyone',
    cached: of.cached ?? ((of.may ?? 'anyone') === 'anyone' && of.gives === undefined),
    path: `${programmePath}${of.path}` as `${typeof programmePath}${Path}`,
    params: { programme: key, ...of.params } as { programme: typeof key } & P,
    query: { asOf, ...of.query } as { asOf: typeof asOf } & Q,
  });
}

/** A write in one programme; the right is a required argument. */
export function programmeCommand<
  Path extends string,
  R extends z.ZodType,
  P extends Shape = None,
  I extends Shape = None,
  Q extends Shape = None,
>(of: Declared<Path, R> & { method: Method; may: Exclude<Right, 'anyone'>; params?: P; query?: Q; input?: I }) {
  return endpoint({
    ...of,
    path: `${programmePath}${of.path}` as `${typeof programmePath}${Path}`,
    params: { programme: key, ...of.params } as { programme: typeof key } & P,
  });
}

/** Search text. */
export const words = z.string().max(100);

/** Parameters of a paged list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'Items on a page, 1 to 200.' }),
  cursor: z
    .string()
    .max(400)
    .optional()
    .meta({ description: 'Where the page begins: the `next` link of the page before holds it.' }),
};

/** A page of a list: `total` counts all matches, `next` is null on the last page. */
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
    rule: z.string().meta({ description: 'What was refused, as a code that does not change with the language.' }),
    errors: z.array(z.object({ name: z.string(), reason: z.string() })),
    current: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'With 412: the item as it now stands, so that what was typed can be merged with it.' }),
  })
  .meta({
    id: 'Problem',
    description: 'What went wrong, after RFC 9457; `errors` names each parameter and the reason.',
  });
export type Problem = z.output<typeof problem>;

/** Item referenced by a row; null if there is none. */
export function refOf(of: string | null, name: Text | null): Ref | null {
  return of !== null && name !== null ? { key: of, name } : null;
}

export function whenOf(date: string | null, given: Precision | null): When | null {
  return date !== null && given !== null ? { date, precision: given } : null;
}
