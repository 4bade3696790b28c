// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { key, programmeCommand, programmeEndpoint, text, words } from '../../contract.ts';
import { givenText } from '../../platform/records/contract.ts';
import { material, process } from '../vocabulary/contract.ts';

export const machine = z
  .object({
    key,
    process,
    brand: z.string().nullable(),
    model: z.string().nullable(),
    widthMm: z.number().int().nullable(),
    depthMm: z.number().int().nullable(),
    heightMm: z.number().int().nullable(),
    materials: z.array(material),
    quantity: z.number().int(),
    condition: z.enum(['working', 'limited', 'out-of-order']),
    bookingUrl: z.string().nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Machine', description: 'A machine of a lab; its working area in millimetres.' });

export type Machine = z.output<typeof machine>;

const millimetres = z.number().int().min(1).max(100_000).nullable().optional();
const named = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u)
    .nullable()
    .optional();

const described = {
  brand: named(80),
  model: named(120),
  widthMm: millimetres,
  depthMm: millimetres,
  heightMm: millimetres,
  materials: z.array(material).max(40).optional(),
  quantity: z.number().int().min(1).max(999).optional(),
  condition: machine.shape.condition.optional(),
  bookingUrl: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[^\s\0]+$/)
    .nullable()
    .optional(),
  note: givenText.nullable().optional(),
};
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
    process: process.optional(),
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
    process: process.optional(),
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
  input: { process: process.optional(), ...described },
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
