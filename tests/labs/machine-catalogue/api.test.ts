// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReplyOf } from '../../../api/contract.ts';
import type { importModels } from '../../../api/labs/machine-catalogue/contract.ts';
import { projectFolder } from '../../../db/config.ts';
import { done, withKeepers } from '../../harness/keeping.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, office, anna, ask } = withKeepers(programme);
const lasers = join(projectFolder, '..', 'shared', 'data', 'okw-laser-machines.csv');

async function load(body: string | Uint8Array<ArrayBuffer>, { apply = false, who = anna as { cookie: string } } = {}) {
  const reply = await fetch(
    `${office.address}/api/v1/programmes/${programme}/machine-model-imports?process=laser-cutting&apply=${apply}`,
    { method: 'PUT', headers: { cookie: who.cookie, origin: office.address, 'accept-language': 'en' }, body },
  );
  return { status: reply.status, body: (await reply.json()) as ReplyOf<typeof importModels> };
}
const modelsLike = async (q: string) => (await done(ask('GET', `/machine-models?q=${encodeURIComponent(q)}`))).items;

describe('a catalogue of machines', () => {
  test('is previewed, loaded, and searchable by brand and model', async () => {
    const row = (materials: string) =>
      `Brand,model,Working Area,Materials\nProva,Taglierina 9,60 x 40 cm,${materials}\n`;
    expect((await load(row('Legno'))).body).toMatchObject({ applied: false, totals: { added: 1 } });
    expect(await modelsLike('Taglierina 9')).toEqual([]);
    await load(row('Legno'), { apply: true });
    expect(await modelsLike('Taglierina 9')).toMatchObject([
      {
        key: 'prova-taglierina-9',
        widthMm: 600,
        depthMm: 400,
        heightMm: null,
        materials: ['wood'],
        process: 'laser-cutting',
      },
    ]);
    expect((await load(row('Legno'), { apply: true })).body.totals).toMatchObject({ same: 1, added: 0 });
    expect((await load(row('Legno; Pelle'))).body.rows[0]).toMatchObject({ kind: 'changed', fields: ['materials'] });
    // Values from the manufacturers' data sheets in the shipped package.
    const known = 'Brand,model\nTROTEC,speedy 300\n';
    expect((await load(known)).body.rows[0]).toMatchObject({ kind: 'same', key: 'trotec-speedy-300' });
  });

  test('needs brand and model, and permission to keep the register', async () => {
    expect((await load('colour\nred\n')).status).toBe(400);
    expect((await load('')).status).toBe(415);
    const operator = await signIn(database, { role: 'operator', programme });
    expect((await load('Brand,model\na,b\n', { who: operator })).status).toBe(403);
  });

  test.skipIf(!existsSync(lasers))(
    'of 227 laser cutters is read with its marks and mixed separators (left out where ../shared/data is not there)',
    async () => {
      const { body } = await load(readFileSync(lasers));
      expect(body.rows.length).toBe(227);
      expect(body.ignored).toEqual([]);
      expect(body.totals.refused).toBe(1);
      expect(body.rows.filter(({ reasons }) => reasons.some(({ code }) => code === 'unmapped'))).toEqual([]);
      await load(readFileSync(lasers), { apply: true });
      expect((await load(readFileSync(lasers))).body.totals).toMatchObject({ added: 0, changed: 0 });
      expect(await modelsLike('Trotec Laser SP500')).toMatchObject([
        { widthMm: 1245, depthMm: 710, materials: expect.arrayContaining(['glass', 'stone', 'acrylic', 'laminates']) },
      ]);
    },
  );
});
