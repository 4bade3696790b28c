// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeAll, describe, expect, test } from 'vitest';
import { change } from '../../../db/change.ts';
import { findProgrammeId } from '../../../db/city/programmes/reads.ts';
import { day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { madeLab, madeMachine, readLab } from '../../harness/labs.ts';

const programme = 'manifattura-milano';
const { database, ask, anyone } = withKeepers(programme);
let lab: string;
beforeAll(async () => {
  lab = await madeLab(ask, 'Officina con macchine');
  const programme_id = (await findProgrammeId(database.db, programme)) ?? 0;
  const own = { programme_id, process: 'laser-cutting' as const, brand: 'Trotec', source: null, note: null };
  const sizes = { width_mm: 726, depth_mm: 432, height_mm: null, materials: ['plywood', 'acrylic'] };
  await change(database.db, { actor: 'test', reason: '' }, (writer) =>
    writer
      .insertInto('machine_model')
      .values([
        { ...own, key: 'trotec-300', model: 'Speedy 300', ...sizes },
        { ...own, key: 'trotec-400', model: 'Speedy 400', ...sizes, width_mm: 1016 },
        { ...own, key: 'prusa', process: 'fdm-printing', brand: 'Prusa', model: 'MK4 100%', ...sizes },
      ] as never)
      .execute(),
  );
});
const machinesOf = async (key = lab) => (await readLab(anyone, key)).machineList;

describe('the catalogue', () => {
  /** Of the results, only those created by this test; the programme has more. */
  const models = async (query: string) =>
    (await done(anyone('GET', `/machine-models?${query}`))).items
      .map(({ key }: { key: string }) => key)
      .filter((key: string) => ['trotec-300', 'trotec-400', 'prusa'].includes(key));

  test('is searchable by process, and by brand and model in that order', async () => {
    expect(await models('process=cutting')).toEqual(['trotec-300', 'trotec-400']);
    expect(await models('process=sewing')).toEqual([]);
    expect(await models('q=speedy%20300')).toEqual(['trotec-300']);
    expect(await models('q=TROTEC%20400')).toEqual(['trotec-400']);
    expect(await models('q=100%25')).toEqual(['prusa']);
    expect((await done(anyone('GET', '/machine-models?limit=1'))).items).toHaveLength(1);
  });
});

describe('a machine', () => {
  test('is added from the catalogue by key only', async () => {
    const { machine } = await done(ask('POST', `/labs/${lab}/machines`, { model: 'trotec-300' }));
    expect(machine).toMatchObject({
      process: 'laser-cutting',
      brand: 'Trotec',
      model: 'Speedy 300',
      widthMm: 726,
      depthMm: 432,
      heightMm: null,
      materials: ['plywood', 'acrylic'],
      quantity: 1,
      condition: 'working',
    });
    expect((await machinesOf()).map(({ key }: { key: string }) => key)).toContain(machine.key);
  });

  test('from the catalogue can override its values', async () => {
    const input = { model: 'trotec-300', process: 'laser-engraving', of: { materials: ['felt'], quantity: 2 } };
    const { machine } = await done(ask('POST', `/labs/${lab}/machines`, input));
    expect(machine).toMatchObject({ process: 'laser-engraving', materials: ['felt'], quantity: 2, widthMm: 726 });
  });

  test('that is not in the catalogue needs at least a process', async () => {
    const of = { brand: 'Fatta in casa', bookingUrl: 'https://example.org/b', note: { it: 'Rumorosa', en: 'Noisy' } };
    const { machine } = await done(ask('POST', `/labs/${lab}/machines`, { process: 'cnc-routing', of }));
    expect(machine).toMatchObject({ ...of, model: null, materials: [] });
    const without = await ask('POST', `/labs/${lab}/machines`, { of });
    expect(without).toMatchObject({ status: 400, body: { errors: [{ name: 'process' }] } });
    const unknown = await ask('POST', `/labs/${lab}/machines`, { model: 'none' });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ name: 'model' }] } });
  });

  test('is edited by given fields, cleared by null, and removed', async () => {
    const key = await madeMachine(ask, lab, 'sewing', { brand: 'Singer', quantity: 3, materials: ['felt'] });
    const path = `/labs/${lab}/machines/${key}`;
    const { machine } = await done(ask('PATCH', path, { condition: 'out-of-order', brand: null }));
    expect(machine).toMatchObject({ brand: null, quantity: 3, condition: 'out-of-order', materials: ['felt'] });
    expect((await done(ask('PATCH', path, { materials: [], process: 'embroidery' }))).machine).toMatchObject({
      materials: [],
      process: 'embroidery',
    });
    await done(ask('DELETE', path));
    expect((await machinesOf()).map((one: { key: string }) => one.key)).not.toContain(key);
    expect((await ask('DELETE', path)).status).toBe(404);
    expect((await ask('PATCH', path, { quantity: 1 })).status).toBe(404);
  });

  test('of another lab cannot be changed through this one', async () => {
    const other = await madeLab(ask, 'Altra officina');
    const key = await madeMachine(ask, other, 'sewing');
    expect(await refusal(ask('PATCH', `/labs/${lab}/machines/${key}`, { quantity: 9 }))).toMatch(/^404/);
    expect(await refusal(ask('DELETE', `/labs/${lab}/machines/${key}`))).toMatch(/^404/);
    expect(await machinesOf(other)).toMatchObject([{ key, quantity: 1 }]);
  });

  test('cannot be added to a lab that does not exist', async () => {
    expect(await refusal(ask('POST', '/labs/nowhere/machines', { process: 'sewing' }))).toMatch(/^404/);
  });

  test.each([{ quantity: 0 }, { widthMm: 0.5 }, { materials: ['gold'] }, { bookingUrl: 'ftp://x' }, { brand: '' }])(
    'is refused with %j',
    async (of) => {
      expect((await ask('POST', `/labs/${lab}/machines`, { process: 'sewing', of })).status).toBe(400);
    },
  );

  test('is not listed as of an earlier day', async () => {
    const { items } = await done(anyone('GET', `/labs?asOf=${day(-1)}&q=macchine`));
    expect(items).toEqual([]);
  });
});
