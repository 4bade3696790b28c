// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { listMilestones, readMilestone } from '../../../api/plan/milestones/contract.ts';
import { asking } from '../../harness/ask.ts';
import { adoptedOf, day, done, refusal, withKeepers } from '../../harness/keeping.ts';

const programme = 'citta-campione';
const { database, office, ask, anyone } = withKeepers(programme);
let area: string;
let key: string;
let other: string;
let cycle: string;
beforeEach(async () => {
  const made = await adoptedOf(ask, [
    { name: 'Città dell’artigianato: apertura', plannedOn: day(20), weight: 2.5 },
    { name: 'Bando', plannedOn: day(-5) },
  ]);
  [{ area, cycle }, [key = '', other = '']] = [made, made.keys];
});
const now = (one = key) => asking(office.address, programme)(readMilestone, `/milestones/${one}`);
const adding = (input: object = {}) =>
  ask('POST', '/milestones', { cycle, area, name: { it: 'Aggiunto poi' }, plannedOn: day(30), ...input });
const editing = async (input: object, version?: number) =>
  ask('PATCH', `/milestones/${key}`, input, version ?? (await now()).version);
const splitting = async (weights: number[]) =>
  ask(
    'POST',
    `/milestones/${key}/split`,
    { parts: weights.map((weight, at) => ({ name: { it: `Parte ${at + 1}` }, weight })) },
    (await now()).version,
  );
const changes = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n);
const progress = async () => (await done(anyone('GET', `/dashboard?cycle=${cycle}`))).progress;

describe('a milestone', () => {
  test('has a key from its Italian name, numbered if it was ever used', async () => {
    expect(key).toMatch(/^citta-dell-artigianato-apertura(-\d+)?$/);
    const first = await done(adding());
    const second = await done(adding());
    expect(second.key).not.toBe(first.key);
  });

  test('added to an adopted cycle is promised today, for a day that is not past', async () => {
    const before = await changes();
    expect(await refusal(adding({ plannedOn: day(-1) }))).toContain('past');
    expect(await refusal(adding({ plannedOn: undefined }))).toContain('The date is missing');
    expect(await refusal(adding({ area: 'nessuna' }))).toContain('area is not one of the allowed values');
    expect(await refusal(adding({ owner: 'nessuno' }))).toContain('owner is not one of the allowed values');
    expect(await refusal(adding({ cycle: 'nessuno' }))).toContain('cycle is not one of the allowed values');
    expect(await refusal(adding({ name: { it: '' } }))).toContain('400');
    expect(await refusal(adding({ name: { it: 'NUL\u0000' } }))).toContain('400');
    expect(await changes()).toBe(before);
    const made = await done(adding({ why: 'Richiesto dal consiglio' }));
    expect((await now(made.key)).promises).toMatchObject([{ number: 1, madeOn: day(0), due: { date: day(30) } }]);
  });

  test('is edited without changing figures; null clears, omitted fields stay', async () => {
    await done(editing({ note: { it: 'Nota' }, summary: { it: 'Sommario', en: 'Summary' } }));
    const { version } = await done(editing({ note: null, why: 'Nota superata' }));
    expect(await now()).toMatchObject({ note: null, summary: { it: 'Sommario', en: 'Summary' }, version });
    const { items } = await done(anyone('GET', `/changes?item=milestones/${key}&limit=1`));
    expect(items[0]).toMatchObject({ kind: 'edited', reason: 'Nota superata' });
    const before = await changes();
    expect(await refusal(editing({ weight: 1 }))).toContain('fixed');
    expect(await refusal(editing({ plannedOn: day(90) }))).toContain('fixed');
    expect(await refusal(editing({ zone: 'nessuna' }))).toContain('zone is not one of the allowed values');
    expect(await refusal(editing({ name: { it: 'Altro' } }, version - 1))).toContain('412');
    expect(await changes()).toBe(before);
  });

  test('depends on others, but never on itself', async () => {
    const depend = (one: string, dependsOn: string[]) => ask('PUT', `/milestones/${one}/dependencies`, { dependsOn });
    await done(depend(key, [other]));
    expect((await now()).dependsOn.map((one) => one.key)).toEqual([other]);
    expect(await refusal(depend(other, [key]))).toContain('depend on itself');
    expect(await refusal(depend(key, [key]))).toContain('depend on itself');
    expect(await refusal(depend(key, ['nessuno']))).toContain('dependsOn');
    await done(depend(key, []));
    expect((await now()).dependsOn).toEqual([]);
  });

  test('is sorted in the given order, if all are listed', async () => {
    const order = (milestones: string[]) => ask('POST', `/cycles/${cycle}/order`, { area, milestones });
    await done(order([other, key]));
    expect(
      (await done(anyone('GET', `/dashboard?cycle=${cycle}`))).milestones.map((one: { key: string }) => one.key),
    ).toEqual([other, key]);
    for (const wrong of [[key], [key, key], [key, other, 'nessuno']])
      expect(await refusal(order(wrong))).toContain('list every milestone');
  });
});

