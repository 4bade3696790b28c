// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listAreas } from '../../../api/plan/areas/contract.ts';
import { listCycles } from '../../../api/plan/cycles/contract.ts';
import { listMilestones, readMilestone } from '../../../api/plan/milestones/contract.ts';
import { asking } from '../../harness/ask.ts';
import { adopt, day, done, draftOf, refusal, withKeepers } from '../../harness/keeping.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const { database, office, ask, anyone, as } = withKeepers(programme);
let area: string;
let otherArea: string;
beforeAll(async () => {
  const { items } = await asking(office.address, programme)(listAreas, '/areas');
  area = items[0]?.key ?? '';
  otherArea = items[1]?.key ?? '';
});
const read = <E extends Parameters<ReturnType<typeof asking>>[0]>(endpoint: E, path: string) =>
  asking(office.address, programme)(endpoint, path);
const changes = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n);

describe('a draft', () => {
  let cycle: string;
  let keys: string[];
  let round = 0;
  beforeEach(async () => {
    round += 1;
    ({ cycle, keys } = await draftOf(
      ask,
      area,
      [
        { name: `Sportello segretissimo ${round}.`, plannedOn: day(20), weight: 2 },
        { name: `Bozza segretissima ${round}.`, plannedOn: day(90) },
      ],
      { cycleName: `Semestre segretissimo ${round}.` },
    ));
  });

  test('is in no public response on any day, and neither are its changes', async () => {
    await done(ask('PUT', `/milestones/${keys[0]}/dependencies`, { dependsOn: [keys[1]] }));
    await done(ask('DELETE', `/milestones/${keys[1]}`));
    for (const query of ['', `asOf=${day(0)}`]) {
      for (const path of [
        '',
        '/dashboard',
        '/areas',
        `/areas/${area}`,
        '/initiatives',
        '/cycles',
        '/changes?limit=200',
        '/milestones?limit=200',
      ]) {
        const { body } = await anyone('GET', `${path}${query && (path.includes('?') ? '&' : '?')}${query}`);
        expect(JSON.stringify(body), path).not.toMatch(new RegExp(`segretissim[oa]([ -])${round}\\b`, 'i'));
      }
    }
    expect((await anyone('GET', `/milestones/${keys[0]}`)).status).toBe(404);
    expect((await anyone('GET', `/changes?item=milestones/${keys[0]}`)).body.total).toBe(0);
  });

  test('can be read with permission, with its editable fields and versions', async () => {
    expect((await anyone('GET', `/cycles/${cycle}/draft`)).status).toBe(401);
    expect((await anyone('GET', '/drafts')).status).toBe(401);
    const draft = await done(ask('GET', `/cycles/${cycle}/draft`));
    expect(draft.milestones.map((one: { key: string }) => one.key)).toEqual(keys);
    expect(draft.milestones[0]).toMatchObject({ weight: 2, planned: { date: day(20), precision: 'day' } });
    const board = as(await signIn(database, { role: 'board', programme }));
    expect((await done(board('GET', '/drafts'))).items.map((one: { key: string }) => one.key)).toContain(cycle);
  });

  test('shows officials of one area only the milestones of that area', async () => {
    const own = as(await signIn(database, { role: 'official', programme, areas: [otherArea] }));
    expect((await done(own('GET', `/cycles/${cycle}/draft`))).milestones).toEqual([]);
    expect((await own('PATCH', `/milestones/${keys[0]}`, { name: { it: 'Mio' } }, 1)).status).toBe(403);
  });

  test('can be edited freely, and removed if empty', async () => {
    const [first] = (await done(ask('GET', `/cycles/${cycle}/draft`))).milestones;
    await done(
      ask(
        'PATCH',
        `/milestones/${keys[0]}`,
        { weight: 3, plannedOn: '2026-02-03', precision: 'quarter' },
        first.version,
      ),
    );
    const draft = await done(ask('GET', `/cycles/${cycle}/draft`));
    expect(draft.milestones[0]).toMatchObject({ weight: 3, planned: { date: '2026-03-31', precision: 'quarter' } });
    expect(await refusal(ask('DELETE', `/cycles/${cycle}`))).toContain('delete them first');
    for (const key of keys) await done(ask('DELETE', `/milestones/${key}`));
    await done(ask('DELETE', `/cycles/${cycle}`));
    expect((await ask('GET', `/cycles/${cycle}/draft`)).status).toBe(404);
  });

  test('cannot be adopted with undated milestones, in an outdated version, or on a future day', async () => {
    await done(ask('POST', '/milestones', { cycle, area, name: { it: 'Senza data' } }));
    const { version } = await done(ask('GET', `/cycles/${cycle}/draft`));
    const before = await changes();
    const adoption = (input: object, seen = version) =>
      refusal(ask('POST', `/cycles/${cycle}/adoption`, { adoptedOn: day(0), act: 'n. 1', ...input }, seen));
    expect(await adoption({})).toContain('have no date');
    expect(await adoption({}, version - 1)).toContain('412 changed-meanwhile');
    const empty = await done(ask('POST', '/cycles', { name: { it: 'Vuoto' }, startsOn: day(0), endsOn: day(100) }));
    const after = await changes();
    expect(after).toBe(before + 1);
    expect(
      await refusal(ask('POST', `/cycles/${empty.key}/adoption`, { adoptedOn: day(0), act: 'n. 1' }, empty.version)),
    ).toContain('no milestones');
    expect(await changes()).toBe(after);
  });

  test('becomes public on adoption: each planned date is a first promise of that day', async () => {
    await adopt(ask, cycle, day(-3));
    const { items } = await read(listMilestones, `/milestones?cycle=${cycle}`);
    expect(items.map(({ key, firstPromise }) => [key, firstPromise.date])).toEqual([
      [keys[0], day(20)],
      [keys[1], day(90)],
    ]);
    const milestone = await read(readMilestone, `/milestones/${keys[0]}`);
    expect(milestone.promises).toMatchObject([{ number: 1, madeOn: day(-3), reason: null }]);
    expect((await read(listCycles, '/cycles')).items.find(({ key }) => key === cycle)).toMatchObject({
      adoptedOn: day(-3),
      adoptedAct: 'Delibera di prova n. 1',
      milestones: 2,
    });
    expect((await anyone('GET', `/milestones/${keys[0]}?asOf=${day(-1)}`)).status).toBe(404);
    expect((await ask('GET', `/cycles/${cycle}/draft`)).status).toBe(404);
    const { version } = milestone;
    expect(await refusal(ask('PATCH', `/milestones/${keys[0]}`, { weight: 9 }, version))).toContain('fixed');
    expect(await refusal(ask('PATCH', `/milestones/${keys[0]}`, { plannedOn: day(1) }, version))).toContain('fixed');
    expect(await refusal(ask('DELETE', `/milestones/${keys[0]}`))).toContain('withdraw it');
    const adopted = (await read(listCycles, '/cycles')).items.find(({ key }) => key === cycle);
    expect(await refusal(ask('PATCH', `/cycles/${cycle}`, { endsOn: day(200) }, adopted?.version))).toContain('fixed');
  });
});

