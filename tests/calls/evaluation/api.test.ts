// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, test } from 'vitest';
import { differencesIn } from '../../../api/recompute.ts';
import {
  applied,
  closeCall,
  contentOf,
  publishedCall,
  rank,
  savedApplication,
  submitApplication,
} from '../../harness/calls.ts';
import { day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { ruleOf, type Signed, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, ask, as } = withKeepers(programme);
const criteria = [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }];

interface Entry {
  number: number;
  outcome: string;
  amountCents: number;
}
const evaluator = () => signIn(database, { role: 'evaluator', programme });
const outcomes = ({ entries }: { entries: Entry[] }) => entries.map(({ number, outcome }) => [number, outcome]);

/** A closed ranked call for 100,000 € with applications and a number of evaluators. */
async function closed(amounts: readonly number[], judges: number, more: object = {}) {
  const plan = { budgetEur: 100_000, criteria, threshold: null, bonuses: [], aidRule: null, ...more };
  const call = await publishedCall(ask, 'investment', plan);
  for (const eur of amounts) await applied(as(await signIn(database, { role: 'applicant', programme })), call, eur);
  const named = await Promise.all(Array.from({ length: judges }, evaluator));
  await name(call, named);
  await closeCall(database, call);
  const desk = await done(as(named[0] ?? { cookie: '' })('GET', `/calls/${call}/evaluation`));
  const score = (who: Signed, at: number, points: number) =>
    as(who)('PUT', `/calls/${call}/applications/${desk.items[at].applicationId}/scores`, {
      scores: [{ criterion: desk.criteria[0].key, points }],
    });
  const agreed = (points: number) => [{ criterion: desk.criteria[0].key, points, reason: null }];
  const ids: number[] = desk.items.map(({ applicationId }: { applicationId: number }) => applicationId);
  return { call, named: named as [Signed, ...Signed[]], score, agreed, ids };
}
const name = (call: string, named: readonly Signed[]) =>
  done(ask('PUT', `/calls/${call}/evaluators`, { accounts: named.map(({ accountId }) => accountId) }));
const naming = (call: string, named: readonly Signed[]) =>
  refusal(ask('PUT', `/calls/${call}/evaluators`, { accounts: named.map(({ accountId }) => accountId) }));
const ranking = (call: string, kind: string, gaveUp: number[] = []) => rank({ ask, database }, call, kind, gaveUp);

