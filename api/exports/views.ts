// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringify } from 'csv-stringify/sync';
import writeExcel from 'write-excel-file/node';
import { readEquipmentOf, readLabVersions, readWholeLabs, type WholeLab } from '../../db/exports/reads.ts';
import type { Reader } from '../../db/past.ts';
import { cellsOf, heading, isNumeric } from '../columns/rules.ts';
import { allLabs, type Filter } from '../labs/views.ts';
import { machineOf } from '../machines/views.ts';
import { facilityOf } from '../okw/rules.ts';
import { featureOf } from './rules.ts';

/** More labs than any register holds: a file is whole. */
const mostLabs = 100_000;

async function found(reader: Reader, filter: Filter) {
  const labs = await allLabs(reader, filter, mostLabs);
  const keys = labs.map(({ key }) => key);
  const whole = new Map((await readWholeLabs(reader, keys)).map((row) => [row.key, row]));
  return { labs, keys, whole };
}

/** The cells of every lab; what is derived stands beside what is recorded. */
async function tableOf(reader: Reader, filter: Filter, guarded: boolean): Promise<string[][]> {
  const { labs, whole } = await found(reader, filter);
  const versions = await readLabVersions(reader);
  return labs.map(({ key, processes }) => {
    const { foreign_ids: numbers, ...row } = whole.get(key) ?? ({} as Partial<WholeLab>);
    const elsewhere = Object.keys(numbers ?? {}).length > 0 ? numbers : null;
    return cellsOf({ ...row, version: versions.get(key), processes, foreign_ids: elsewhere }, guarded);
  });
}

export async function csvView(reader: Reader, filter: Filter): Promise<string> {
  return stringify([heading, ...(await tableOf(reader, filter, true))]);
}

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });

export async function xlsxView(reader: Reader, filter: Filter): Promise<Buffer> {
  const rows = await tableOf(reader, filter, false);
  const cell = (words: string, at: number) => {
    if (words === '') return null;
    return isNumeric(heading[at] ?? '') ? { value: Number(words), type: Number } : { value: words, type: String };
  };
  const columns = heading.map((name) => ({ width: /^(name|summary|description|address|url)/.test(name) ? 32 : 14 }));
  const sheet = { data: [heading.map(bold), ...rows.map((cells) => cells.map(cell))], sheet: 'lab', columns };
  return writeExcel([{ ...sheet, stickyRowsCount: 1 }] as never).toBuffer();
}

export async function geoJsonView(reader: Reader, filter: Filter) {
  return { type: 'FeatureCollection', features: (await allLabs(reader, filter, mostLabs)).map(featureOf) };
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
