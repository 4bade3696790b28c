// SPDX-License-Identifier: AGPL-3.0-or-later
import type { initiatives as italian } from '../../it/plan/initiatives.ts';
import type { Translation } from '../../shape.ts';

export const initiatives: Translation<typeof italian> = {
  initiatives: {
    add: 'Add an initiative',
    addSend: 'Add the initiative',
    keep: 'Manage this initiative',
    amount: 'Amount in euro',
    existing: 'It was under way before the programme',
    withdrawn: 'withdrawn on {{date}}',
    reason: 'Reason for withdrawal',
    withdrawAbout: 'The initiative stays visible, marked as withdrawn; its milestones do not change.',
    withdrawSend: 'Withdraw the initiative',
  },
  addMilestone: {
    title: 'Add a milestone to this cycle',
    about:
      'The cycle is already adopted: the date you enter is public and counts as promised today. After that it changes only by rescheduling, with a reason.',
    promised: 'Date promised today',
    done: 'Milestone added to the plan, with the date promised today.',
  },
  depend: {
    about: 'Select the milestones that must come first. A dependency moves no date.',
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
