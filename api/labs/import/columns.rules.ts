// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Cells, type Kind, tableOf } from '../../platform/tables/rules.ts';
import { type ProcessTerm, processKeys } from '../vocabulary/rules.ts';
import type { GivenLab } from './rules.ts';

/** Lab columns of the register's table. */
const kinds = {
  key: 'text',
  version: 'whole',
  name: 'both',
  kind: 'text',
  status: 'text',
  summary: 'both',
  description: 'both',
  organisation: 'text',
  legal_status: 'text',
  founded_on: 'date',
  founded_precision: 'text',
  opened_on: 'date',
  opened_precision: 'text',
  closed_on: 'date',
  closed_precision: 'text',
  zone: 'text',
  address: 'text',
  latitude: 'number',
  longitude: 'number',
  wheelchair: 'text',
  access: 'text',
  hours: 'json',
  hours_exceptions: 'json',
  floor_area_m2: 'number',
  workstations: 'whole',
  staff: 'whole',
  small_series: 'flag',
  medium_series: 'flag',
  minimum_order: 'whole',
  turnaround_days: 'whole',
  services: 'words',
  languages: 'words',
  prices: 'json',
  processes: 'words',
  url: 'text',
  email: 'text',
  phone: 'text',
  links: 'words',
  confirmed_on: 'date',
  foreign_ids: 'json',
  source: 'text',
  note: 'both',
} as const satisfies Record<string, Kind>;

const table = tableOf(kinds);
export const { heading, isNumeric, cellsOf } = table;

/** Columns accepted but never written: the entry's key and derived values. */
const aside = ['key', 'version', 'processes', 'confirmed_on', 'foreign_ids'];

/** Converts a table row to a lab; `processes` become machines without brand. */
export function labInRow(row: number, cells: Cells, guarded: boolean): GivenLab {
  const { values, malformed } = table.rowIn(cells, guarded);
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
      ...(strange ? [{ name: 'processes', code: 'unknown-value' as const }] : []),
    ],
    notes: [],
  };
}
