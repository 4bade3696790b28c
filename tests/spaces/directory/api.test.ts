// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { kmBetween } from '../../../api/labs/directory/rules.ts';
import { day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { today } from '../../harness/office.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, ask, bruno, anyone, as } = withKeepers(programme);
const base = { kind: 'shed', name: { it: 'Capannone di prova', en: 'Trial shed' } };
const made = async (more: object = {}): Promise<string> =>
  (await done(ask('POST', '/spaces', { ...base, ...more }))).key;
const read = (space: string) => done(anyone('GET', `/spaces/${space}`));
const edit = async (space: string, input: object) =>
  ask('PATCH', `/spaces/${space}`, input, (await read(space)).version);
const move = async (space: string, state: string, more: object = {}) =>
  ask(
    'POST',
    `/spaces/${space}/state`,
    { state, reason: { it: `Ora ${state}` }, ...more },
    (await read(space)).version,
  );

describe('a space of the census', () => {
  test('is added as surveyed today, and returned with all its facts', async () => {
    const facts = {
      ownerKind: 'public',
      floorAreaM2: 420.5,
      floors: 2,
      lastUse: { it: 'Deposito', en: 'Depot' },
      admittedUses: ['craft', 'food'],
      condition: 'minor-works',
      energyClass: 'D',
      constraints: ['heritage'],
      accessibility: 'partly',
      utilities: ['water', 'three-phase'],
      works: { it: 'Tetto' },
      worksEur: 120000.5,
      rentEurYear: 9000,
      availableFrom: '2026-01-01',
      availableTo: '2029-12-31',
    };
    const space = await made({ ...facts, disusedSince: { date: '2011-03-01', precision: 'year' } });
    expect(await read(space)).toMatchObject({
      ...facts,
      disusedSince: { date: '2011-12-31', precision: 'year' },
      state: 'surveyed',
      stateSince: { date: today(), precision: 'day' },
      steps: [{ state: 'surveyed', reason: null, knownOn: today() }],
      reports: 0,
    });
  });

  test('can be edited only with its current version', async () => {
    const space = await made();
    const { version } = await read(space);
    await done(ask('PATCH', `/spaces/${space}`, { floors: 3 }, version));
    const late = await bruno('PATCH', `/spaces/${space}`, { floors: 4 }, version);
    expect(late).toMatchObject({ status: 412, body: { current: { floors: 3 } } });
    expect((await ask('PATCH', `/spaces/${space}`, { floors: 4 })).status).toBe(428);
    await done(edit(space, { floors: null }));
    expect((await read(space)).floors).toBeNull();
  });

  test('has validation errors by field', async () => {
    const faults = async (input: object) => (await ask('POST', '/spaces', { ...base, ...input })).body.errors;
    const several = await faults({ floors: 0, energyClass: 'H', worksEur: -1 });
    expect(several.map(({ name }: { name: string }) => name).sort()).toEqual(['energyClass', 'floors', 'worksEur']);
    expect(await faults({ latitude: 0, longitude: 0 })).toMatchObject([{ name: 'longitude' }]);
    expect(await faults({ latitude: 41.9, longitude: 12.5 })).toMatchObject([{ name: 'latitude' }]);
    expect(await faults({ availableFrom: '2026-02-01', availableTo: '2026-01-01' })).toMatchObject([
      { name: 'availableTo' },
    ]);
    expect(await faults({ zone: 'nowhere' })).toMatchObject([{ name: 'zone' }]);
    expect(await faults({ state: 'assigned' })).toMatchObject([{ name: 'state' }]);
  });

  test('changes state step by step, each with date and reason', async () => {
    const space = await made({ on: day(-30), reason: { it: 'Sopralluogo' } });
    expect(await refusal(move(space, 'available'))).toMatch(/intermediate states/);
    await done(move(space, 'verified', { on: day(-20) }));
    await done(move(space, 'available', { on: day(-10) }));
    expect(await refusal(move(space, 'in-call'))).toMatch(/act on the call/);
    expect(await refusal(move(space, 'in-use', { on: day(-15) }))).toMatch(/before that of the current/);
    expect((await ask('POST', `/spaces/${space}/state`, { state: 'in-use' }, (await read(space)).version)).status).toBe(
      400,
    );
    await done(move(space, 'in-use'));
    await done(move(space, 'returned'));
    await done(move(space, 'available'));
    const { steps, stateReason } = await read(space);
    expect(steps.map(({ state }: { state: string }) => state)).toEqual([
      'surveyed',
      'verified',
      'available',
      'in-use',
      'returned',
      'available',
    ]);
    expect(steps[1]).toMatchObject({ since: { date: day(-20) }, reason: { it: 'Ora verified' } });
    expect(stateReason).toEqual({ it: 'Ora available' });
  });

  test('can be edited only by officials of all areas and administrators', async () => {
    const { items } = await done(ask('GET', '/areas'));
    const some = as(await signIn(database, { role: 'official', programme, areas: [items[0].key] }));
    const board = as(await signIn(database, { role: 'board', programme }));
    const chief = as(await signIn(database, { role: 'administrator', programme }));
    expect((await some('POST', '/spaces', base)).status).toBe(403);
    expect((await board('POST', '/spaces', base)).status).toBe(403);
    expect((await anyone('POST', '/spaces', base)).status).toBe(401);
    expect((await chief('POST', '/spaces', base)).status).toBe(200);
  });

  test('is found by kind, state, owner, floor area and words', async () => {
    const space = await made({ ownerKind: 'private', floorAreaM2: 777, lastUse: { it: 'Conceria dismessa' } });
    const found = async (query: string) =>
      (await done(anyone('GET', `/spaces?${query}`))).items.map(({ key }: { key: string }) => key);
    expect(await found('q=conceria')).toEqual([space]);
    expect(await found('areaFrom=770&areaTo=780&ownerKind=private&state=surveyed&kind=shed')).toEqual([space]);
    expect(await found('areaFrom=778&q=conceria')).toEqual([]);
    expect(await found('q=100%25')).toEqual([]);
    expect((await done(anyone('GET', '/spaces?q=conceria'))).byZone).toEqual([{ zone: null, spaces: 1 }]);
  });

  test('of Milan has the steps from its data package', async () => {
    const { steps } = await read('via-dazeglio-3');
    expect(steps).toMatchObject([
      { state: 'assigned', since: { date: '2016-04-22' } },
      { state: 'in-use', since: { date: '2017-11-10' } },
    ]);
    expect((await done(anyone('GET', '/spaces/via-dazeglio-3?asOf=2017-01-01'))).steps).toHaveLength(1);
  });
});

describe('the location of a private space', () => {
  const exact = { address: 'via della Segreta Officina 17', latitude: 45.48123, longitude: 9.17456 };
  const blurred = async (at: object = exact) => made({ ...at, ownerKind: 'private', blurM: 400 });

  /** All public responses of a programme. */
  async function publicWords(space: string): Promise<string> {
    const paths = [
      '/spaces?limit=200',
      `/spaces/${space}`,
      `/spaces/${space}?asOf=${today()}`,
      '/changes?limit=200',
      `/changes?item=spaces/${space}`,
      '/dashboard',
      '/spaces.csv',
      '/spaces.geojson',
      `/spaces.csv?asOf=${today()}`,
      '/labs?near=via della Segreta Officina 17',
    ];
    const told = await Promise.all(paths.map((path) => anyone('GET', path)));
    expect(told.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
    const { rows } = await sql<{ images: string }>`
      select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), ' ') as images from change`.execute(
      database.db,
    );
    const kept = told.map(({ body }) => (typeof body === 'string' ? body : JSON.stringify(body)));
    const { rows: tables } = await sql<{ held: string }>`select to_jsonb(s)::text as held from space s`.execute(
      database.db,
    );
    return [...kept, rows[0]?.images, ...tables.map(({ held }) => held)].join('\n');
  }

  test('is in no response, history, export, package or log; officials see it', async () => {
    // A separate place: another test makes the other one public.
    const hidden = { address: 'vicolo Mai Detto 3', latitude: 45.46431, longitude: 9.20517 };
    const space = await blurred(hidden);
    const shown = await read(space);
    expect(shown).toMatchObject({ address: null, blurM: 400 });
    expect(kmBetween(shown, hidden)).toBeLessThanOrEqual(0.4);
    const words = await publicWords(space);
    expect(['Mai Detto', '45.46431', '9.20517'].filter((secret) => words.includes(secret))).toEqual([]);
    expect(await done(ask('GET', `/spaces/${space}/place`))).toEqual(hidden);
    expect((await anyone('GET', `/spaces/${space}/place`)).status).toBe(401);
  });

  test('keeps its blurred point on other edits, and gets a new one when it moves', async () => {
    const space = await blurred();
    const { latitude, longitude } = await read(space);
    await done(edit(space, { floors: 2, ...exact }));
    expect(await read(space)).toMatchObject({ latitude, longitude, address: null });
    await done(edit(space, { latitude: 45.47 }));
    expect((await read(space)).latitude).not.toBe(latitude);
    expect(await done(ask('GET', `/spaces/${space}/place`))).toEqual({ ...exact, latitude: 45.47 });
  });

  test('is public when no longer blurred, and hidden when blurred again', async () => {
    const space = await blurred();
    await done(edit(space, { blurM: null }));
    expect(await read(space)).toMatchObject({ ...exact, blurM: null });
    await done(edit(space, { blurM: 150 }));
    const shown = await read(space);
    expect(shown).toMatchObject({ address: null, blurM: 150 });
    // Either coordinate alone may be shown as it is, by chance.
    const { latitude, longitude } = exact;
    expect(shown).not.toMatchObject({ latitude, longitude });
    expect(await done(ask('GET', `/spaces/${space}/place`))).toEqual(exact);
  });

  test('can be blurred only if the space is private', async () => {
    expect(await refusal(ask('POST', '/spaces', { ...base, ...exact, ownerKind: 'public', blurM: 400 }))).toMatch(
      /private/,
    );
    const space = await blurred();
    expect(await refusal(edit(space, { ownerKind: 'public' }))).toMatch(/private/);
  });
});