describe('an evaluation', () => {
  test('needs an existing call with a ranking', async () => {
    const fund = await publishedCall(ask, 'voucher', { budgetEur: 300_000 });
    const one = await evaluator();
    expect(await naming(fund, [one])).toContain('409');
    expect(await naming('no-such-call', [one])).toContain('404');
    await closeCall(database, fund);
    const publication = { kind: 'provisional', act: 'x', objectionsUntil: `${day(3)}T10:00:00.000Z` };
    expect(await ruleOf(ask('POST', `/calls/${fund}/rankings`, publication))).toBe('ranked-only');
  });

  test('keeps evaluators who have scored, and locks scores once the others are visible', async () => {
    const { call, named, score } = await closed([50_000], 2);
    const [one, two] = named as [Signed, Signed];
    await done(score(one, 0, 6));
    await done(score(one, 0, 7));
    expect(await naming(call, [two])).toContain('409');
    await done(score(two, 0, 9));
    expect(await refusal(score(one, 0, 10))).toContain('409');
    await ranking(call, 'provisional');
    expect(await naming(call, [one, two, await evaluator()])).toContain('409');
  });

  test('counts a consensus once each evaluator has confirmed the version they saw', async () => {
    const { call, named, score, agreed, ids } = await closed([50_000], 2);
    for (const [at, who] of named.entries()) await done(score(who, 0, 6 + at));
    const path = `/calls/${call}/applications/${ids[0]}/consensus`;
    await done(ask('PUT', path, { scores: agreed(9) }));
    const publication = { kind: 'provisional', act: 'x', objectionsUntil: `${day(3)}T10:00:00.000Z` };
    expect(await ruleOf(ask('POST', `/calls/${call}/rankings`, publication))).toBe('consensus-open');
    const confirm = (who: Signed, points: number) =>
      as(who)('POST', `${path}/confirmation`, { scores: agreed(points) });
    expect((await confirm(named[0], 8)).status).toBe(412);
    for (const who of named) await done(confirm(who, 9));
    expect((await done(ask('GET', `/calls/${call}/round`))).items[0]).toMatchObject({ agreed: true });
    // A new consensus needs all confirmations again; after a withdrawal the individual scores count.
    await done(ask('PUT', path, { scores: agreed(10) }));
    expect((await done(ask('GET', `/calls/${call}/round`))).items[0]).toMatchObject({ agreed: false });
    await done(ask('PUT', path, { scores: [] }));
    expect((await ranking(call, 'provisional')).entries[0].total).toBe(65);
  });

  test('drops a consensus after a conflict of interest, and reopens for readmitted applications', async () => {
    const { call, named, score, agreed, ids } = await closed([50_000, 20_000], 1);
    const [one] = named;
    await done(ask('POST', `/calls/${call}/applications/${ids[1]}/exclusion`, { reason: 'Manca la firma.' }));
    await done(score(one, 0, 6));
    const path = `/calls/${call}/applications/${ids[0]}/consensus`;
    await done(ask('PUT', path, { scores: agreed(9) }));
    await done(as(one)('POST', `/calls/${call}/applications/${ids[0]}/conflict`, { reason: 'Un parente' }));
    expect((await done(ask('GET', `/calls/${call}/round`))).items[0]).toMatchObject({ agreed: false, consensus: [] });
    const two = await evaluator();
    await name(call, [one, two]);
    await done(score(two, 0, 5));
    await ranking(call, 'provisional');
    await done(ask('POST', `/calls/${call}/applications/${ids[1]}/readmission`, { reason: 'La firma c’era.' }));
    expect(await ruleOf(ask('POST', `/calls/${call}/rankings`, { kind: 'final', act: 'x' }))).toBe('scores-open');
    for (const who of [one, two]) await done(score(who, 1, 7));
    expect(await ruleOf(score(two, 0, 9))).toBe('ranking-published');
    expect(outcomes(await ranking(call, 'final'))).toEqual([
      [2, 'assigned'],
      [1, 'assigned'],
    ]);
  });

  test('keeps evaluators who lost the role, and scores that were visible', async () => {
    const { call, named, score } = await closed([50_000], 2);
    const [one, two] = named as [Signed, Signed];
    for (const [at, who] of named.entries()) await done(score(who, 0, 6 + at));
    await database.db
      .updateTable('access.role')
      .set({ ended_at: new Date() })
      .where('account_id', '=', two.accountId)
      .execute();
    await name(call, [one, two, await evaluator()]);
    expect(await ruleOf(score(one, 0, 10))).toBe('scores-seen');
  });

  test('never shows evaluators their own application', async () => {
    const call = await publishedCall(ask, 'investment', {
      budgetEur: 100_000,
      criteria,
      threshold: null,
      aidRule: null,
    });
    const both = await signIn(database, { role: 'applicant', programme });
    await applied(as(both), call, 50_000);
    const other = await evaluator();
    const { db } = database;
    await db.updateTable('access.role').set({ role: 'evaluator' }).where('account_id', '=', both.accountId).execute();
    await name(call, [both, other]);
    await closeCall(database, call);
    const [item] = (await done(as(both)('GET', `/calls/${call}/evaluation`))).items;
    expect(item).toMatchObject({ conflict: true, content: null });
    const scores = { scores: [{ criterion: 'x', points: 10 }] };
    expect(await ruleOf(as(both)('PUT', `/calls/${call}/applications/${item.applicationId}/scores`, scores))).toBe(
      'conflict-declared',
    );
  });

  test('accepts a conflict after closing only with another evaluator, which reopens the round', async () => {
    const { call, named, score, ids } = await closed([50_000], 1);
    const [one] = named;
    await done(score(one, 0, 8));
    await done(ask('POST', `/calls/${call}/round/closing`));
    const conflict = () => as(one)('POST', `/calls/${call}/applications/${ids[0]}/conflict`, { reason: 'Un parente' });
    expect(await ruleOf(conflict())).toBe('round-closed');
    const two = await evaluator();
    await name(call, [one, two]);
    await done(conflict());
    await done(score(two, 0, 5));
    expect((await ranking(call, 'provisional')).entries[0].total).toBe(50);
  });
});

