// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { projectFolder } from '../../../db/config.ts';
import { withKeepers } from '../../harness/keeping.ts';

const programme = 'manifattura-milano';
const { office, anna, anyone } = withKeepers(programme);

async function put(path: string, body: string | Uint8Array, type = 'application/octet-stream') {
  const reply = await fetch(`${office.address}/api/v1/programmes/${programme}/${path}`, {
    method: 'PUT',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { cookie: anna.cookie, origin: office.address, 'content-type': type, 'accept-language': 'en' },
  });
  return { status: reply.status, body: await reply.json() };
}
const spaces = (body: string | Uint8Array, format = 'csv') => put(`space-imports?format=${format}`, body);
const labs = (body: string | Uint8Array, format = 'csv') => put(`lab-imports?format=${format}`, body);
const named = (body: { rows: { name: string; row: number; kind: string }[] }) =>
  body.rows.map(({ row, name, kind }) => [row, name, kind]);

const latin = (text: string) => Buffer.from(text, 'latin1');

describe('a table as Italian Excel saves it', () => {
  const text = 'Nome;Tipo;Indirizzo;Proprietà\nPalazzina Città Ideale;edificio;via Fantasia 1;pubblica\n';
  const utf16 = Buffer.from(`\uFEFF${text.replaceAll(';', '\t')}`, 'utf16le');
  test.each([
    ['in Windows-1252', latin(text)],
    ['in UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['in UTF-16, little end first', utf16],
    ['in UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['with the hint for the separator', Buffer.from(`sep=;\r\n${text}`)],
    ['with a bar', Buffer.from(text.replaceAll(';', '|'))],
  ])('%s is read', async (_, bytes) => {
    const { status, body } = await spaces(bytes);
    expect({ status, rows: named(body) }).toEqual({ status: 200, rows: [[2, 'Palazzina Città Ideale', 'added']] });
  });

  test('has its separator by what the headings mean, also where a heading holds the other one', async () => {
    const { body } = await spaces(
      'Nome;Tipo;Sup. (a, b, c, d);Indirizzo\nCapanno;capannone;3;via Virgole 3, interno 2\n',
    );
    expect(body).toMatchObject({ ignored: ['Sup. (a, b, c, d)'], rows: [{ name: 'Capanno', kind: 'added' }] });
  });

  test.each([
    ['of two encodings', Buffer.concat([Buffer.from('Nome;Tipo\nCittà;edificio\n'), latin('Città;edificio\n')])],
    ['in UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['of no text', Buffer.from([0x81, 0x8d, 0x00, 0x01, 0x02])],
  ])('%s is refused with a way out', async (_, bytes) => {
    const { status, body } = await spaces(bytes);
    expect(status).toBe(415);
    expect(body.detail).toContain('CSV UTF-8');
  });

  test('with quotes that do not close is refused with the row', async () => {
    const { status, body } = await spaces('Nome;Tipo\nEx forno;edificio\nEx "Officina" Rotta;capannone\n');
    expect({ status, detail: body.detail }).toMatchObject({ status: 415, detail: expect.stringContaining('Row 3.') });
  });

  test('keeps the row numbers of the sheet, over empty rows, a title and lines within a cell', async () => {
    const { body } = await spaces(
      'Censimento 2026;;\n\nNome;Tipo;Indirizzo\n"Ex\nmolino";edificio;\n\nEx pista;edificio;\n',
    );
    expect(body.rows.map(({ row }: { row: number }) => row)).toEqual([4, 6]);
  });

  test('is offered for Excel, and read again as it was', async () => {
    const reply = await fetch(`${office.address}/api/v1/programmes/${programme}/spaces.csv?for=excel`);
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString('utf8')).toMatch(/^\uFEFFkey;version;name_it;/);
    const { body } = await spaces(bytes);
    expect(new Set(body.rows.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['same']));
  });
});

type Cell = { value: unknown; type?: unknown } | null;
const words = (...cells: unknown[]): Cell[] =>
  cells.map((value) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String }));
const book = (...sheets: { sheet: string; data: Cell[][] }[]): Promise<Buffer> =>
  writeExcel(sheets as never).toBuffer();

const workbookXml = (sheets: string) =>
  `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets}</sheets></workbook>`;
const relation = (id: number) =>
  `<Relationship Id="r${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${id}.xml"/>`;
