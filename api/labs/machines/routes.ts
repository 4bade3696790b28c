// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { add, edit, remove } from './commands.ts';
import { addMachine, editMachine, listMachineModels, removeMachine } from './contract.ts';
import { machineModelsView } from './views.ts';

export function machinesRoutes({ inProgramme, keep }: Serve) {
  inProgramme(listMachineModels, (reader, { query }) => machineModelsView(reader, query));
  keep(addMachine, (writer, asked) => add(writer, asked, asked.params.lab, asked.input));
  keep(editMachine, (writer, asked) => edit(writer, asked, asked.params, asked.input));
  keep(removeMachine, (writer, asked) => remove(writer, asked, asked.params));
}
