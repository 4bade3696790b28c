// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { differencesIn } from '../../../api/recompute.ts';
import { closeCall, freeSpaces, rank, spaceCall } from '../../harness/calls.ts';
import { day, done, withKeepers } from '../../harness/keeping.ts';
import { ruleOf, signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const { database, office, ask, anyone, as } = withKeepers(programme);
const at = (days: number) => `${day(days)}T10:00:00.000Z`;
let area = '';
beforeAll(async () => {
  area = (await done(ask('GET', '/areas'))).items[0].key;
});

const free = (count: number) => freeSpaces({ database, office, ask, programme }, count);
const lotsOf = (keys: readonly string[]) => keys.map((space) => ({ space, feeEurYear: 1200 }));

async function drafted(more: object) {
  const draft = await done(ask('POST', '/call-drafts', { kind: 'space', area }));
  const plan = { ...draft.plan, opensAt: at(-1), closesAt: at(10), requirements: [], ...more };
  return done(ask('PUT', `/call-drafts/${draft.draftId}`, { plan }, draft.version));
}

describe('a draft', () => {
  test('lists everything that blocks publication, and cannot be published with it', async () => {
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

  test('cannot use a missing criterion as tie-breaker', async () => {
    const criteria = [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }];
    const draft = await drafted({
      criteria,
      tieBreaks: ['earlier', { criterion: 7 }],
      lots: lotsOf(await free(1)),
    });
    expect(draft.faults.map(({ name }: { name: string }) => name)).toEqual(['tieBreaks.1']);
  });

  test('belongs to its area: offices of other areas can neither see nor change it', async () => {
    const other = (await done(ask('GET', '/areas'))).items[1].key;
    const elsewhere = as(await signIn(database, { role: 'official', programme, areas: [other] }));
    const { draftId, plan, version } = await drafted({ name: { it: 'Di un’altra area' } });
    const { items } = await done(elsewhere('GET', '/call-drafts'));
    expect(items.every((one: { plan: { area: string } }) => one.plan.area === other)).toBe(true);
    const own = { ...plan, area: other };
    const tries = [
      elsewhere('PUT', `/call-drafts/${draftId}`, { plan: own }, version),
      elsewhere('POST', `/call-drafts/${draftId}/publication`, { act: 'x' }, version),
      elsewhere('DELETE', `/call-drafts/${draftId}`),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 403]);
    const mine = await done(elsewhere('POST', '/call-drafts', { kind: 'voucher', area: other }));
    const taken = { ...mine.plan, area };
    expect((await elsewhere('PUT', `/call-drafts/${mine.draftId}`, { plan: taken }, mine.version)).status).toBe(403);
  });

  test('cannot take a space that another call takes at the same moment', async () => {
    const [space] = await free(1);
    const criteria = [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }];
    const drafts = await Promise.all([1, 2].map(() => drafted({ criteria, lots: lotsOf([space ?? '']) })));
    const publish = ({ draftId, version }: { draftId: number; version: number }) =>
      ask('POST', `/call-drafts/${draftId}/publication`, { act: 'Determina n. 5' }, version);
    const replies = await Promise.all(drafts.map(publish));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('without money gets none by an amendment, and opens no earlier than its publication', async () => {
    const call = await spaceCall({ database, office, ask, programme }, await free(1));
    const { run } = await done(anyone('GET', `/calls/${call}`));
    expect(Date.parse(run.opensAt)).toBeGreaterThan(Date.now() - 60_000);
    const amendment = { act: 'x', closesAt: null, budgetEur: 1000, reason: { it: 'x' } };
    expect(await ruleOf(ask('POST', `/calls/${call}/amendments`, amendment))).toBe('budget-none');
  });

  test('is not public, and not in the log', async () => {
    await drafted({ name: { it: 'Bando segreto' } });
    expect((await anyone('GET', '/call-drafts')).status).toBe(401);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from change
      where after::text like '%Bando segreto%'`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });
});

describe('a whole call for spaces', () => {
  test('goes from the draft to a ranking that anyone can recompute', async () => {
    const spaces = await free(2);
    const lots = lotsOf(spaces);
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
