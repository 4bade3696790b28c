// SPDX-License-Identifier: AGPL-3.0-or-later
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import { change, changeOrPreview, unloggedTransaction, type Writer } from '../../db/change.ts';
import { findProgrammeId } from '../../db/city/programmes/reads.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { type Reader, reading } from '../../db/past.ts';
import type { AnyEndpoint, Endpoint } from '../contract.ts';
import { jsonOf } from './body.ts';
import type { Cache } from './cache.ts';
import { discard, type FileReply, type Received, receive, type TextReply } from './files.ts';
import { createGate } from './gate.ts';
import { createLimit } from './limit.ts';
import { once } from './once.ts';
import { parse, refuseFuture, versionOf } from './parse.ts';
import { Refused } from './refusals.rules.ts';
import { isFile, isText, privateHeaders, sendJson, sendText } from './replies.ts';
import { type Actor, isSecure, type OfficeSettings, officeOf } from './session.ts';

/** The parsed request; `address` is the raw path and query. */
export interface Asked<P extends z.ZodObject, Q extends z.ZodObject, I extends z.ZodObject> {
  params: z.output<P>;
  query: z.output<Q> & { address: string };
  input: z.output<I>;
  /** Null without a session. */
  actor: Actor | null;
  req: Request;
  res: Response;
}

/** An authorised request within one programme. */
export interface Command<P extends z.ZodObject, Q extends z.ZodObject, I extends z.ZodObject> extends Asked<P, Q, I> {
  actor: Actor;
  programmeId: number;
  today: string;
  /** Version of the item from If-Match; 0 if the endpoint does not require one. */
  version: number;
  /** Dry run: rolls back everything written. */
  undo: () => void;
}

type Answer<R extends z.ZodType> = Promise<z.input<R> | FileReply | TextReply>;
type Handles<More> = <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType, I extends z.ZodObject>(
  endpoint: Endpoint<string, P, Q, R, I>,
  answer: (...asked: More extends 'reader' ? [Reader, Asked<P, Q, I>] : [Asked<P, Q, I>]) => Answer<R>,
) => void;

export interface Serve {
  db: OfficinaDb;
  today: () => string;
  /** Cookies are sent over TLS only. */
  secure: boolean;
  settings: OfficeSettings;
  /** All served endpoints, for the OpenAPI document. */
  endpoints: AnyEndpoint[];
  /** Serves an endpoint outside any programme. */
  overall: Handles<'nothing'>;
  /** Serves a read of one programme, as of today or of a given day. */
  inProgramme: Handles<'reader'>;
  /**
   * Serves a write in one programme as one recorded change; `reasonOf` returns the reason for the log. Where `previewOf`
   * names tables, the write is a preview on copies of them.
   */
  keep: <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType, I extends z.ZodObject>(
    endpoint: Endpoint<string, P, Q, R, I>,
    answer: (writer: Writer, asked: Command<P, Q, I>) => Answer<R>,
    reasonOf?: (input: z.output<I>) => string,
    previewOf?: (query: z.output<Q>) => Parameters<typeof changeOrPreview>[2]['tables'],
  ) => void;
  /** Serves a write outside the log (schema `access`: sealed or personal data). */
  keepUnlogged: <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType, I extends z.ZodObject>(
    endpoint: Endpoint<string, P, Q, R, I>,
    answer: (writer: Writer, asked: Command<P, Q, I>) => Answer<R>,
  ) => void;
  /**
   * Serves a write with a file. Receives the file before opening the transaction, so that no connection waits for the
   * upload. Deletes the file afterwards if the write did not store it.
   */
  keepFile: <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
    endpoint: Endpoint<string, P, Q, R>,
    answer: (
      writer: Writer,
      asked: Command<P, Q, z.ZodObject>,
      file: { received: Received; folder: string },
    ) => Answer<R>,
    allowed?: readonly string[] | ((asked: Command<P, Q, z.ZodObject>) => Promise<readonly string[]>),
  ) => void;
  /** Database id of a programme. */
  idOf: (programme: string) => Promise<number>;
}

interface Parts {
  db: OfficinaDb;
  today: () => string;
  cache: Cache;
  settings: OfficeSettings;
  /** Test option: fails on a refusal the endpoint does not declare. */
  strict?: boolean;
}

type AnyAsked = Asked<z.ZodObject, z.ZodObject, z.ZodObject>;

/** True if the endpoint declares the refusal, i.e. OpenAPI lists it. */
const isDeclared = ({ refuses }: AnyEndpoint, error: unknown): boolean =>
  !(error instanceof Refused) ||
  error.refusal.code !== 'against-rule' ||
  error.refusal.rule === 'database-refused' ||
  refuses.includes(error.refusal.rule);

