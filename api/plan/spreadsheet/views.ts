// SPDX-License-Identifier: AGPL-3.0-or-later
import { Readable } from 'node:stream';
import writeExcel from 'write-excel-file/node';
import type { Reader } from '../../../db/past.ts';
import { readVersion } from '../../../db/plan/drafting/reads.ts';
import { readNamed, readSheetRows, type SheetMilestone } from '../../../db/plan/spreadsheet/reads.ts';
import { type Cells, type Column, columns } from './rules.ts';

/** A milestone as a sheet row. */
const cellsOf = (row: SheetMilestone, version: number): Cells => ({
  key: row.key,
  version: String(version),
  area: row.area,
  name_it: row.name.it,
  name_en: row.name.en ?? null,
  summary_it: row.summary?.it ?? null,
  summary_en: row.summary?.en ?? null,
  initiative: row.initiative,
  owner: row.owner,
  zone: row.zone,
  weight: String(row.weight),
  due_on: row.due_on,
  due_precision: row.due_precision,
  reason_kind: null,
  reason: null,
  expected_on: row.expected_on,
  expected_reason: null,
  done: null,
});

export interface Present {
  cells: Cells;
  adopted: boolean;
}

/** Current milestones of a cycle as sheet rows. */
export async function presentRows(reader: Reader, cycle: string): Promise<Map<string, Present>> {
  const present = new Map<string, Present>();
  for (const row of await readSheetRows(reader, cycle)) {
    const cells = cellsOf(row, await readVersion(reader, row.key));
    present.set(row.key, { cells, adopted: row.promised_on !== null });
  }
  return present;
}

const explained: Record<Column, string> = {
  key: 'Codice: non si cambia; vuoto per un traguardo nuovo · Key: not to be changed; empty for a new milestone',
  version: 'Versione letta: non si cambia · Version read: not to be changed',
  area: 'Codice dell’area · Key of the area',
  name_it: 'Nome in italiano · Name in Italian',
  name_en: 'Nome in inglese · Name in English',
  summary_it: 'Descrizione in italiano · Description in Italian',
  summary_en: 'Descrizione in inglese · Description in English',
  initiative: 'Codice dell’iniziativa · Key of the initiative',
  owner: 'Codice del responsabile · Key of the responsible body',
  zone: 'Codice della zona · Key of the zone',
  weight: 'Peso: fisso dopo l’adozione · Weight: fixed once adopted',
  due_on:
    'Data AAAA-MM-GG; dopo l’adozione una data nuova è una riprogrammazione · Date YYYY-MM-DD; once adopted a new date is a rescheduling',
  due_precision: 'day, month, quarter, half-year, year, cycle',
  reason_kind:
    'Tipo di motivo della riprogrammazione · Kind of reason for rescheduling: procedure, funding, works, partner, scope, other',
  reason: 'Motivo · Reason',
  expected_on: 'Data prevista: una nuova è un aggiornamento · Expected date: a new one is an update',
  expected_reason: 'Motivo, se supera la data promessa · Reason, if after the promised date',
  done: 'Che cosa è stato fatto · What was done',
};

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
const text = (value: string | null) => (value === null ? null : { value, type: String });

/** The workbook: an editable plan sheet plus an explanation of columns and keys. */
export async function sheetView(reader: Reader, cycle: string): Promise<Readable> {
  const rows = [...(await presentRows(reader, cycle)).values()];
  const plan = [columns.map(bold), ...rows.map(({ cells }) => columns.map((name) => text(cells[name])))];
  const named = await readNamed(reader);
  const legend = [
    ...columns.map((name) => [bold(name), text(explained[name])]),
    ...Object.entries(named).flatMap(([name, items]) => [
      [null, null],
      [bold(name), null],
      ...items.map(({ key, name: words }) => [text(key), text(words.it)]),
    ]),
  ];
  const widths = columns.map((name) => ({ width: /^(name|summary|reason|expected_reason|done)/.test(name) ? 36 : 16 }));
  const book = writeExcel([
    { data: plan, sheet: 'plan', columns: widths, stickyRowsCount: 1 },
    { data: legend, sheet: 'legend', columns: [{ width: 36 }, { width: 90 }] },
  ] as never);
  return Readable.from([await book.toBuffer()]);
}
