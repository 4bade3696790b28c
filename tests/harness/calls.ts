// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { vatFrom } from '../../api/overview/sample/rules.ts';
import { change } from '../../db/change.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { type Ask, askingIn, day, done } from './keeping.ts';
import type { TestDatabase } from './office.ts';
import { signIn } from './people.ts';

const at = (days: number) => `${day(days)}T10:00:00.000Z`;

/** Creates and opens a call of a kind through the API; returns its key. */
export async function publishedCall(ask: Ask, kind: string, more: object = {}): Promise<string> {
  const area = (await done(ask('GET', '/areas'))).items[0].key;
  const draft = await done(ask('POST', '/call-drafts', { kind, area }));
  const plan = { ...draft.plan, opensAt: at(-1), closesAt: at(10), requirements: [], ...more };
  const saved = await done(ask('PUT', `/call-drafts/${draft.draftId}`, { plan }, draft.version));
  if (saved.faults.length > 0) throw new Error(JSON.stringify(saved.faults));
  const act = { act: 'Determina di prova n. 7' };
  return (await done(ask('POST', `/call-drafts/${draft.draftId}/publication`, act, saved.version))).call;
}

let firms = 0;
/** A new firm with unique codes. */
function newFirm(name = 'Ditta prova') {
  firms += 1;
  const code = vatFrom(300_000_000 + firms);
  return { name, taxCode: code, vatNumber: code, linked: [] };
}

/** A complete application; requests money if the call offers it. */
export const contentOf = (requestedEur: number | null, more: object = {}) => ({
  firm: newFirm(),
  project: 'Prove sui materiali',
  requestedEur,
  costEur: requestedEur === null ? null : 4 * requestedEur,
  answers: {},
  bonuses: [],
  lots: [],
  aid: [],
  ...more,
});

/** Saves an application; returns the version to submit. */
export async function savedApplication(mine: Ask, call: string, requestedEur: number | null, more: object = {}) {
  const input = { content: contentOf(requestedEur, more), version: 0 };
  return (await done(mine('PUT', `/calls/${call}/application`, input))).version as number;
}

export const submitApplication = (mine: Ask, call: string, version: number) =>
  mine('POST', `/calls/${call}/application/submission`, { version });

/** Saves and submits an application. */
export async function applied(mine: Ask, call: string, requestedEur: number | null, more: object = {}) {
  return done(submitApplication(mine, call, await savedApplication(mine, call, requestedEur, more)));
}

/** Closes a call by the database's clock. */
export const closeCall = ({ db }: { db: OfficinaDb }, call: string) =>
  change(db, { actor: 'test', reason: '' }, (writer) =>
    sql`update call set opens_at = least(opens_at, clock_timestamp() - interval '1 day'),
      closes_at = clock_timestamp() - interval '1 second' where key = ${call}`.execute(writer),
  );

interface Office {
  database: TestDatabase;
  office: { address: string };
  ask: Ask;
  programme: string;
}

/** VAT numbers with a valid check digit, one per firm. */
export const vatNumbers = ['01199250158', '12345670009', '12345670017', '12345670025'] as const;
const oneCriterion = [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }];

/** An open call for spaces with one criterion. */
export const spaceCall = ({ ask }: Office, lots: readonly string[], more: object = {}) =>
  publishedCall(ask, 'space', {
    lots: lots.map((space) => ({ space, feeEurYear: 1200 })),
    criteria: oneCriterion,
    threshold: null,
    ...more,
  });

interface Firm {
  name: string;
  vat: string;
  requestedEur?: number;
  lots?: string[];
}

/** Applies to a call as a newly signed-in firm. */
export async function applyAs({ database, office, programme }: Office, call: string, of: Firm) {
  const mine = askingIn(office, programme, await signIn(database, { role: 'applicant', programme }));
  const firm = { name: of.name, taxCode: of.vat, vatNumber: of.vat, linked: [] };
  return applied(mine, call, of.requestedEur ?? null, { firm, lots: of.lots ?? [] });
}

/** Closes a call and has one evaluator score the applications, highest first. */
export async function closeAndScore({ database, office, ask, programme }: Office, call: string) {
  await closeCall(database, call);
  const judge = await signIn(database, { role: 'evaluator', programme });
  await done(ask('PUT', `/calls/${call}/evaluators`, { accounts: [judge.accountId] }));
  const judging = askingIn(office, programme, judge);
  const { items, criteria } = await done(judging('GET', `/calls/${call}/evaluation`));
  for (const [at, { applicationId }] of items.entries()) {
    const scores = criteria.map(({ key }: { key: string }) => ({ criterion: key, points: 9 - at }));
    await done(judging('PUT', `/calls/${call}/applications/${applicationId}/scores`, { scores }));
  }
}

/** Ends the objection period of a call's latest ranking. */
export const endObjections = ({ db }: { db: OfficinaDb }, call: string) =>
  change(db, { actor: 'test', reason: '' }, (writer) =>
    sql`update ranking set objections_until = clock_timestamp() where call = ${call} and kind = 'provisional'`.execute(
      writer,
    ),
  );

/** Publishes a ranking with its act; the objection period of a provisional one ends at once. */
export async function rank(
  { ask, database }: Pick<Office, 'ask' | 'database'>,
  call: string,
  kind: string,
  gaveUp: number[] = [],
) {
  const until = kind === 'provisional' ? { objectionsUntil: at(3) } : {};
  const ranking = await done(
    ask('POST', `/calls/${call}/rankings`, { kind, act: `Determina ${kind}`, gaveUp, ...until }),
  );
  if (kind === 'provisional') await endObjections(database, call);
  return ranking;
}

/** Spaces that a call can offer: sets surveyed ones to available. */
export async function freeSpaces({ database, ask, programme }: Office, count: number): Promise<string[]> {
  await sql`update space set state = 'available' where programme_id = (select programme_id from programme where key = ${programme})
    and key in (select s.key from space s join programme p using (programme_id) where p.key = ${programme}
      and s.state = 'surveyed' order by s.key limit ${count})`.execute(database.db);
  const { items } = await done(ask('GET', '/spaces?state=available&limit=200'));
  return items.slice(0, count).map(({ key }: { key: string }) => key);
}
