// SPDX-License-Identifier: AGPL-3.0-or-later

import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import { readPeripheryTargets, readTerritorySums, readZones } from '../../../db/city/territory/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { refOf, type Text } from '../../contract.ts';
import { type Measure, measure, type PeripheryShare, type Zone } from './contract.ts';
import { locationQuotient, peripheryShare, shareOf } from './rules.ts';

type ZoneRow = Awaited<ReturnType<typeof readZones>>[number];
type Sums = Awaited<ReturnType<typeof readTerritorySums>>;

/** Zones with their sums; shares and quotients compare zones of the same kind. */
function zonesOf(rows: ZoneRow[], sums: Sums): Zone[] {
  const amounts = new Map(
    sums.filter(({ part }) => part === 'zone').map((row) => [`${row.zone}/${row.measure}`, row.value]),
  );
  const amountIn = (row: ZoneRow, of: Measure) => amounts.get(`${row.key}/${of}`) ?? 0;
  const totals = new Map<string, number>();
  const add = (name: string, amount: number) => totals.set(name, (totals.get(name) ?? 0) + amount);
  for (const row of rows) {
    add(row.kind, row.population ?? 0);
    for (const of of measure.options) add(`${row.kind}/${of}`, amountIn(row, of));
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
    bounded: row.bounded,
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

/** Periphery share (0–1) per measure and its declared target. */
function sharesOf(sums: Sums, targets: Awaited<ReturnType<typeof readPeripheryTargets>>): PeripheryShare[] {
  const amount = (of: Measure, part: Sums[number]['part']) =>
    sums.find((row) => row.measure === of && row.part === part)?.value ?? 0;
  return measure.options.map((of) => {
    const parts = { periphery: amount(of, 'periphery'), centre: amount(of, 'centre') };
    const target = targets.find((row) => row.measure === of)?.share ?? null;
    return { measure: of, ...parts, noZone: amount(of, 'no-zone'), share: peripheryShare(parts), target };
  });
}

/** Zones of a kind, or only those with a map tile, with the periphery shares and their definition. */
export async function territoryView(reader: Reader, only: { kind?: string | undefined; tiles?: boolean } = {}) {
  const rows = await readZones(reader, only.tiles ? 'tiles' : undefined);
  const sums = await readTerritorySums(reader);
  const body = await readProgrammeBody(reader);
  const zones = zonesOf(
    rows.filter((row) => only.kind === undefined || row.kind === only.kind),
    sums,
  );
  const definition: Text = body?.periphery_definition ?? { it: '' };
  return { definition, zones, shares: sharesOf(sums, await readPeripheryTargets(reader)) };
}