/** A workbook written by hand: the rows of each sheet as XML, and the state of the first. */
const rawBook = (sheets: string[], state = '') =>
  zipSync({
    'xl/workbook.xml': strToU8(
      workbookXml(
        sheets
          .map((_, at) => `<sheet name="S${at}" sheetId="${at + 1}" ${at === 0 ? state : ''} r:id="r${at + 1}"/>`)
          .join(''),
      ),
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, at) => relation(at + 1)).join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      sheets.map((rows, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
      ]),
    ),
  });
const cell = (address: string, text: string) => `<c r="${address}" t="str"><v>${text}</v></c>`;
const headings = `<row r="1">${cell('A1', 'Nome')}${cell('B1', 'Tipo')}${cell('C1', 'Superficie (m²)')}</row>`;

describe('a workbook', () => {
  const heading = words('Nome', 'Tipo', 'Indirizzo');
  const row = words('Ex vetreria', 'capannone', 'via Vetro 1');

  test('is read from the first visible sheet with a known heading, below a title', async () => {
    const notes = { sheet: 'Note', data: [words('Istruzioni')] };
    const data = { sheet: 'Dati', data: [words('Censimento degli spazi'), [], heading, row] };
    const { body } = await spaces(await book(notes, data), 'xlsx');
    expect(named(body)).toEqual([[4, 'Ex vetreria', 'added']]);
  });

  test('is not read from a hidden sheet', async () => {
    const rows = (name: string) => `${headings}<row r="2">${cell('A2', name)}${cell('B2', 'capannone')}</row>`;
    const { body } = await spaces(rawBook([rows('Nascosto'), rows('In vista')], 'state="hidden"'), 'xlsx');
    expect(named(body)).toEqual([[2, 'In vista', 'added']]);
  });

  test('refuses the row of a cell with an error, and names the cell', async () => {
    const error = `<row r="2">${cell('A2', 'Ex vetreria')}${cell('B2', 'capannone')}<c r="C2" t="e"><v>#DIV/0!</v></c></row>`;
    const { body } = await spaces(rawBook([headings + error]), 'xlsx');
    expect(body.rows).toMatchObject([{ row: 2, kind: 'refused', reasons: [{ name: 'floor_area_m2' }] }]);
  });

  test('keeps a number with three decimals, which is no number of thousands', async () => {
    const data = [words('Nome', 'Tipo', 'Superficie (m²)'), words('Ex vetreria', 'capannone', 12.345)];
    const { body } = await spaces(await book({ sheet: 'Dati', data }), 'xlsx');
    expect(body.rows).toMatchObject([{ kind: 'refused', reasons: [{ name: 'floor_area_m2' }] }]);
    const thousands = await spaces('Nome;Tipo;Superficie (m²)\nEx vetreria;capannone;12.345\n');
    expect(thousands.body.rows).toMatchObject([{ kind: 'added' }]);
  });

  test('takes no notice of empty cells at its far end', async () => {
    const rows = `${headings}<row r="2">${cell('A2', 'Ex vetreria')}${cell('B2', 'capannone')}<c r="XFD2" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>`;
    expect(named((await spaces(rawBook([rows]), 'xlsx')).body)).toEqual([[2, 'Ex vetreria', 'added']]);
  });
});

describe('a file beyond the bounds is refused with the bound, and the service goes on:', () => {
  const wide = `${'a,'.repeat(300_000)}a\n1,2\n`;
  const far = (address: string) => rawBook([`${headings}<row r="2">${cell(address, 'x')}</row>`]);
  const million = 'a'.repeat(1_000_000);
  test.each([
    ['columns', () => spaces(wide), '200 columns'],
    ['rows', () => spaces(`Nome,Tipo\n${'Ex forno,edificio\n'.repeat(20_001)}`), '20,000 rows'],
    ['a cell in the last column', () => spaces(far('XFD2'), 'xlsx'), '200 columns'],
    ['a cell in the last row', () => spaces(far('A1048576'), 'xlsx'), '20,000 rows'],
    [
      'inflated size',
      () => spaces(zipSync({ 'xl/workbook.xml': strToU8(million.repeat(70)) }, { level: 9 }), 'xlsx'),
      '60 MB once opened',
    ],
    ['a row', () => spaces(`Nome,Tipo\n"${million}1",edificio\n`), '1,000,000 characters in a row'],
  ])('%s', async (_, sent, bound) => {
    const { status, body } = await sent();
    expect({ status, rule: body.rule }).toEqual({ status: 413, rule: 'beyond-bound' });
    expect(body.detail).toContain(bound);
    expect((await anyone('GET', '/spaces?limit=1')).status).toBe(200);
  });

  test('levels of a JSON file', async () => {
    const { status, body } = await labs(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'okw');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ name: 'body', reason: 'has more than 32 levels: use fewer' }]);
  });
});

