// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { differencesIn } from '../../api/recompute.ts';
import { closeCall, rank } from '../harness/calls.ts';
import { day, done, withKeepers } from '../harness/keeping.ts';
import { signIn } from '../harness/people.ts';

const programme = 'citta-campione';
const { database, ask, anyone, as } = withKeepers(programme);
const at = (days: number) => `${day(days)}T10:00:00.000Z`;
let area = '';
let spaces: string[] = [];
beforeAll(async () => {
  area = (await done(ask('GET', '/areas'))).items[0].key;
  await sql`update space set state = 'available' where programme_id = (select programme_id from programme where key = ${programme})
    and key in (select key from space where state = 'surveyed' limit 2)`.execute(database.db);
  spaces = (await done(ask('GET', '/spaces?state=available'))).items.map(({ key }: { key: string }) => key);
});

const lotsOf = (keys: readonly string[]) => keys.map((space) => ({ space, feeEurYear: 1200 }));

async function drafted(more: object) {
  const draft = await done(ask('POST', '/call-drafts', { kind: 'space', area }));
  const plan = { ...draft.plan, opensAt: at(-1), closesAt: at(10), requirements: [], ...more };
  return done(ask('PUT', `/call-drafts/${draft.draftId}`, { plan }, draft.version));
}

describe('a draft', () => {
  test('says everything that stands against publishing it, and is not published so', async () => {
    const draft = await drafted({
      closesAt: at(-5),
      criteria: [{ name: { it: 'Qualità' }, weight: 90, scale: 10, threshold: null }],
      lots: lotsOf(['nowhere']),
    });
    expect(draft.faults.map(({ name }: { name: string }) => name)).toEqual([
      'closesAt',
      'closesAt',
      'criteria',
      'lots.0.space',
    ]);
    const refused = await ask('POST', `/call-drafts/${draft.draftId}/publication`, { act: 'x' }, draft.version);
    expect(refused.status).toBeGreaterThanOrEqual(400);
  });

  test('is nobody’s to see, and leaves nothing in the log', async () => {
    await drafted({ name: { it: 'Bando segreto' } });
    expect((await anyone('GET', '/call-drafts')).status).toBe(401);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from change
      where after::text like '%Bando segreto%'`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });
});

describe('a whole call for spaces', () => {
  test('from the draft to a ranking that anybody can compute again', async () => {
    expect(spaces.length).toBeGreaterThanOrEqual(2);
    const lots = lotsOf(spaces.slice(0, 2));
    const draft = await drafted({ lots, name: { it: 'Bando di prova per spazi' } });
    expect(draft.faults).toEqual([]);
    const { call } = await done(
      ask('POST', `/call-drafts/${draft.draftId}/publication`, { act: 'Determina n. 9' }, draft.version),
    );
    const { rows: criteria } = await sql<{ key: string; scale: number }>`select key, scale::float8 as scale
      from call_criterion where call = ${call} order by position`.execute(database.db);
    const { rows: own } = await sql<{
      key: string;
    }>`select key from lot where call = ${call} order by position`.execute(database.db);
    const keys = own.map(({ key }) => key);
    for (const [index, wish] of [keys, keys, keys].entries()) {
      const mine = as(await signIn(database, { role: 'applicant', programme }));
      const firm = { name: `Bottega ${index + 1}`, taxCode: '01199250158', vatNumber: '01199250158', linked: [] };
      const content = { firm, project: 'Bottega', requestedEur: null, answers: {}, bonuses: [], lots: wish, aid: [] };
      const saved = await done(mine('PUT', `/calls/${call}/application`, { content, version: 0 }));
      expect(saved.missing).toEqual([]);
      await done(mine('POST', `/calls/${call}/application/submission`, { version: saved.version }));
    }
    await closeCall(database, call);
    const one = await signIn(database, { role: 'evaluator', programme });
    const two = await signIn(database, { role: 'evaluator', programme });
    await done(ask('PUT', `/calls/${call}/evaluators`, { accounts: [one.accountId, two.accountId] }));
    const desk = await done(as(one)('GET', `/calls/${call}/evaluation`));
    expect(desk.items).toHaveLength(3);
    const give = async (who: { cookie: string }, application: number, share: number) => {
      const scores = criteria.map(({ key, scale }) => ({ criterion: key, points: scale * share }));
      await done(as(who)('PUT', `/calls/${call}/applications/${application}/scores`, { scores }));
    };
    const ids = desk.items.map(({ applicationId }: { applicationId: number }) => applicationId);
    await give(one, ids[0], 0.6);
    expect((await done(as(two)('GET', `/calls/${call}/evaluation`))).items[0].others).toEqual([]);
    const early = await ask('POST', `/calls/${call}/rankings`, { kind: 'provisional', act: 'x' });
    expect(early.status).toBeGreaterThanOrEqual(400);
    await done(as(two)('POST', `/calls/${call}/applications/${ids[2]}/conflict`, { reason: 'Un parente' }));
    expect((await done(as(two)('GET', `/calls/${call}/evaluation`))).items[2]).toMatchObject({
      conflict: true,
      content: null,
    });
    await give(two, ids[0], 0.8);
    for (const who of [one, two]) await give(who, ids[1], 0.9);
    await give(one, ids[2], 0.95);
    const provisional = await rank({ ask, database }, call, 'provisional');
    expect(
      provisional.entries.map(({ number, outcome }: { number: number; outcome: string }) => [number, outcome]),
    ).toEqual([
      [3, 'assigned'],
      [2, 'assigned'],
      [1, 'waiting'],
    ]);
    await done(ask('POST', `/calls/${call}/rankings`, { kind: 'final', act: 'Determina n. 12' }));
    const awards = await done(anyone('GET', `/calls/${call}`));
    expect(awards.awardList).toHaveLength(2);
    expect((await done(anyone('GET', `/spaces/${spaces[0]}`))).state).toBe('assigned');
    const next = await done(
      ask('POST', `/calls/${call}/rankings`, { kind: 'next', act: 'Determina n. 14', gaveUp: [3] }),
    );
    expect(next.entries.map(({ number, outcome }: { number: number; outcome: string }) => [number, outcome])).toEqual([
      [3, 'gave-up'],
      [2, 'assigned'],
      [1, 'assigned'],
    ]);
    const file = await done(anyone('GET', `/calls/${call}/rankings/3/recompute.json`));
    expect(differencesIn(file)).toEqual([]);
    file.entries[0].total += 0.0001;
    expect(differencesIn(file)).toHaveLength(1);
    expect(JSON.stringify(file)).not.toContain('01199250158');
  });
});
