// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { adopt, carryOver as carry, close, create, edit, remove } from './commands.ts';
import {
  adoptCycle,
  carryOver,
  closeCycle,
  createCycle,
  editCycle,
  listCycles,
  listDrafts,
  readDraft,
  readTrend,
  removeCycle,
} from './contract.ts';
import { cyclesView, draftCyclesView, draftView, trendView } from './views.ts';

const whyOf = ({ why }: { why?: string | undefined }) => why ?? '';
const actOf = ({ act }: { act?: string | undefined }) => act ?? '';

export function cyclesRoutes({ inProgramme, keep }: Serve) {
  inProgramme(listCycles, async (reader) => ({ items: await cyclesView(reader) }));
  inProgramme(readTrend, (reader, { params }) => trendView(reader, params.cycle));
  inProgramme(listDrafts, (reader) => draftCyclesView(reader));
  inProgramme(readDraft, (reader, { params, actor }) =>
    draftView(reader, params.cycle, { grants: actor?.grants ?? null, programme: params.programme }),
  );
  keep(createCycle, (writer, asked) => create(writer, asked, asked.input), whyOf);
  keep(editCycle, (writer, asked) => edit(writer, asked, asked.params.cycle, asked.input), whyOf);
  keep(removeCycle, (writer, asked) => remove(writer, asked, asked.params.cycle));
  keep(adoptCycle, (writer, asked) => adopt(writer, asked, asked.params.cycle, asked.input), actOf);
  keep(carryOver, (writer, asked) => carry(writer, asked, asked.params.cycle, asked.input), whyOf);
  keep(closeCycle, (writer, asked) => close(writer, asked, asked.params.cycle, asked.input), actOf);
}
