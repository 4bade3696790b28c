// SPDX-License-Identifier: AGPL-3.0-or-later
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPackage } from '../../db/exchange/apply.ts';
import { faultLine, PackageRefused } from '../../db/exchange/fault.ts';
import { packageOf, readPackage } from '../../db/exchange/package.ts';
import { samplePackage } from '../../db/exchange/sample-package.ts';
import { shippedPackages } from '../../db/exchange/shipped.ts';
import { today } from '../harness/office.ts';
import { withDatabase } from '../harness/opened.ts';
import { smallProgramme } from '../harness/small.ts';

const database = withDatabase('loaded', 'test');
let folder: string;
let milan: string;
beforeEach(async () => {
  milan = (await shippedPackages()).find((path) => path.endsWith('manifattura-milano')) ?? '';
  folder = mkdtempSync(join(tmpdir(), 'officina-package-'));
  cpSync(milan, folder, { recursive: true });
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
});

const edit = (file: string, how: (text: string) => string) =>
  writeFileSync(join(folder, file), how(readFileSync(join(folder, file), 'utf8')));
const load = async () => loadPackage(database.db, await readPackage(folder), { actor: 'test', today: today() });
const faultsOf = async () => {
  try {
    await load();
  } catch (error) {
    if (error instanceof PackageRefused) return error.faults.map(faultLine);
    throw error;
  }
  return [];
};
const changes = async () =>
  (await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n;

describe('a shipped package', () => {
  test('names a source in every row, except for the sources themselves', async () => {
    for (const path of await shippedPackages()) {
      const { tables } = await readPackage(path);
      for (const [table, { rows }] of tables) {
        if (table !== 'source')
          expect(rows.filter(({ cells }) => !cells.source).map(({ line }) => `${table}, row ${line}`)).toEqual([]);
      }
    }
  });

  test('has every text in both languages', async () => {
    for (const path of await shippedPackages()) {
      const { tables } = await readPackage(path);
      for (const [table, { rows }] of tables) {
        const halves = rows.flatMap(({ line, cells }) =>
          Object.keys(cells)
            .filter((name) => name.endsWith('_it') && cells[name] && !cells[name.replace(/_it$/, '_en')])
            .map((name) => `${table}, row ${line}, ${name}`),
        );
        expect(halves).toEqual([]);
      }
    }
  });

  test('is described completely in its descriptor', async () => {
    for (const path of await shippedPackages()) {
      const { resources } = JSON.parse(readFileSync(join(path, 'datapackage.json'), 'utf8')) as {
        resources: { path: string; schema: { fields: { name: string }[] } }[];
      };
      expect(resources.map((resource) => resource.path).sort()).toEqual(
        readdirSync(path)
          .filter((name) => name.endsWith('.csv'))
          .sort(),
      );
      for (const resource of resources) {
        const header = readFileSync(join(path, resource.path), 'utf8').split('\n')[0]?.trim().split(',');
        expect(
          resource.schema.fields.map((field) => field.name),
          resource.path,
        ).toEqual(header);
      }
    }
  });
});

describe('loading', () => {
  test('the same package again changes nothing', async () => {
    await load();
    const before = await changes();
    expect(await load()).toMatchObject({ added: 0, changed: 0, kept: [] });
    expect(await changes()).toBe(before);
  });

  test('an edited package records only the difference', async () => {
    await load();
    edit('lab.csv', (text) => text.replace('via Durando 10', 'via Durando 11'));
    const before = Number(await changes());
    expect(await load()).toMatchObject({ added: 0, changed: 1 });
    expect(await changes()).toBe(before + 1);
    const { rows } = await sql<{
      known_on: string;
      after: { address: string };
    }>`select known_on, after from change order by id desc limit 1`.execute(database.db);
    expect(rows[0]).toMatchObject({ known_on: today(), after: { address: 'via Durando 11' } });
  });

  test('never deletes: rows missing in the package stay and are reported', async () => {
    edit('lab.csv', (text) =>
      text
        .split('\n')
        .filter((line) => !line.startsWith('wemake,'))
        .join('\n'),
    );
    expect((await load()).kept).toEqual(['lab/wemake']);
  });

  test('ignores columns missing in a file', async () => {
    await load();
    const text = await readPackage(folder);
    const milestones = text.tables.get('milestone');
    for (const name of ['done_on', 'done_precision', 'outcome_it', 'outcome_en']) {
      milestones?.columns.splice(milestones.columns.indexOf(name), 1);
      for (const { cells } of milestones?.rows ?? []) delete cells[name];
    }
    expect(milestones?.columns).not.toContain('done_on');
    expect(await loadPackage(database.db, text, { actor: 'test', today: today() })).toMatchObject({
      added: 0,
      changed: 0,
    });
  });

  test('never changes what was known before today', async () => {
    await load();
    const asOf = async () =>
      (await sql<{ n: number }>`select count(*) as n from change where known_on < ${today()}`.execute(database.db))
        .rows[0]?.n;
    const before = await asOf();
    edit(
      'milestone.csv',
      (text) =>
        `${text.trimEnd()}\n${(text.split('\n').find((line) => line.startsWith('mini-site,')) ?? '').replace('mini-site,', 'added-today,').replace(/[^,]*$/, '')}\n`,
    );
    edit(
      'promise.csv',
      (text) =>
        `${text.trimEnd()}\n${(text.split('\n').find((line) => line.startsWith('mini-site.1,')) ?? '').replaceAll('mini-site', 'added-today')}\n`,
    );
    expect(await load()).toMatchObject({ added: 2, backdated: [] });
    expect(await asOf()).toBe(before);
  });

  test('refuses decimals that the database would round', async () => {
    edit('call.csv', (text) => text.replace(/,(\d+)\.00,/, ',$1.005,'));
    expect((await faultsOf()).join()).toMatch(/has more than 2 decimals/);
  });

  test('never rewrites a promise', async () => {
    edit('promise.csv', (text) => text.replace(/^(mhuma-opening\.1,.*)2017-06-30/m, '$12017-09-30'));
    expect((await faultsOf()).join()).toMatch(/promise\.csv, row \d+: promise is append-only/);
  });

  test('loads all of a package or nothing', async () => {
    const before = await changes();
    edit('lab.csv', (text) => text.replace('via Tertulliano 70', 'via Tertulliano 71'));
    edit('cycle.csv', (text) => text.replaceAll('2017-09-30', '2016-09-30'));
    expect(await faultsOf()).not.toEqual([]);
    expect(await changes()).toBe(before);
  });
});

describe('a faulty package is refused with every fault as file, row, column, reason', () => {
  test('types, choices, keys, references, unknown columns', async () => {
    edit('milestone.csv', (text) =>
      text.replace(/^(key,.*)$/m, '$1,colour').replace(/^(mini-site,)2017-s1,/m, '$1never,'),
    );
    edit('zone.csv', (text) => text.replace(/^(municipio-2,.*?),true/m, '$1,perhaps'));
    edit('lab.csv', (text) => text.replace(/^wemake,fablab|^wemake,makerspace/m, 'We Make,garage'));
    const faults = await faultsOf();
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^milestone\.csv, row 1, column colour: is not a column/),
        expect.stringMatching(/^milestone\.csv, row \d+, column cycle: cycle "never" is not in the package/),
        expect.stringMatching(/^zone\.csv, row \d+, column periphery: "perhaps" is not true or false/),
        expect.stringMatching(/^lab\.csv, row \d+, column key: "We Make" is not a key/),
        expect.stringMatching(/^lab\.csv, row \d+, column kind: "garage" is none of fablab/),
      ]),
    );
  });

  test('dates that do not exist, and outcomes from the future', async () => {
    edit('cycle.csv', (text) => text.replace('2017-09-30', '2017-09-31'));
    edit('milestone.csv', (text) =>
      text.replace(/^(first-space-call,.*)2017-07-19(.*)2017-07-19/m, '$12017-07-20$22017-07-19'),
    );
    const faults = await faultsOf();
    expect(faults.join('\n')).toMatch(/cycle\.csv, row \d+, column ends_on: "2017-09-31" is not a date/);
    expect(faults.join('\n')).toMatch(/milestone\.csv, row \d+, column done_on: 2017-07-20 is after 2017-07-19/);
  });

  test('duplicate keys', async () => {
    edit('area.csv', (text) => `${text.trimEnd()}\n${text.trimEnd().split('\n').at(-1)}\n`);
    expect(await faultsOf()).toEqual([
      expect.stringMatching(/^area\.csv, row 8, column key: .* stands already in row 7$/),
    ]);
  });

  test('a milestone without a first promise', async () => {
    edit('promise.csv', (text) =>
      text
        .split('\n')
        .filter((line) => !line.startsWith('mini-site'))
        .join('\n'),
    );
    expect((await faultsOf()).join()).toContain('milestone "mini-site" has no first promise');
  });

  test('rows with too many cells', async () => {
    edit('area.csv', (text) => text.replace(/^(comunicazione,.*)$/m, '$1,one more'));
    expect((await faultsOf()).join()).toMatch(/area\.csv, row \d+: has \d+ cells under \d+ columns/);
  });

  test('files with a byte-order mark, with semicolons, in Latin-1, missing, or unannounced', async () => {
    edit('area.csv', (text) => `\uFEFF${text}`);
    edit('lab.csv', (text) => text.replaceAll(',', ';'));
    writeFileSync(join(folder, 'cycle.csv'), Buffer.from('key,name_it\nx,Attività', 'latin1'));
    rmSync(join(folder, 'lot.csv'));
    writeFileSync(join(folder, 'extra.csv'), 'key\n');
    expect((await faultsOf()).sort()).toEqual([
      'area.csv: begins with a byte-order mark; save it as UTF-8 without one',
      'cycle.csv: is not UTF-8',
      'extra.csv: is not named in datapackage.json',
      'lab.csv, row 1: is separated by semicolons; use commas',
      'lot.csv: is named in datapackage.json but missing',
    ]);
  });

  test('a folder that is not a package', async () => {
    rmSync(join(folder, 'datapackage.json'));
    expect(await faultsOf()).toEqual(['datapackage.json: is missing']);
  });

  test.each([
    ['\uFEFF{"resources":[]}', 'begins with a byte-order mark; save it as UTF-8 without one'],
    ['{', /^is not JSON: /],
    ['null', 'is not a data package descriptor (JSON with "resources")'],
    ['{"resources":{}}', 'is not a data package descriptor (JSON with "resources")'],
    ['{"resources":[null]}', 'resource 1 names no file in "path"'],
    ['{"resources":[{"name":"x","data":[{"a":1}]}]}', /^resource "x" holds its rows itself/],
    ['{"resources":[{"name":"x","path":["x.csv"]}]}', /^resource "x" names several files/],
    ['{"resources":[{"path":"../x.csv"}]}', /^resource 1 names "..\/x.csv"/],
    ['{"resources":[{"path":"x.csv"},{"path":"x.csv"}]}', 'names "x.csv" twice'],
    ['{"resources":[],"officina":{"knownOn":3}}', 'has an "officina.knownOn" that is not a day'],
  ])('with the descriptor %s is refused with file and reason', async (text, reason) => {
    writeFileSync(join(folder, 'datapackage.json'), text);
    const [fault = ''] = await faultsOf();
    const file = 'datapackage.json: ';
    expect(fault.startsWith(file)).toBe(true);
    expect(fault.slice(file.length)).toMatch(reason);
  });

  test('takes no notice of the hidden files of the system', async () => {
    writeFileSync(join(folder, '._milestone.csv'), 'of macOS');
    expect(await faultsOf()).toEqual([]);
  });

  test('errors that only the database finds: each refused row', async () => {
    edit('promise.csv', (text) => text.replace(/^(mini-site\.1,mini-site,)1,/m, '$12,'));
    expect((await faultsOf()).join('\n')).toMatch(/promise\.csv, row \d+/);
  });
});

