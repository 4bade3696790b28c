// SPDX-License-Identifier: AGPL-3.0-or-later
import { readMachineModels, type readMachines } from '../../../db/labs/machines/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { plainOf } from '../../platform/fields/rules.ts';
import { type ProcessTerm, processes, withNarrower } from '../vocabulary/rules.ts';
import type { Machine, MachineModel } from './contract.ts';
import { machineFields, modelFields } from './fields.ts';

type ModelRow = Awaited<ReturnType<typeof readMachineModels>>[number];

const { note: _, source: __, ...shownModel } = modelFields;
const modelOf = (row: ModelRow): MachineModel => ({ key: row.key, ...plainOf(shownModel, row) });

export const machineOf = (row: Awaited<ReturnType<typeof readMachines>>[number]): Machine => ({
  key: row.key,
  ...plainOf(machineFields, row),
});

export async function machineModelsView(
  reader: Reader,
  { process, q, limit }: { process?: ProcessTerm | undefined; q?: string | undefined; limit: number },
) {
  const kinds = process && withNarrower(processes, process);
  return { items: (await readMachineModels(reader, { processes: kinds, q, limit })).map(modelOf) };
}
