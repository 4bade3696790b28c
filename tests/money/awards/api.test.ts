// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { differencesIn } from '../../../api/recompute.ts';
import {
  applied,
  applyAs,
  closeAndScore,
  freeSpaces,
  publishedCall,
  rank,
  spaceCall,
  vatNumbers,
} from '../../harness/calls.ts';
import { day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { today } from '../../harness/office.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const { database, office, ask, anyone, as } = withKeepers(programme);
const here = { database, office, ask, programme };
const [first, second, third] = vatNumbers;
const awardOf = (key: string) => done(anyone('GET', `/awards/${key}`));
/** Acts on an award with its current version. */
const act = async (key: string, path: string, input: object) =>
  ask('POST', `/awards/${key}${path}`, input, (await awardOf(key)).version);
const stateOf = async (space: string) => (await done(anyone('GET', `/spaces/${space}`))).state;
const sign = (key: string) => done(act(key, '/steps', { step: 'signed', on: today(), act: 'Rep. 9' }));
/** Backdates an award. */
const since = (call: string, days: number) =>
  sql`update award set awarded_on = ${day(days)} where call = ${call}`.execute(database.db);

describe('an award of a space', () => {
  /** A call for two spaces awarded over a year ago to the first two of three firms. */
  async function awarded() {
    const spaces = await freeSpaces(here, 2);
    const call = await spaceCall(here, spaces, { name: { it: 'Bando delle botteghe' } });
    const { lotList } = await done(anyone('GET', `/calls/${call}`));
    const wish = lotList.map(({ key }: { key: string }) => key);
    for (const [at, vat] of [first, second, third].entries())
      await applyAs(here, call, { name: `Bottega ${at + 1}`, vat, lots: wish });
    await closeAndScore(here, call);
    await rank(here, call, 'provisional');
    await rank(here, call, 'final');
    await since(call, -400);
    return { call, spaces };
  }

  test('creates an organisation for its firm without exposing its tax code', async () => {
    const { call } = await awarded();
    const award = await awardOf(`${call}.a1`);
    expect(award).toMatchObject({
      stage: 'awarded',
      recipientKind: 'firm',
    });
    expect(award.space).not.toBeNull();
    const organisation = await done(anyone('GET', `/organisations/${award.organisation.key}`));
    expect(organisation).toMatchObject({ kind: 'firm' });
    expect(organisation.awards.map(({ award: key }: { award: string }) => key)).toContain(`${call}.a1`);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from change
      where after::text like ${`%${second}%`}`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });

  test('goes from agreement through keys to the opening, which puts the space in use', async () => {
    const { call, spaces } = await awarded();
    const key = `${call}.a1`;
    expect(await refusal(act(key, '/steps', { step: 'keys', on: day(-390) }))).toContain('previous step is missing');
    expect(await refusal(act(key, '/steps', { step: 'signed', on: day(-390) }))).toContain('Enter the act');
    await done(act(key, '/steps', { step: 'signed', on: day(-390), act: 'Rep. 12' }));
    await done(act(key, '/steps', { step: 'keys', on: day(-380) }));
    expect(await stateOf(spaces[0] ?? '')).toBe('assigned');
    await done(act(key, '/steps', { step: 'opened', on: day(-370) }));
    expect(await stateOf(spaces[0] ?? '')).toBe('in-use');
    expect(await awardOf(key)).toMatchObject({ stage: 'opened', nextCheck: { months: 6, state: 'overdue' } });
    const early = { months: 24, checkedOn: day(-370), outcome: 'passed' };
    expect(await refusal(act(key, '/checks', early))).toContain('record it later');
    await done(act(key, '/checks', { months: 6, checkedOn: day(-180), outcome: 'passed' }));
    const undated = { expected: 5, jobs: 3, countedOn: null };
    expect(await refusal(act(key, '/jobs', undated))).toContain('day they were counted is missing');
    await done(act(key, '/jobs', { expected: 5, jobs: 3, countedOn: day(-10) }));
    const award = await awardOf(key);
    expect(award).toMatchObject({ jobsExpected: 5, jobs: 3, nextCheck: { months: 12 } });
    expect(award.checks[0]).toMatchObject({ state: 'made', outcome: 'passed' });
    await done(act(key, '/end', { as: 'term-ended', on: today() }));
    expect(await stateOf(spaces[0] ?? '')).toBe('returned');
    const { items } = await done(anyone('GET', `/changes?item=awards/${key}`));
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('opened');
  });

  test('refuses outdated versions and offices of another area', async () => {
    const { call } = await awarded();
    const key = `${call}.a1`;
    const { version, area } = await awardOf(key);
    const jobs = { expected: 6, jobs: null, countedOn: null };
    expect((await ask('POST', `/awards/${key}/jobs`, jobs, version - 1)).status).toBe(412);
    const areas = (await done(anyone('GET', '/areas'))).items.map((one: { key: string }) => one.key);
    const other = areas.find((one: string) => one !== area.key);
    const elsewhere = as(await signIn(database, { role: 'official', programme, areas: [other] }));
    expect((await elsewhere('POST', `/awards/${key}/jobs`, jobs, version)).status).toBe(403);
  });

  test('that is revoked frees its space, and a later ranking skips the same firm', async () => {
    const { call, spaces } = await awarded();
    const key = `${call}.a1`;
    expect(await refusal(act(key, '/end', { as: 'revoked', on: today() }))).toContain('Enter the act');
    const ends = { as: 'revoked', on: today(), act: 'Determina n. 30', reason: { it: 'Mai pagato il canone' } };
    await done(act(key, '/end', ends));
    expect(await stateOf(spaces[0] ?? '')).toBe('available');
    const next = await rank(here, call, 'next');
    const outcomes = next.entries.map((one: { number: number; outcome: string }) => [one.number, one.outcome]);
    expect(outcomes).toEqual([
      [1, 'revoked'],
      [2, 'assigned'],
      [3, 'assigned'],
    ]);
    expect(await awardOf(key)).toMatchObject({ stage: 'revoked', endedAct: 'Determina n. 30' });
    expect(await stateOf(spaces[0] ?? '')).toBe('assigned');
    expect(await awardOf(`${call}.a2`)).toMatchObject({ stage: 'awarded', awarded: { date: day(-400) } });
  });

  test('that is signed keeps its space even if a preferred one becomes free', async () => {
    const { call, spaces } = await awarded();
    const key = `${call}.a2`;
    await done(act(key, '/steps', { step: 'signed', on: day(-300), act: 'Rep. 14' }));
    await rank(here, call, 'next', [1]);
    expect((await awardOf(key)).space.key).toBe(spaces[1]);
    expect((await awardOf(`${call}.a3`)).space.key).toBe(spaces[0]);
    expect(differencesIn(await done(anyone('GET', `/calls/${call}/rankings/3/recompute.json`)))).toEqual([]);
  });

  test('whose space is offered by a later call does not pass it to the next in its own ranking', async () => {
    const { call, spaces } = await awarded();
    const ends = { as: 'revoked', on: today(), act: 'Determina n. 31', reason: { it: 'Mai aperta' } };
    await done(act(`${call}.a1`, '/end', ends));
    const again = await spaceCall(here, spaces.slice(0, 1));
    expect(await stateOf(spaces[0] ?? '')).toBe('in-call');
    const next = await rank(here, call, 'next');
    expect(next.entries.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['revoked', 'assigned', 'waiting']);
    expect(await stateOf(spaces[0] ?? '')).toBe('in-call');
    expect((await done(anyone('GET', `/calls/${again}`))).lotList).toHaveLength(1);
  });

  test('that a ranking removes after a step is ended instead of deleted, and no longer counted', async () => {
    const { call } = await awarded();
    const key = `${call}.a2`;
    const floorArea = async () => {
      const { periphery } = await done(anyone('GET', '/zones'));
      const one = periphery.find(({ measure }: { measure: string }) => measure === 'floor-area');
      return one.periphery + one.centre + one.noZone;
    };
    await done(act(key, '/steps', { step: 'signed', on: day(-300), act: 'Rep. 13' }));
    const before = await floorArea();
    await rank(here, call, 'next', [1, 2]);
    expect(await awardOf(key)).toMatchObject({ stage: 'gave-up', signedAct: 'Rep. 13', endedAct: 'Determina next' });
    const [one, two, three] = await Promise.all([1, 2, 3].map((number) => awardOf(`${call}.a${number}`)));
    expect(await floorArea()).toBeCloseTo(before - one.floorAreaM2 - two.floorAreaM2 + three.floorAreaM2, 1);
  });
});

describe('a first-come fund', () => {
  /** A fund of 50,000 €; two firms request 30,000 € each: the first is admitted, the second waits. */
  async function fund() {
    const money = { budgetEur: 50_000, grantMinEur: 20_000, grantMaxEur: 50_000, partialGrants: false, aidRule: null };
    const call = await publishedCall(ask, 'voucher', { ...money, name: { it: 'Voucher di prova' } });
    await applyAs(here, call, { name: 'Prima', vat: first, requestedEur: 30_000 });
    await applyAs(here, call, { name: 'Seconda', vat: vatNumbers[3], requestedEur: 30_000 });
    const order = async () => (await done(anyone('GET', `/calls/${call}/first-come-fund`))).order;
    const states = async () => (await order()).map(({ state }: { state: string }) => state);
    return { call, states, grant: () => ask('POST', `/calls/${call}/grants`, { act: 'Determina n. 40' }) };
  }

  test('becomes awards by one act; an existing firm is reused even under a new name', async () => {
    const { call, grant } = await fund();
    expect(await done(grant())).toMatchObject({ granted: 1 });
    expect(await refusal(grant())).toContain('No admitted application');
    const award = await awardOf(`${call}.a1`);
    expect(award).toMatchObject({ amountEur: 30_000, firstCome: true, space: null });
    const again = await fund();
    await done(again.grant());
    expect((await awardOf(`${again.call}.a1`)).organisation).toEqual(award.organisation);
  });

  test('pays at most the award, and allows a mistaken payment to be cancelled', async () => {
    const { call, grant } = await fund();
    await done(grant());
    const key = `${call}.a1`;
    const pay = (amountEur: number) => act(key, '/payments', { kind: 'advance', amountEur, paidOn: today() });
    expect(await refusal(pay(10_000))).toContain('agreement is not signed');
    await sign(key);
    expect(await refusal(pay(30_000.01))).toContain('would exceed');
    await done(pay(10_000));
    expect(await refusal(pay(20_000.01))).toContain('would exceed');
    const { area, payments } = await awardOf(key);
    expect((await done(anyone('GET', `/areas/${area.key}`))).awarded.paidEur).toBeGreaterThanOrEqual(10_000);
    const money = (await done(anyone('GET', '/money'))).awards;
    const ofCall = money.find((one: { call: { key: string } }) => one.call.key === call);
    expect(ofCall).toMatchObject({ amountEur: 30_000, paidEur: 10_000, budgetEur: 50_000 });
    const [payment] = payments;
    await done(act(key, `/payments/${payment.key}/removal`, { why: 'Importo sbagliato' }));
    expect((await awardOf(key)).paidEur).toBe(0);
  });

  test('is released only by ending the award, and its money goes to the waiting list', async () => {
    const { call, grant, states } = await fund();
    await done(grant());
    expect(await states()).toEqual(['admitted', 'waiting']);
    const { items } = await done(ask('GET', `/calls/${call}/applications`));
    const release = `/calls/${call}/applications/${items[0].applicationId}/release`;
    expect(await refusal(ask('POST', release, { reason: 'x' }))).toContain('grant was already awarded');
    await done(act(`${call}.a1`, '/end', { as: 'gave-up', on: today() }));
    expect(await states()).toEqual(['released', 'admitted']);
    expect(await done(grant())).toMatchObject({ granted: 1 });
  });

  test('keeps the paid part of a revoked award and redistributes the rest', async () => {
    const { call, grant, states } = await fund();
    await done(grant());
    await sign(`${call}.a1`);
    await done(act(`${call}.a1`, '/payments', { kind: 'advance', amountEur: 5000, paidOn: today() }));
    const reason = { it: 'Attività mai iniziata' };
    await done(act(`${call}.a1`, '/end', { as: 'revoked', on: today(), act: 'Determina n. 50', reason }));
    expect(await states()).toEqual(['released', 'admitted']);
    expect(await done(anyone('GET', `/calls/${call}/first-come-fund`))).toMatchObject({
      committedEur: 35_000,
      waiting: 0,
    });
    expect(await done(grant())).toMatchObject({ granted: 1 });
  });

  test('grants nothing that is released in the same moment', async () => {
    const money = { budgetEur: 50_000, grantMinEur: 20_000, grantMaxEur: 50_000, partialGrants: false, aidRule: null };
    for (let turn = 0; turn < 8; turn += 1) {
      const call = await publishedCall(ask, 'voucher', money);
      const mine = as(await signIn(database, { role: 'applicant', programme }));
      await applied(mine, call, 45_000);
      await applyAs(here, call, { name: 'Seconda', vat: vatNumbers[3], requestedEur: 45_000 });
      const grant = () => ask('POST', `/calls/${call}/grants`, { act: 'Determina n. 40' });
      await Promise.all([grant(), mine('POST', `/calls/${call}/application/withdrawal`)]);
      await grant();
      const { awardList } = await done(anyone('GET', `/calls/${call}`));
      expect(awardList.map(({ amountEur }: { amountEur: number }) => amountEur)).toEqual([45_000]);
    }
  });

  test('refuses applications of another call or programme', async () => {
    const { call } = await fund();
    const other = await fund();
    const { items } = await done(ask('GET', `/calls/${other.call}/applications`));
    const release = `/calls/${call}/applications/${items[0].applicationId}/release`;
    expect((await ask('POST', release, { reason: 'x' })).status).toBe(404);
    expect(await other.states()).toEqual(['admitted', 'waiting']);
  });

  test('records why money was released, informs the firm, and assigns added money to the waiting list', async () => {
    const { call, states } = await fund();
    const amendment = { act: 'Determina n. 41', closesAt: null, budgetEur: 60_000, reason: { it: 'Più fondi' } };
    await done(ask('POST', `/calls/${call}/amendments`, amendment));
    expect(await states()).toEqual(['admitted', 'admitted']);
    const received = async () => (await done(ask('GET', `/calls/${call}/applications`))).items[0];
    const { applicationId } = await received();
    await done(ask('POST', `/calls/${call}/applications/${applicationId}/release`, { reason: 'Rinuncia scritta' }));
    expect((await received()).dossier).toMatchObject([{ kind: 'released', words: 'Rinuncia scritta' }]);
  });
});
