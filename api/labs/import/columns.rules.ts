// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetOf } from '../../platform/fields/sheet.rules.ts';
import type { Cells } from '../../platform/tables/rules.ts';
import { labFields } from '../directory/fields.ts';
import { type ProcessTerm, processKeys } from '../vocabulary/rules.ts';
import type { GivenLab } from './rules.ts';

/** The register as a table for spreadsheets; `processes` are those of the lab's machines. */
export const labSheet = sheetOf(labFields, { version: 'whole', processes: 'words' });

/** Columns accepted but never written: the entry's key and derived values. */
const aside = ['key', 'version', 'processes', 'confirmed_on', 'foreign_ids'];

/** Converts a table row to a lab; `processes` become machines without brand. */
export function labInRow(row: number, cells: Cells, guarded: boolean): GivenLab {
  const { values, malformed } = labSheet.rowIn(cells, guarded);
  const named = (values.processes ?? []) as string[];
  const known = processKeys.filter((process) => named.includes(process));
  const strange = named.some((process) => !processKeys.includes(process as ProcessTerm));
  const foreign = (values.foreign_ids ?? {}) as Record<string, unknown>;
  const numbers = Object.entries(foreign).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return {
    row,
    name: (values.name as { it: string } | null | undefined)?.it ?? '',
    foreign: Object.fromEntries(numbers),
    key: (values.key as string | null | undefined) ?? null,
    version: (values.version as number | null | undefined) ?? null,
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !aside.includes(name))),
    machines: known.map((process) => ({ process, brand: null, model: null })),
    country: null,
    city: null,
    refused: [
      ...malformed.map((name) => ({ name, code: 'malformed' as const })),
      ...(values.version && !values.key ? [{ name: 'version', code: 'versioned' as const }] : []),
      ...(strange ? [{ name: 'processes', code: 'unknown-value' as const }] : []),
    ],
    notes: [],
  };
}