/** Registers an endpoint: authorises, parses the request, validates the reply. */
function createMount(router: Router, { db, settings, cache, strict }: Parts, gate: ReturnType<typeof createGate>) {
  return (endpoint: AnyEndpoint, answer: (asked: AnyAsked) => Promise<unknown>) => {
    const limit = endpoint.limit && createLimit(db, endpoint.limit, isSecure(settings));
    const method = endpoint.method.toLowerCase() as 'get';
    router[method](endpoint.path.replace(/\{(\w+)\}/g, ':$1'), async (req, res) => {
      const actor = await gate.enter(endpoint, req);
      await limit?.(req, res);
      const params = parse(endpoint.params, req.params);
      const query = { ...parse(endpoint.query, req.query), address: req.originalUrl };
      const input = parse(endpoint.input, await jsonOf(endpoint, req, res));
      gate.enterArea(endpoint, actor, String(params.programme), input);
      const asked = { params, query, input, actor, req, res };
      const reply = await answer(asked as never).catch((error: unknown) => {
        if (strict && !isDeclared(endpoint, error))
          throw new Error(`${endpoint.method} ${endpoint.path} does not declare its refusal`, { cause: error });
        throw error;
      });
      if (isText(reply)) return sendText(req, res, reply);
      if (!isFile(reply)) return sendJson(req, res, endpoint.reply.parse(reply), cache);
      res.set({ ...privateHeaders, ...reply.headers });
      return pipeline(reply.stream, res);
    });
  };
}

/** Looks up a programme's id; cached, since it never changes. */
function createFinder(db: OfficinaDb) {
  const programmes = new Map<string, number>();
  return async (programme: string) => {
    const id = programmes.get(programme) ?? (await findProgrammeId(db, programme));
    if (id === undefined) throw new Refused({ code: 'unknown-programme', programme });
    programmes.set(programme, id);
    return id;
  };
}

/** Actor, programme and reason of a write. */
const createBeginning =
  (idOf: Serve['idOf'], today: () => string) => async (endpoint: AnyEndpoint, asked: AnyAsked, reason: string) => {
    const { actor, params, req } = asked;
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const programme = String(params.programme);
    const programmeId = await idOf(programme);
    const version = endpoint.ifMatch ? versionOf(req.headers['if-match']) : 0;
    const by = { actor: officeOf(actor, programme), account: actor.accountId, reason, dryRun: false };
    const undo = () => {
      by.dryRun = true;
    };
    return { by, command: { ...asked, actor, programmeId, today: today(), version, undo } };
  };

function createFileServe(
  { db, settings }: Parts,
  begun: ReturnType<typeof createBeginning>,
  mount: ReturnType<typeof createMount>,
): Serve['keepFile'] {
  return (endpoint, answer, allowed) =>
    mount(endpoint, async (asked) => {
      const { by, command } = await begun(endpoint, asked, '');
      const announced = Number(asked.req.headers['content-length'] ?? 0);
      const { folder, mostBytes } = settings.files;
      const types = typeof allowed === 'function' ? await allowed(command as never) : allowed;
      const received = await receive(asked.req, { folder, mostBytes, announced, ...(types ? { allowed: types } : {}) });
      try {
        return await change(db, by, (writer) =>
          once(writer, { ...asked, file: received.hash }, () => answer(writer, command as never, { received, folder })),
        );
      } finally {
        await discard(received);
      }
    });
}

/** Handlers shared by all rooms: authorise, resolve programme and day, cache finished replies. */
export function createServe(router: Router, parts: Parts): Serve {
  const { db, today, settings } = parts;
  const endpoints: AnyEndpoint[] = [];
  const idOf = createFinder(db);
  const begun = createBeginning(idOf, today);
  const put = createMount(router, parts, createGate({ db, settings }, idOf));
  const mount: typeof put = (endpoint, answer) => {
    endpoints.push(endpoint);
    put(endpoint, answer);
  };
  return {
    db,
    today,
    secure: isSecure(settings),
    settings,
    endpoints,
    idOf,
    overall: (endpoint, answer) => mount(endpoint, (asked) => answer(asked as never)),
    inProgramme: (endpoint, answer) =>
      mount(endpoint, async (asked) => {
        const { asOf } = asked.query as { asOf?: string };
        refuseFuture(asOf, today());
        const programmeId = await idOf(String(asked.params.programme));
        return reading(db, { programmeId, asOf, today: today() }, (reader) => answer(reader, asked as never));
      }),
    keep: (endpoint, answer, reasonOf, previewOf) =>
      mount(endpoint, async (asked) => {
        const { by, command } = await begun(endpoint, asked, reasonOf?.(asked.input as never) ?? '');
        const preview = { programmeId: command.programmeId, tables: previewOf?.(asked.query as never) };
        return changeOrPreview(db, by, preview, (writer) =>
          once(writer, asked, () => answer(writer, command as never)),
        );
      }),
    keepUnlogged: (endpoint, answer) =>
      mount(endpoint, async (asked) => {
        const { command } = await begun(endpoint, asked, '');
        return unloggedTransaction(db, (writer) => once(writer, asked, () => answer(writer, command as never)));
      }),
    keepFile: createFileServe(parts, begun, mount),
  };
}