describe('coordinates that are exchanged', () => {
  const swapped = { latitude: 9.19, longitude: 45.46 };
  test('refuse the row of a table', async () => {
    const { body } = await labs('name_it,kind,latitude,longitude\nLab Scambiato,fablab,9.19,45.46\n');
    expect(body.rows).toMatchObject([{ kind: 'refused', reasons: [{ name: 'latitude', code: 'swapped' }] }]);
  });

  test.each([
    ['fablabs', JSON.stringify({ labs: [{ id: 3, name: 'Fab Scambiato Uno', country_code: 'IT', ...swapped }] })],
    ['okw', JSON.stringify([{ facility: { facility_id: 's-1', name: 'Okw Scambiato Due' }, geocoding: swapped }])],
  ])('are left out and named in a file of %s', async (format, file) => {
    const { body } = await labs(file, format);
    expect(body.rows).toMatchObject([{ kind: 'added' }]);
    expect(body.rows[0].reasons).toContainEqual(expect.objectContaining({ code: 'swapped' }));
  });
});

describe('a list of labs in another shape', () => {
  test('of fablabs.io and of Open Know-Where is read', async () => {
    const { body: fabs } = await labs(JSON.stringify({ response: [{ id: 1, name: 'Fab Prova Risposta' }] }), 'fablabs');
    expect(named(fabs)).toEqual([[1, 'Fab Prova Risposta', 'added']]);
    const location = {
      address: { number: '12', street: 'via Piatta', city: 'Milano' },
      gps_coordinates: '45.44, 9.21',
    };
    const flat = [{ id: 'p-1', name: 'Makerspace Piatto', location, facility_status: 'Active' }];
    const { body: okw } = await labs(JSON.stringify(flat), 'okw');
    expect(named(okw)).toEqual([[1, 'Makerspace Piatto', 'added']]);
    expect(okw.rows[0].reasons).toEqual([]);
  });

  test.each(['okw', 'fablabs'])('is refused with the shape that is read: %s', async (format) => {
    const { status, body } = await labs('{"places":3}', format);
    expect({ status, rule: body.rule }).toEqual({ status: 415, rule: 'unreadable' });
  });
});

test('a row that has lost its key but not its version is refused', async () => {
  const { body } = await spaces('key,version,name_it,kind\n,3,Ex scuderia persa,building\n');
  expect(body.rows).toMatchObject([{ kind: 'refused', reasons: [{ code: 'versioned' }] }]);
});

const cases = join(projectFolder, '..', 'shared', 'cases');
describe.skipIf(!existsSync(cases))('the collected files (left out where ../shared/cases is not there)', () => {
  const file = (path: string) => readFileSync(join(cases, path));
  test.each([
    ['04-excel-italian-encodings/spazi-cp1252.csv', 200],
    ['04-excel-italian-encodings/spazi-sep.csv', 200],
    ['04-excel-italian-encodings/spazi-utf16-tab.csv', 200],
    ['04-excel-italian-encodings/spazi-virgolette.csv', 415],
    ['08-delimiter-guess/spazi.csv', 200],
    ['12-census-real-headings/spazi.csv', 200],
  ])('%s', async (path, status) => {
    expect((await spaces(file(path))).status).toBe(status);
  });

  test('16-hidden-first-sheet/spazi.xlsx', async () => {
    const { status, body } = await spaces(file('16-hidden-first-sheet/spazi.xlsx'), 'xlsx');
    expect(status).toBe(200);
    expect(body.rows.length).toBeGreaterThan(0);
  });

  test.each(['okw', 'fablabs'])('13 and 05: %s', async (format) => {
    const other = format === 'okw' ? '13-okw-other-shape/okw.json' : '13-okw-other-shape/fablabs-response.json';
    expect((await labs(file(other), format)).status).toBe(200);
    const { body } = await labs(file(`05-swapped-coordinates/${format}.json`), format);
    expect(JSON.stringify(body.rows)).toContain('swapped');
  });
});
