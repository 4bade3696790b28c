// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import { readLabBody } from '../../../db/labs/editing/reads.ts';
import { confirmSections } from '../../../db/labs/editing/writes.ts';
import { lockMachine, readMachines, readModel } from '../../../db/labs/machines/reads.ts';
import * as writes from '../../../db/labs/machines/writes.ts';
import type { Reader } from '../../../db/past.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { columnsOf } from '../../platform/fields/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import type { addMachine, editMachine } from './contract.ts';
import { machineFields } from './fields.ts';
import { machineOf } from './views.ts';

type Input<E extends { input: z.ZodType }> = z.output<E['input']>;

/** Returns the lab's machines; the edit confirms their section. */
async function keptOf(reader: Reader, lab: string, key: string) {
  const row = (await readMachines(reader, lab)).find((one) => one.key === key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  return { lab, machine: machineOf(row) };
}

async function refuseUnknownLab(reader: Reader, lab: string) {
  const body = await readLabBody(reader, lab);
  if (!body || body.merged_into !== null) throw new Refused({ code: 'unknown-item', item: lab });
}

const missing = (name: string) => new Refused({ code: 'invalid-parameter', errors: [{ name, reason: 'missing' }] });

export async function add(writer: Writer, by: Keeping, lab: string, input: Input<typeof addMachine>) {
  const reader = readerOf(writer, by);
  await refuseUnknownLab(reader, lab);
  const model = input.model === undefined ? undefined : await readModel(reader, input.model);
  if (input.model !== undefined && !model) {
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'model', reason: 'unknown-value' }] });
  }
  const { key: _, ...copied } = model ?? { key: '' };
  const process = input.process ?? model?.process;
  if (!process) throw missing('process');
  const values = { ...copied, ...columnsOf(machineFields, input.of ?? {}), process };
  const key = await writes.addMachine(writer, by.programmeId, lab, values);
  await confirmSections(writer, by, lab, ['machines']);
  return keptOf(reader, lab, key);
}

async function held(reader: Reader, lab: string, key: string) {
  const row = await lockMachine(reader, key);
  if (row?.lab !== lab) throw new Refused({ code: 'unknown-item', item: key });
}

export async function edit(
  writer: Writer,
  by: Keeping,
  { lab, machine }: { lab: string; machine: string },
  input: Input<typeof editMachine>,
) {
  const reader = readerOf(writer, by);
  await held(reader, lab, machine);
  await writes.editMachine(writer, by.programmeId, machine, columnsOf(machineFields, input));
  await confirmSections(writer, by, lab, ['machines']);
  return keptOf(reader, lab, machine);
}

export async function remove(writer: Writer, by: Keeping, { lab, machine }: { lab: string; machine: string }) {
  await held(readerOf(writer, by), lab, machine);
  await writes.removeMachine(writer, by.programmeId, machine);
  await confirmSections(writer, by, lab, ['machines']);
  return { key: machine };
}