describe('the end of a cycle', () => {
  test('carries unfinished milestones to the next cycle, with a link to the original', async () => {
    const { cycle, keys } = await draftOf(
      ask,
      area,
      [
        { name: 'Resta aperto', plannedOn: day(-20) },
        { name: 'Si ritira', plannedOn: day(-20) },
      ],
      { startsOn: day(-100), endsOn: day(-10) },
    );
    await adopt(ask, cycle, day(-90));
    const { version } = await done(ask('GET', `/milestones/${keys[1]}`));
    await done(
      ask('POST', `/milestones/${keys[1]}/withdrawal`, { on: day(-30), reason: { it: 'Manca il partner' } }, version),
    );
    const next = await draftOf(ask, area, [], { startsOn: day(-5) });
    const carried = await done(ask('POST', `/cycles/${next.cycle}/carry-over`, { from: cycle }));
    expect(carried.items).toHaveLength(1);
    const draft = await done(ask('GET', `/cycles/${next.cycle}/draft`));
    expect(draft.milestones[0]).toMatchObject({ planned: null, continues: { key: keys[0] } });
    expect(await refusal(ask('POST', `/cycles/${next.cycle}/carry-over`, { from: cycle }))).toContain(
      'No unfinished milestone',
    );
    await done(ask('PATCH', `/milestones/${carried.items[0].key}`, { plannedOn: day(60) }, carried.items[0].version));
    expect((await done(anyone('GET', `/milestones/${keys[0]}`))).continuedBy).toBeNull();
    await adopt(ask, next.cycle, day(0));
    const went = await read(readMilestone, `/milestones/${carried.items[0].key}`);
    expect(went.continues).toMatchObject({ key: keys[0], firstPromise: { date: day(-20) } });
    expect((await read(readMilestone, `/milestones/${keys[0]}`)).continuedBy).toMatchObject({ key: went.key });
  });

  test('records the lessons learnt and the milestones without outcome', async () => {
    const { cycle, keys } = await draftOf(ask, area, [{ name: 'Mai detto', plannedOn: day(-20) }], {
      startsOn: day(-100),
      endsOn: day(-10),
    });
    const version = async () => (await read(listCycles, '/cycles')).items.find(({ key }) => key === cycle)?.version;
    await adopt(ask, cycle, day(-90));
    const review = { area, learnt: { it: 'Servono gare più brevi', en: 'Tenders must be shorter' } };
    const close = async (input: object) =>
      ask('POST', `/cycles/${cycle}/closing`, { closedOn: day(-1), reviews: [review], ...input }, await version());
    expect(await refusal(close({ closedOn: day(1) }))).toContain('in the future');
    expect(await refusal(close({ closedOn: day(-95) }))).toContain('before the start');
    expect(await refusal(close({ reviews: [review, review] }))).toContain('one review');
    expect(await refusal(close({ reviews: [{ ...review, area: 'nessuna' }] }))).toContain('reviews');
    const closed = await done(close({ act: 'Determina n. 9' }));
    expect(closed.withoutOutcome).toMatchObject([{ key: keys[0] }]);
    const shown = (await read(listCycles, '/cycles')).items.find(({ key }) => key === cycle);
    expect(shown).toMatchObject({ closedOn: day(-1), closedAct: 'Determina n. 9', version: closed.version });
    expect(shown?.reviews).toMatchObject([{ area: { key: area }, learnt: review.learnt }]);
    expect(await refusal(close({}))).toContain('closed');
    expect(await refusal(ask('POST', `/milestones/${keys[0]}/forecasts`, { expectedOn: day(9) }))).toContain(
      'cycle is closed',
    );
    expect(
      await refusal(ask('POST', '/milestones', { cycle, area, name: { it: 'Tardi' }, plannedOn: day(5) })),
    ).toContain('cycle is closed');
  });
});
