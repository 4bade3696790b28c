// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { listMilestones, readMilestone } from '../../../api/plan/milestones/contract.ts';
import { report } from '../../../api/plan/promises/contract.ts';
import { asking } from '../../harness/ask.ts';
import { adoptedOf, day, done, draftOf, refusal, withKeepers } from '../../harness/keeping.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const { database, office, ask, bruno, anyone, as } = withKeepers(programme);
let area: string;
let key: string;
let cycle: string;
beforeEach(async () => {
  const made = await adoptedOf(ask, [{ name: 'Apertura del laboratorio', plannedOn: day(20) }]);
  [{ area, cycle }, [key = '']] = [made, made.keys];
});
const now = () => asking(office.address, programme)(readMilestone, `/milestones/${key}`);
const reporting = (input: object = {}) => ask('POST', `/milestones/${key}/forecasts`, input);
const replanning = async (input: object, version?: number) =>
  ask(
    'POST',
    `/milestones/${key}/promises`,
    { dueOn: day(40), reasonKind: 'works', reason: { it: 'Il cantiere è fermo' }, ...input },
    version ?? (await now()).version,
  );
const withdrawing = async (input: object = {}) =>
  ask(
    'POST',
    `/milestones/${key}/withdrawal`,
    { on: day(0), reason: { it: 'Manca il partner' }, ...input },
    (await now()).version,
  );
const changes = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n);
const refusedWithoutTrace = async (act: () => Promise<unknown>, words: string) => {
  const before = await changes();
  expect(await refusal(act() as never)).toContain(words);
  expect(await changes()).toBe(before);
};

describe('a report', () => {
  test('without a date confirms the promised date', async () => {
    const reply = report.reply.parse(await done(reporting({ note: { it: 'Contratto firmato' } })));
    expect(reply).toMatchObject({ key, status: 'on-track', forecast: { date: day(20), reportedOn: day(0) } });
    const { forecasts } = await now();
    expect(forecasts).toMatchObject([{ date: day(20), note: { it: 'Contratto firmato' }, reason: null }]);
  });

  test('with a later date puts the milestone at risk and needs a reason', async () => {
    await refusedWithoutTrace(() => reporting({ expectedOn: day(30) }), 'enter the reason');
    const reply = await done(reporting({ expectedOn: day(30), reason: { it: 'Mancano gli arredi' } }));
    expect(reply).toMatchObject({ status: 'at-risk', forecast: { reason: { it: 'Mancano gli arredi' } } });
    expect((await now()).promise.date).toBe(day(20));
  });

  test('replaces earlier ones, also on the same day', async () => {
    await done(reporting());
    await done(reporting({ expectedOn: day(10) }));
    expect((await now()).forecast?.date).toBe(day(10));
  });

  test('cannot expect a past date, and needs an open milestone', async () => {
    await refusedWithoutTrace(() => reporting({ expectedOn: day(-1) }), 'past');
    await done(withdrawing());
    await refusedWithoutTrace(() => reporting(), 'already withdrawn');
    const draft = await draftOf(ask, area, [{ name: 'Ancora bozza', plannedOn: day(3) }]);
    await refusedWithoutTrace(() => ask('POST', `/milestones/${draft.keys[0]}/forecasts`), 'in a draft');
    await refusedWithoutTrace(() => ask('POST', '/milestones/nessuno/forecasts'), '404 unknown-item');
  });

  test('can be made only by an official of the area', async () => {
    const board = as(await signIn(database, { role: 'board', programme }));
    const elsewhere = as(await signIn(database, { role: 'official', programme, areas: ['nessuna'] }));
    for (const [who, status] of [
      [anyone, 401],
      [board, 403],
      [elsewhere, 403],
    ] as const)
      expect((await who('POST', `/milestones/${key}/forecasts`)).status).toBe(status);
  });
});

describe('a re-plan', () => {
  test('adds a promise with a reason; first promise and delay stay the same', async () => {
    await done(replanning({ dueOn: '2030-02-10', precision: 'quarter' }));
    const milestone = await now();
    expect(milestone.firstPromise.date).toBe(day(20));
    expect(milestone.promise).toEqual({ date: '2030-03-31', precision: 'quarter' });
    expect(milestone.promises[1]).toMatchObject({ number: 2, madeOn: day(0), reasonKind: 'works' });
    expect((await done(anyone('GET', `/milestones/${key}?asOf=${day(0)}`))).promises).toHaveLength(2);
    const { items } = await done(anyone('GET', `/changes?item=milestones/${key}&limit=1`));
    expect(items[0]).toMatchObject({ kind: 'replanned', actor: 'Ufficio prova', reason: 'Il cantiere è fermo' });
  });

  test('is refused for the current date, a past date, or without a reason', async () => {
    await refusedWithoutTrace(() => replanning({ dueOn: day(20) }), 'already the current promised date');
    await refusedWithoutTrace(() => replanning({ dueOn: day(-1) }), 'past');
    await refusedWithoutTrace(() => replanning({ reason: { it: ' ' } }), '400 invalid-parameter');
    await refusedWithoutTrace(() => replanning({ reasonKind: 'weather' }), '400 invalid-parameter');
    await done(withdrawing());
    await refusedWithoutTrace(() => replanning({}), 'already withdrawn');
  });

  test('of an outdated version is refused with the current version', async () => {
    const { version } = await now();
    await done(bruno('PATCH', `/milestones/${key}`, { note: { it: 'Scritto da Bruno' } }, version));
    const { status, body } = await replanning({}, version);
    expect(status).toBe(412);
    expect(body.current).toEqual(await done(ask('GET', `/milestones/${key}`)));
    expect(body.current.note).toEqual({ it: 'Scritto da Bruno' });
    expect(
      (await ask('POST', `/milestones/${key}/promises`, { dueOn: day(40), reasonKind: 'works', reason: { it: 'x' } }))
        .status,
    ).toBe(428);
    expect((await now()).promises).toHaveLength(1);
  });

  test('made by two people at once succeeds for one', async () => {
    const { version } = await now();
    const replies = await Promise.all([
      replanning({ dueOn: day(40) }, version),
      replanning({ dueOn: day(50) }, version),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await now()).promises).toHaveLength(2);
  });
});

describe('a withdrawal', () => {
  test('has a date and a reason, and still counts as promised', async () => {
    await refusedWithoutTrace(() => withdrawing({ on: day(1) }), 'in the future');
    await refusedWithoutTrace(() => withdrawing({ on: day(-50) }), 'before the start');
    await done(withdrawing());
    expect(await now()).toMatchObject({
      status: 'withdrawn',
      withdrawnOn: day(0),
      withdrawnReason: { it: 'Manca il partner' },
    });
    const { progress } = await done(anyone('GET', `/dashboard?cycle=${cycle}`));
    expect(progress).toMatchObject({ milestones: 1, byStatus: { withdrawn: 1 } });
  });
});

describe('silence', () => {
  test('of 30 days is shown publicly until somebody reports', async () => {
    const list = () => asking(office.address, programme)(listMilestones, `/milestones?reported=none&cycle=${cycle}`);
    expect((await list()).items).toMatchObject([{ key, notReportedSince: day(-40) }]);
    await done(reporting());
    expect((await list()).items).toEqual([]);
    expect((await now()).notReportedSince).toBeNull();
  });
});
