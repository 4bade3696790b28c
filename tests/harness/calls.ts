// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../db/client.ts';
import { type Ask, day, done } from './keeping.ts';

const at = (days: number) => `${day(days)}T10:00:00.000Z`;

/** A call of a kind that is open, made as an official makes one; gives its key. */
export async function publishedCall(ask: Ask, kind: string, more: object = {}): Promise<string> {
  const area = (await done(ask('GET', '/areas'))).items[0].key;
  const draft = await done(ask('POST', '/call-drafts', { kind, area }));
  const plan = { ...draft.plan, opensAt: at(-1), closesAt: at(10), requirements: [], ...more };
  const saved = await done(ask('PUT', `/call-drafts/${draft.draftId}`, { plan }, draft.version));
  if (saved.faults.length > 0) throw new Error(JSON.stringify(saved.faults));
  const act = { act: 'Determina di prova n. 7' };
  return (await done(ask('POST', `/call-drafts/${draft.draftId}/publication`, act, saved.version))).call;
}

/** What a firm fills in; asks for money where the call gives any. */
export const contentOf = (requestedEur: number | null, more: object = {}) => ({
  firm: { name: 'Ditta prova', taxCode: '01199250158', vatNumber: '01199250158', linked: [] },
  project: 'Prove sui materiali',
  requestedEur,
  answers: {},
  bonuses: [],
  lots: [],
  aid: [],
  ...more,
});

/** Saves an application as somebody; gives the version that can be submitted. */
export async function savedApplication(mine: Ask, call: string, requestedEur: number | null, more: object = {}) {
  const input = { content: contentOf(requestedEur, more), version: 0 };
  return (await done(mine('PUT', `/calls/${call}/application`, input))).version as number;
}

export const submitApplication = (mine: Ask, call: string, version: number) =>
  mine('POST', `/calls/${call}/application/submission`, { version });

/** Saves and submits. */
export async function applied(mine: Ask, call: string, requestedEur: number | null, more: object = {}) {
  return done(submitApplication(mine, call, await savedApplication(mine, call, requestedEur, more)));
}

/** Closes a call by the clock that decides: the database's. */
export const closeCall = ({ db }: { db: OfficinaDb }, call: string) =>
  sql`update call set closes_at = clock_timestamp() - interval '1 second' where key = ${call}`.execute(db);