describe('the sample', () => {
  test('is the same for the same seed and day, and differs for another seed', () => {
    const make = (seed: number) =>
      JSON.stringify(samplePackage({ seed, today: '2026-11-21', size: 'shown', key: 'citta-campione' }));
    expect(make(1)).toBe(make(1));
    expect(make(1)).not.toBe(make(2));
  });
});

describe('calls run elsewhere', () => {
  const named = (key: string, name: string) => ({ key, name_it: name, name_en: name });
  const rows = {
    ...smallProgramme(),
    space: [
      {
        ...named('spazio', 'Spazio'),
        kind: 'shed',
        zone: 'fuori',
        state: 'returned',
        state_reason_it: 'Revoca',
        admitted_uses: 'craft',
      },
    ],
    call: [
      {
        ...named('bando', 'Bando'),
        kind: 'space',
        area: 'ricerca',
        procedure: 'ranking',
        run: 'true',
        act: 'Determina 1',
        opens_at: '2019-04-01T08:00:00Z',
        closes_at: '2019-05-01T10:00:00Z',
        seed_hash: '0'.repeat(64),
        tie_breaks: '["earlier"]',
      },
    ],
    lot: [{ key: 'bando.l1', call: 'bando', space: 'spazio', position: '1' }],
    call_bonus: [{ ...named('bando.b1', 'Periferia'), call: 'bando', position: '1', kind: 'periphery', points: '5' }],
    ranking: [
      {
        key: 'bando.n1',
        call: 'bando',
        number: '1',
        kind: 'final',
        published_on: '2019-06-01',
        input: '{}',
        entries: '[]',
      },
    ],
    award: [
      {
        key: 'bando.a1',
        call: 'bando',
        space: 'spazio',
        organisation: 'regione',
        amount_eur: '1000.00',
        awarded_on: '2019-06-01',
        awarded_precision: 'day',
        signed_on: '2019-06-10',
        signed_act: 'Contratto 1',
        ended_on: '2020-01-10',
        ended_as: 'revoked',
        ended_act: 'Determina 9',
        ended_reason_it: 'Mai aperto',
      },
    ],
    payment: [{ key: 'bando.a1.p1', award: 'bando.a1', kind: 'advance', amount_eur: '400.00', paid_on: '2019-07-01' }],
    award_check: [
      {
        key: 'bando.a1.k6',
        award: 'bando.a1',
        months: '6',
        checked_on: '2019-12-10',
        outcome: 'failed',
        words_it: 'Chiuso',
      },
    ],
  };

  test('are loaded with their rankings, awards, payments and checks', async () => {
    const by = { actor: 'test', today: today() };
    await loadPackage(database.db, packageOf(rows, '2019-03-28'), by);
    const { rows: held } = await sql<{ days: string; paid: number; uses: string[] }>`
      select c.opens_on || ' ' || c.closes_on as days, (select sum(amount_eur) from payment y where y.award = w.key) as paid,
        p.admitted_uses as uses
      from award w join call c on c.key = w.call and c.programme_id = w.programme_id
        join space p on p.key = w.space and p.programme_id = w.programme_id where w.key = 'bando.a1'`.execute(
      database.db,
    );
    expect(held).toEqual([{ days: '2019-04-01 2019-05-01', paid: 400, uses: ['craft'] }]);
    const [payment] = rows.payment;
    const more = { ...rows, payment: [{ ...payment, amount_eur: '1000.01' }] } as never;
    await expect(loadPackage(database.db, packageOf(more, today()), by)).rejects.toThrow(PackageRefused);
  });
});
