// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { create, depend, edit, order, remove, split } from './commands.ts';
import {
  createMilestone,
  editMilestone,
  orderMilestones,
  removeMilestone,
  setDependencies,
  splitMilestone,
} from './contract.ts';

const whyOf = ({ why }: { why?: string | undefined }) => why ?? '';

export function planRoutes({ keep }: Serve) {
  keep(createMilestone, (writer, asked) => create(writer, asked, asked.input), whyOf);
  keep(editMilestone, (writer, asked) => edit(writer, asked, asked.params.milestone, asked.input), whyOf);
  keep(removeMilestone, (writer, asked) => remove(writer, asked, asked.params.milestone));
  keep(splitMilestone, (writer, asked) => split(writer, asked, asked.params.milestone, asked.input.parts), whyOf);
  keep(setDependencies, (writer, asked) => depend(writer, asked, asked.params.milestone, asked.input.dependsOn), whyOf);
  keep(orderMilestones, (writer, asked) => order(writer, asked, asked.params.cycle, asked.input), whyOf);
}
