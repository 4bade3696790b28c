// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../db/past.ts';
import { readProgrammeBody } from '../../db/programmes/reads.ts';
import { readPeripherySums, readPeripheryTargets, readZoneSums, readZones } from '../../db/territory/reads.ts';
import { refOf, type Text } from '../contract.ts';
import { type Measure, measure, type PeripheryShare, type Zone } from './contract.ts';
import { locationQuotient, peripheryShare, shareOf } from './rules.ts';

type ZoneRow = Awaited<ReturnType<typeof readZones>>[number];

/** Every zone with its sums; shares and quotients are among the zones of its own kind. */
export async function zonesView(
  reader: Reader,
  only: { kind?: string | undefined; tiles?: boolean } = {},
): Promise<Zone[]> {
  const read = await readZones(reader, only.tiles ? 'tiles' : undefined);
  const rows = read.filter((row) => only.kind === undefined || row.kind === only.kind);
  const sums = new Map((await readZoneSums(reader)).map((row) => [`${row.zone}/${row.measure}`, Number(row.value)]));
  const amountIn = (row: ZoneRow, of: Measure) => sums.get(`${row.key}/${of}`) ?? 0;
  const totals = new Map<string, number>();
  for (const row of rows) {
    totals.set(row.kind, (totals.get(row.kind) ?? 0) + (row.population ?? 0));
    for (const of of measure.options)
      totals.set(`${row.kind}/${of}`, (totals.get(`${row.kind}/${of}`) ?? 0) + amountIn(row, of));
  }
  return rows.map((row) => {
    const populationShare = row.population === null ? null : shareOf(row.population, totals.get(row.kind) ?? 0);
    const figure = (of: Measure) => {
      const share = shareOf(amountIn(row, of), totals.get(`${row.kind}/${of}`) ?? 0);
      return [of, { value: amountIn(row, of), share, quotient: locationQuotient(share, populationShare) }] as const;
    };
    return {
      ...bodyOf(row),
      populationShare,
      figures: Object.fromEntries(measure.options.map(figure)) as Zone['figures'],
    };
  });
}

function bodyOf(row: ZoneRow): Omit<Zone, 'figures' | 'populationShare'> {
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    code: row.code,
    parent: refOf(row.parent, row.parent_name),
    priorityArea: refOf(row.priority_area, row.priority_area_name),
    periphery: row.periphery,
    population: row.population,
    areaKm2: row.area_km2,
    amountEur: row.amount_eur,
    tile: row.tile_col !== null && row.tile_row !== null ? { col: row.tile_col, row: row.tile_row } : null,
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

/** The share of the periphery by measure against its declared target, with the definition it rests on. */
export async function peripheryView(reader: Reader): Promise<{ definition: Text; shares: PeripheryShare[] }> {
  const sums = new Map((await readPeripherySums(reader)).map((row) => [row.measure, row]));
  const targets = new Map((await readPeripheryTargets(reader)).map((row) => [row.measure, row.share]));
  const body = await readProgrammeBody(reader);
  const shares = measure.options.map((of) => {
    const row = sums.get(of);
    const parts = { periphery: row?.periphery ?? 0, centre: row?.centre ?? 0 };
    return {
      measure: of,
      ...parts,
      noZone: row?.no_zone ?? 0,
      share: peripheryShare(parts),
      target: targets.get(of as never) ?? null,
    };
  });
  return { definition: body?.periphery_definition ?? { it: '' }, shares };
}