describe('a ranking', () => {
  test('has the declared objection period from the next day, and never shortens it', async () => {
    const { call, named, score } = await closed([50_000], 1);
    await done(score(named[0], 0, 8));
    const publish = (objectionsUntil?: string) =>
      ask('POST', `/calls/${call}/rankings`, {
        kind: 'provisional',
        act: 'x',
        ...(objectionsUntil ? { objectionsUntil } : {}),
      });
    expect((await publish()).body.errors[0].name).toBe('objectionsUntil');
    expect(await ruleOf(publish(`${day(-1)}T10:00:00.000Z`))).toBe('objections-until-needed');
    await done(publish(`${day(10)}T10:00:00.000Z`));
    expect(await ruleOf(publish(`${day(5)}T10:00:00.000Z`))).toBe('objections-cut');
    await done(publish(`${day(12)}T10:00:00.000Z`));
  });

  test('continues from the published one: later changes move nobody', async () => {
    const { call, named, score } = await closed([60_000, 60_000, 40_000], 1, { partialGrants: false });
    for (const [at, points] of [9, 8, 7].entries()) await done(score(named[0], at, points));
    await ranking(call, 'provisional');
    const final = await ranking(call, 'final');
    expect(outcomes(final)).toEqual([
      [1, 'assigned'],
      [2, 'waiting'],
      [3, 'waiting'],
    ]);
    await database.pool.query(
      'update access.score set points = 1 where application_id in (select application_id from access.application where call = $1 and number = 2)',
      [call],
    );
    for (const gaveUp of [[77], [2, 77]])
      expect((await ask('POST', `/calls/${call}/rankings`, { kind: 'next', act: 'x', gaveUp })).status).toBe(400);
    const next = await ranking(call, 'next', [1]);
    expect(outcomes(next)).toEqual([
      [1, 'gave-up'],
      [2, 'assigned'],
      [3, 'assigned'],
    ]);
    const file = await done(ask('GET', `/calls/${call}/rankings/3/recompute.json`));
    expect(differencesIn(file)).toEqual([]);
  });

  test('gives the reason when an exclusion ends an award; no readmission after the final one', async () => {
    const { call, named, score, ids } = await closed([60_000], 1);
    await done(score(named[0], 0, 9));
    await ranking(call, 'provisional');
    await ranking(call, 'final');
    await done(ask('POST', `/calls/${call}/applications/${ids[0]}/exclusion`, { reason: 'Dichiarazione falsa.' }));
    expect(await ruleOf(ask('POST', `/calls/${call}/applications/${ids[0]}/readmission`, { reason: 'x' }))).toBe(
      'ranking-final',
    );
    expect(outcomes(await ranking(call, 'next'))).toEqual([[1, 'excluded']]);
    expect(await done(ask('GET', `/awards/${call}.a1`))).toMatchObject({
      stage: 'revoked',
      endedReason: { it: 'Dichiarazione falsa.' },
    });
  });

  test('refuses requests outside the grant limits or above the share of the cost', async () => {
    const limits = { grantMinEur: 10_000, grantMaxEur: 50_000, grantShare: 0.5 };
    const call = await publishedCall(ask, 'investment', {
      budgetEur: 100_000,
      criteria,
      threshold: null,
      aidRule: null,
      ...limits,
    });
    const asks = async (requestedEur: number, costEur: number | null) => {
      const mine = as(await signIn(database, { role: 'applicant', programme }));
      const version = await savedApplication(mine, call, requestedEur, { ...contentOf(requestedEur), costEur });
      return submitApplication(mine, call, version);
    };
    for (const [requested, cost, rule] of [
      [5, 100_000, 'request-below-least'],
      [50_000.01, 200_000, 'request-above-most'],
      [30_000, 59_999, 'request-above-share'],
      [30_000, null, 'application-incomplete'],
    ] as const)
      expect(await ruleOf(asks(requested, cost))).toBe(rule);
    await done(asks(30_000, 60_000));
  });
});