describe('a split', () => {
  test('changes no total on any day, and each part keeps every promise', async () => {
    const { version } = await now();
    const reason = { it: 'Gara deserta' };
    await done(
      ask('POST', `/milestones/${key}/promises`, { dueOn: day(60), reasonKind: 'procedure', reason }, version),
    );
    await done(ask('POST', `/milestones/${key}/forecasts`, { expectedOn: day(70), reason }));
    const whole = await now();
    const before = await progress();
    const { items } = await done(splitting([1.2, 0.8, 0.5]));
    expect(items).toHaveLength(3);
    const parts = await Promise.all((items as { key: string }[]).map((one) => now(one.key)));
    for (const part of parts) {
      expect(part.promises.map(({ due, madeOn, reason: why }) => [due, madeOn, why])).toEqual(
        whole.promises.map(({ due, madeOn, reason: why }) => [due, madeOn, why]),
      );
      expect(part).toMatchObject({ status: whole.status, delayDays: whole.delayDays, forecast: whole.forecast });
    }
    expect(parts[0]?.key).toBe(key);
    const after = await progress();
    expect(after).toMatchObject({
      promisedShare: before.promisedShare,
      reachedShare: before.reachedShare,
      spi: before.spi,
    });
    const listed = await asking(office.address, programme)(listMilestones, `/milestones?cycle=${cycle}&limit=200`);
    expect(listed.items.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(3.5, 10);
  });

  test('is refused if the weights do not add up, and writes nothing', async () => {
    const before = await changes();
    expect(await refusal(splitting([1, 1]))).toContain('add up');
    expect(await refusal(splitting([2.5]))).toContain('400');
    expect(await changes()).toBe(before);
  });
});

describe('an initiative', () => {
  test('is added, edited only with its current version, and withdrawn with a reason', async () => {
    const made = await done(
      ask('POST', '/initiatives', { area, name: { it: 'Officine aperte' }, amountEur: 1234.56, startsOn: day(-9) }),
    );
    const read = async () =>
      (await done(anyone('GET', '/initiatives'))).items.find((one: { key: string }) => one.key === made.key);
    expect(await read()).toMatchObject({
      amountEur: 1234.56,
      existing: false,
      version: made.version,
      withdrawnOn: null,
    });
    const at = `/initiatives/${made.key}`;
    const edited = await done(ask('PATCH', at, { endsOn: day(9), amountEur: null }, made.version));
    expect((await ask('PATCH', at, { note: { it: 'x' } }, made.version)).body.current).toEqual(await read());
    expect(await refusal(ask('PATCH', at, { endsOn: day(-10) }, edited.version))).toContain('before the start');
    const withdrawing = (on: string) =>
      ask('POST', `${at}/withdrawal`, { on, reason: { it: 'Senza fondi' } }, edited.version);
    expect(await refusal(withdrawing(day(1)))).toContain('in the future');
    await done(withdrawing(day(0)));
    expect(await read()).toMatchObject({
      withdrawnOn: day(0),
      withdrawnReason: { it: 'Senza fondi' },
      endsOn: day(9),
      amountEur: null,
    });
  });
});
