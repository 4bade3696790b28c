// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { key, programmeCommand, programmeEndpoint, words } from '../../contract.ts';
import { editShape, replyShape } from '../../platform/fields/contract.ts';
import { machineFields } from './fields.ts';

export const machine = z
  .object({ key, ...replyShape(machineFields) })
  .meta({ id: 'Machine', description: 'A machine of a lab; its working area in millimetres.' });
export type Machine = z.output<typeof machine>;

const { process, ...described } = z.object(editShape(machineFields)).partial().shape;
const kept = z.object({ lab: key, machine });
const may = 'keep-labs' as const;

export const machineModel = machine
  .pick({
    key: true,
    process: true,
    brand: true,
    model: true,
    widthMm: true,
    depthMm: true,
    heightMm: true,
    materials: true,
  })
  .meta({ id: 'MachineModel' });
export type MachineModel = z.output<typeof machineModel>;

export const listMachineModels = programmeEndpoint({
  path: '/machine-models',
  query: {
    process,
    q: words.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  },
  reply: z.object({ items: z.array(machineModel) }),
  summary: 'Catalogue of machines',
  description: 'What is on the market, to add a machine without typing.',
});

export const addMachine = programmeCommand({
  method: 'POST',
  path: '/labs/{lab}/machines',
  params: { lab: key },
  input: {
    model: key.optional().meta({ description: 'A key of the catalogue: the rest is taken from there.' }),
    process,
    of: z.object(described).optional(),
  },
  reply: kept,
  may,
  summary: 'Adds a machine',
  description: 'From the catalogue, or described by itself; then its process must be given.',
});

export const editMachine = programmeCommand({
  method: 'PATCH',
  path: '/labs/{lab}/machines/{machine}',
  params: { lab: key, machine: key },
  input: { process, ...described },
  reply: kept,
  may,
  summary: 'Edits a machine',
  description: 'Changes what is given and leaves the rest; null empties.',
});

export const removeMachine = programmeCommand({
  method: 'DELETE',
  path: '/labs/{lab}/machines/{machine}',
  params: { lab: key, machine: key },
  reply: z.object({ key }),
  may,
  summary: 'Removes a machine',
  description: 'The lab has it no longer; as of earlier days it still had.',
});
