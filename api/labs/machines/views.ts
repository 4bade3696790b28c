// SPDX-License-Identifier: AGPL-3.0-or-later
import { readMachineModels, type readMachines } from '../../../db/labs/machines/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { type ProcessTerm, processes, withNarrower } from '../vocabulary/rules.ts';
import type { Machine, MachineModel } from './contract.ts';

type ModelRow = Awaited<ReturnType<typeof readMachineModels>>[number];

const modelOf = (row: ModelRow): MachineModel => ({
  key: row.key,
  process: row.process,
  brand: row.brand,
  model: row.model,
  widthMm: row.width_mm,
  depthMm: row.depth_mm,
  heightMm: row.height_mm,
  materials: row.materials as Machine['materials'],
});

export const machineOf = (row: Awaited<ReturnType<typeof readMachines>>[number]): Machine => ({
  ...modelOf(row as ModelRow),
  quantity: row.quantity,
  condition: row.condition,
  bookingUrl: row.booking_url,
  note: row.note,
});

export async function machineModelsView(
  reader: Reader,
  { process, q, limit }: { process?: ProcessTerm | undefined; q?: string | undefined; limit: number },
) {
  const kinds = process && withNarrower(processes, process);
  return { items: (await readMachineModels(reader, { processes: kinds, q, limit })).map(modelOf) };
}
