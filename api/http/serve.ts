// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { OfficinaDb } from '../../db/client.ts';
import { type Reader, reading } from '../../db/past.ts';
import { findProgrammeId } from '../../db/programmes/reads.ts';
import { type AnyEndpoint, type Endpoint, type ParameterFault, Refused } from '../contract.ts';
import { encode, encodingFor, finish, send } from './bytes.ts';
import type { Cache } from './cache.ts';

type Parsed<S extends z.ZodType> = z.output<S>;
type Asked<P extends z.ZodObject, Q extends z.ZodObject> = {
  params: Parsed<P>;
  query: Parsed<Q> & { address: string };
};
type Answer<R extends z.ZodType> = Promise<z.input<R>>;

export interface Serve {
  db: OfficinaDb;
  today: () => string;
  /** Every endpoint that is served, for the OpenAPI document. */
  endpoints: AnyEndpoint[];
  /** Serves an endpoint that belongs to no programme. */
  overall: <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
    endpoint: Endpoint<string, P, Q, R>,
    answer: (asked: Asked<P, Q>) => Answer<R>,
  ) => void;
  /** Serves an endpoint of one programme, as of today or of any day. */
  inProgramme: <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
    endpoint: Endpoint<string, P, Q, R>,
    answer: (reader: Reader, asked: Asked<P, Q>) => Answer<R>,
  ) => void;
}

function faultOf(issue: z.core.$ZodIssue, name: string): ParameterFault {
  if (issue.code === 'unrecognized_keys') return 'unknown-parameter';
  if (issue.code === 'too_big' || issue.code === 'too_small') return 'out-of-range';
  if (issue.code === 'invalid_format' && (issue.format === 'date' || name === 'asOf')) return 'malformed-date';
  return issue.code === 'invalid_value' ? 'unknown-value' : 'malformed';
}

/** Parses what was asked; every fault names its parameter. */
function parse<S extends z.ZodObject>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')];
    return names.map((name) => ({ name, reason: faultOf(issue, name) }));
  });
  throw new Refused({ code: 'invalid-parameter', errors });
}

function refuseFuture(asOf: unknown, today: string) {
  if (typeof asOf === 'string' && asOf > today) {
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'asOf', reason: 'date-in-future' }] });
  }
}

const lightQuality = 1;
const publicHeaders = { 'cache-control': 'public, no-cache', 'x-content-type-options': 'nosniff' };

export async function sendJson(req: Request, res: Response, body: unknown, cache?: Cache) {
  const finished = finish(Buffer.from(JSON.stringify(body)), 'application/json; charset=utf-8', publicHeaders);
  // What serves one asker alone is compressed lightly: its time is paid at every request.
  const quality = cache?.keeps(req) ? undefined : lightQuality;
  const encoded = await encode(finished, encodingFor(finished, req.headers['accept-encoding']), quality);
  cache?.keep(req, finished);
  if (!res.headersSent) send(req, res, finished, encoded);
}

/** How the rooms' routes answer: parses question and reply, finds the programme and the day, keeps the finished bytes. */
export function createServe(
  router: Router,
  { db, today, cache }: { db: OfficinaDb; today: () => string; cache: Cache },
): Serve {
  const programmes = new Map<string, number>();
  const endpoints: AnyEndpoint[] = [];
  const idOf = async (programme: string) => {
    const id = programmes.get(programme) ?? (await findProgrammeId(db, programme));
    if (id === undefined) throw new Refused({ code: 'unknown-programme', programme });
    programmes.set(programme, id);
    return id;
  };
  const mount = (endpoint: AnyEndpoint, answer: (req: Request) => Promise<unknown>) => {
    endpoints.push(endpoint);
    router.get(endpoint.path.replace(/\{(\w+)\}/g, ':$1'), async (req, res) => {
      await sendJson(req, res, endpoint.reply.parse(await answer(req)), cache);
    });
  };
  const askedOf = (endpoint: AnyEndpoint, req: Request) => ({
    params: parse(endpoint.params, req.params),
    query: { ...parse(endpoint.query, req.query), address: req.originalUrl },
  });
  return {
    db,
    today,
    endpoints,
    overall: (endpoint, answer) => mount(endpoint, async (req) => answer(askedOf(endpoint, req) as never)),
    inProgramme: (endpoint, answer) =>
      mount(endpoint, async (req) => {
        const asked = askedOf(endpoint, req);
        const { asOf } = asked.query as { asOf?: string };
        refuseFuture(asOf, today());
        const programmeId = await idOf(String(asked.params.programme));
        return reading(db, { programmeId, asOf, today: today() }, (reader) => answer(reader, asked as never));
      }),
  };
}
