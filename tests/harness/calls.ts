// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { type Ask, askingIn, day, done } from './keeping.ts';
import type { TestDatabase } from './office.ts';
import { signIn } from './people.ts';

interface Office {
  database: TestDatabase;
  office: { address: string };
  ask: Ask;
  programme: string;
}

/** VAT numbers that hold by their check digit, one for each firm. */
export const vatNumbers = ['01199250158', '12345670009', '12345670017', '12345670025'] as const;

/** A call that is published and open, drafted from the template of its kind. */
export async function openCall({ ask }: Office, kind: 'space' | 'voucher', more: object): Promise<string> {
  const area = (await done(ask('GET', '/areas'))).items[0].key;
  const draft = await done(ask('POST', '/call-drafts', { kind, area }));
  const [opensAt, closesAt] = [-1, 10].map((days) => `${day(days)}T10:00:00.000Z`);
  const criteria = kind === 'space' ? [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }] : [];
  const plan = { ...draft.plan, opensAt, closesAt, requirements: [], criteria, threshold: null, ...more };
  const saved = await done(ask('PUT', `/call-drafts/${draft.draftId}`, { plan }, draft.version));
  if (saved.faults.length > 0) throw new Error(JSON.stringify(saved.faults));
  const act = { act: 'Determina n. 1' };
  return (await done(ask('POST', `/call-drafts/${draft.draftId}/publication`, act, saved.version))).call;
}

interface Applying {
  name: string;
  vat: string;
  requestedEur?: number;
  lots?: string[];
}

/** Applies to a call as a firm that signs in for it. */
export async function apply({ database, office, programme }: Office, call: string, of: Applying) {
  const mine = askingIn(office, programme, await signIn(database, { role: 'applicant', programme }));
  const firm = { name: of.name, taxCode: of.vat, vatNumber: of.vat, linked: [] };
  const asked = { requestedEur: of.requestedEur ?? null, lots: of.lots ?? [] };
  const content = { firm, project: 'Bottega', answers: {}, bonuses: [], aid: [], ...asked };
  const saved = await done(mine('PUT', `/calls/${call}/application`, { content, version: 0 }));
  return done(mine('POST', `/calls/${call}/application/submission`, { version: saved.version }));
}

/** Closes a call by the clock that decides, and has one evaluator score what was received, the first best. */
export async function closeAndScore({ database, office, ask, programme }: Office, call: string) {
  await sql`update call set closes_at = clock_timestamp() - interval '1 second' where key = ${call}`.execute(
    database.db,
  );
  const judge = await signIn(database, { role: 'evaluator', programme });
  await done(ask('PUT', `/calls/${call}/evaluators`, { accounts: [judge.accountId] }));
  const judging = askingIn(office, programme, judge);
  const { items, criteria } = await done(judging('GET', `/calls/${call}/evaluation`));
  for (const [at, { applicationId }] of items.entries()) {
    const scores = criteria.map(({ key }: { key: string }) => ({ criterion: key, points: 9 - at }));
    await done(judging('PUT', `/calls/${call}/applications/${applicationId}/scores`, { scores }));
  }
}

/** Publishes a ranking, with its act. */
export const rank = ({ ask }: Office, call: string, kind: string, gaveUp: number[] = []) =>
  done(ask('POST', `/calls/${call}/rankings`, { kind, act: `Determina ${kind}`, gaveUp }));

/** Spaces that a call may offer: surveyed ones, made available. */
export async function freeSpaces({ database, ask, programme }: Office, count: number): Promise<string[]> {
  await sql`update space set state = 'available' where programme_id = (select programme_id from programme where key = ${programme})
    and key in (select s.key from space s join programme p using (programme_id) where p.key = ${programme}
      and s.state = 'surveyed' order by s.key limit ${count})`.execute(database.db);
  const { items } = await done(ask('GET', '/spaces?state=available&limit=200'));
  return items.slice(0, count).map(({ key }: { key: string }) => key);
}
