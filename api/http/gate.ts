// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request } from 'express';
import { readDraftArea } from '../../db/calls/drafting/reads.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { readAreaOf } from '../../db/people/accounts/reads.ts';
import type { AnyEndpoint } from '../contract.ts';
import { parse } from './parse.ts';
import { Refused } from './refusals.rules.ts';
import { hangsOnArea, may } from './rights.rules.ts';
import { type Actor, actorOf, carriesSession, isSecure, type OfficeSettings, refuseForeign } from './session.ts';

/** Area in the path or body, for rights that depend on one. */
async function areaAsked(db: OfficinaDb, programmeId: number, named: Record<string, unknown>) {
  for (const table of ['milestone', 'initiative', 'call', 'award'] as const) {
    const key = named[table];
    if (typeof key === 'string') return readAreaOf(db, programmeId, { table, key });
  }
  if (named.draft !== undefined) return readDraftArea(db, programmeId, Number(named.draft));
  return typeof named.area === 'string' ? named.area : undefined;
}

/** Area in the body: of the item itself or of a call's plan. */
function areaNamed({ area, plan }: Record<string, unknown>): string | undefined {
  const within = (plan as { area?: unknown } | undefined)?.area;
  return [area, within].find((one): one is string => typeof one === 'string');
}

/** Checks the rights table against the endpoint and the items named in path and body. */
export function createGate(
  { db, settings }: { db: OfficinaDb; settings: OfficeSettings },
  idOf: (programme: string) => Promise<number>,
) {
  const refuse = (actor: Actor | null) => {
    throw new Refused({ code: actor ? 'not-yours' : 'sign-in-first' });
  };
  /** Checks role, then area and lab of the path. Throws `sign-in-first` without a session, else `not-yours`. */
  const enter = async (endpoint: AnyEndpoint, req: Request): Promise<Actor | null> => {
    if (endpoint.method !== 'GET') refuseForeign(req, settings.publicUrl);
    const actor = carriesSession(req) ? await actorOf(db, req, isSecure(settings)) : null;
    const programme = typeof req.params.programme === 'string' ? req.params.programme : null;
    const grants = actor?.grants ?? null;
    if (!may(endpoint.may, grants, { programme })) refuse(actor);
    if (actor && programme !== null && endpoint.may !== 'anyone') {
      // What no item can be named is refused before it reaches the database.
      const named = parse(endpoint.params, req.params) as Record<string, unknown>;
      const area = hangsOnArea(endpoint.may) ? await areaAsked(db, await idOf(programme), named) : undefined;
      const lab = typeof req.params.lab === 'string' ? req.params.lab : undefined;
      if (!may(endpoint.may, grants, { programme, ...(area === undefined ? {} : { area }), ...(lab ? { lab } : {}) }))
        refuse(actor);
    }
    return actor;
  };
  /** The body may create an item in an area or move it there: the account needs that area too. */
  const enterArea = (endpoint: AnyEndpoint, actor: Actor | null, programme: string, input: Record<string, unknown>) => {
    const area = areaNamed(input);
    if (area !== undefined && !may(endpoint.may, actor?.grants ?? null, { programme, area })) refuse(actor);
  };
  return { enter, enterArea };
}
