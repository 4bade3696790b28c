// SPDX-License-Identifier: AGPL-3.0-or-later
import writeExcel from 'write-excel-file/node';
import {
  readEquipmentOf,
  readVersions,
  readWholeLabs,
  readWholeSpaces,
  type WholeLab,
} from '../../../db/overview/downloads/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { allLabs, type Filter } from '../../labs/directory/views.ts';
import { labSheet } from '../../labs/import/columns.rules.ts';
import { facilityOf } from '../../labs/import/okw.rules.ts';
import { machineOf } from '../../labs/machines/views.ts';
import { csvText } from '../../platform/tables/csv.views.ts';
import type { SpaceQuery } from '../../spaces/directory/contract.ts';
import { allSpaces } from '../../spaces/directory/views.ts';
import { spaceSheet } from '../../spaces/import/rules.ts';
import { featureOf, spaceFeatureOf } from './rules.ts';

/** Page size beyond any register, so that files are complete. */
const most = 100_000;

async function found(reader: Reader, filter: Filter) {
  const labs = await allLabs(reader, filter, most);
  const keys = labs.map(({ key }) => key);
  const whole = new Map((await readWholeLabs(reader, keys)).map((row) => [row.key, row]));
  return { labs, keys, whole };
}

/** Cells of all labs, recorded and derived values side by side. */
async function tableOf(reader: Reader, filter: Filter, guarded: boolean): Promise<string[][]> {
  const { labs, whole } = await found(reader, filter);
  const versions = await readVersions(reader, 'lab');
  return labs.map(({ key, processes }) => {
    const { foreign_ids: numbers, ...row } = whole.get(key) ?? ({} as Partial<WholeLab>);
    const elsewhere = Object.keys(numbers ?? {}).length > 0 ? numbers : null;
    return labSheet.cellsOf({ ...row, version: versions.get(key), processes, foreign_ids: elsewhere }, guarded);
  });
}

/** Cells of all spaces, limited to public data. */
async function spaceCells(reader: Reader, filter: SpaceQuery, guarded: boolean): Promise<string[][]> {
  const keys = (await allSpaces(reader, filter, most)).map(({ key }) => key);
  const whole = new Map((await readWholeSpaces(reader, keys)).map((row) => [row.key, row]));
  const versions = await readVersions(reader, 'space');
  return keys.map((key) => spaceSheet.cellsOf({ ...whole.get(key), version: versions.get(key) }, guarded));
}

type Csv = { for?: 'excel' | undefined };
const textOf = ({ heading, isNumeric }: Pick<typeof labSheet, 'heading' | 'isNumeric'>, rows: string[][], how: Csv) =>
  csvText([heading, ...rows], { ...how, isNumeric: (column) => isNumeric(heading[column] ?? '') });

export const csvView = async (reader: Reader, { for: whom, ...filter }: Filter & Csv): Promise<string> =>
  textOf(labSheet, await tableOf(reader, filter, true), { for: whom });

export const spacesCsvView = async (reader: Reader, { for: whom, ...filter }: SpaceQuery & Csv): Promise<string> =>
  textOf(spaceSheet, await spaceCells(reader, filter, true), { for: whom });

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
const wide = /^(name|summary|description|address|url|last_use|works|state_reason)/;

/** One sheet with a frozen heading. */
function bookOf(
  sheet: string,
  { heading, isNumeric }: Pick<typeof spaceSheet, 'heading' | 'isNumeric'>,
  rows: string[][],
): Promise<Buffer> {
  const cell = (words: string, at: number) => {
    if (words === '') return null;
    return isNumeric(heading[at] ?? '') ? { value: Number(words), type: Number } : { value: words, type: String };
  };
  const columns = heading.map((name) => ({ width: wide.test(name) ? 32 : 14 }));
  const data = [heading.map(bold), ...rows.map((cells) => cells.map(cell))];
  return writeExcel([{ data, sheet, columns, stickyRowsCount: 1 }] as never).toBuffer();
}

export const xlsxView = async (reader: Reader, filter: Filter): Promise<Buffer> =>
  bookOf('lab', labSheet, await tableOf(reader, filter, false));

export const spacesXlsxView = async (reader: Reader, filter: SpaceQuery): Promise<Buffer> =>
  bookOf('space', spaceSheet, await spaceCells(reader, filter, false));

export async function spacesGeoJsonView(reader: Reader, filter: SpaceQuery) {
  return { type: 'FeatureCollection', features: (await allSpaces(reader, filter, most)).map(spaceFeatureOf) };
}

export async function geoJsonView(reader: Reader, filter: Filter) {
  return { type: 'FeatureCollection', features: (await allLabs(reader, filter, most)).map(featureOf) };
}

export async function okwView(reader: Reader, filter: Filter) {
  const { labs, keys, whole } = await found(reader, filter);
  const machines = Map.groupBy(await readEquipmentOf(reader, keys), ({ lab }) => lab);
  return labs.map((lab) => {
    const row = whole.get(lab.key);
    const number = (row?.foreign_ids as Record<string, string> | undefined)?.okw ?? null;
    const own = (machines.get(lab.key) ?? []).map(machineOf);
    return facilityOf({ lab, description: row?.description ?? null, machines: own, number });
  });
}
