// SPDX-License-Identifier: AGPL-3.0-or-later
import type { initiatives as italian } from '../../it/plan/initiatives.ts';
import type { Translation } from '../../shape.ts';

export const initiatives: Translation<typeof italian> = {
  initiatives: {
    add: 'Add an initiative',
    addSend: 'Add the initiative',
    keep: 'Keep this initiative',
    amount: 'Amount in euro',
    existing: 'It was under way before the programme',
    withdrawn: 'withdrawn on {{date}}',
    reason: 'Why it was withdrawn',
    withdrawAbout: 'The initiative stays in sight, marked as withdrawn; its milestones stay as they are.',
    withdrawSend: 'Withdraw the initiative',
  },
  addMilestone: {
    title: 'Add a milestone to this cycle',
    about:
      'The cycle is adopted already: the date you write is a promise made today, in everyone’s sight. From then on it moves only by re-planning, with a reason.',
    promised: 'Promise, made today',
    done: 'Done: the milestone is in the plan, with today’s promise.',
  },
  depend: {
    about: 'Name what must come first. A dependency moves no date.',
    list: 'Depends on',
    none: 'It depends on no other milestone.',
    more: 'Another milestone',
    choose: 'choose',
    add: 'Add',
    remove: 'Remove',
    removeOf: 'Remove the dependency on “{{name}}”',
    save: 'Record the dependencies',
  },
};
