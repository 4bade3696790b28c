// SPDX-License-Identifier: AGPL-3.0-or-later
import { civilDate, key, precision, programmeCommand } from '../../contract.ts';
import { givenText, saved } from '../../platform/records/contract.ts';
import { milestoneSummary, reasonKind } from '../milestones/contract.ts';

const one = { milestone: key };
const may = 'keep-milestones' as const;

export const replan = programmeCommand({
  method: 'POST',
  path: '/milestones/{milestone}/promises',
  params: one,
  input: { dueOn: civilDate, precision: precision.default('day'), reasonKind, reason: givenText },
  reply: saved,
  may,
  ifMatch: true,
  refuses: [
    'awaits-check',
    'cycle-closed',
    'date-past',
    'not-adopted',
    'reached-already',
    'same-date',
    'withdrawn-already',
  ],
  summary: 'Re-plans a milestone',
  description:
    'Gives a new date with a reason; the promises before it stay. Refused before adoption, when reached, withdrawn, waiting for a check or without outcome in a closed cycle, for the date that is promised already, and for a day in the past.',
});

export const report = programmeCommand({
  method: 'POST',
  path: '/milestones/{milestone}/forecasts',
  params: one,
  input: {
    expectedOn: civilDate.optional().meta({ description: 'Without it: still on the date promised.' }),
    precision: precision.default('day'),
    reason: givenText.optional(),
    note: givenText.optional().meta({ description: 'What was done.' }),
  },
  reply: milestoneSummary,
  may,
  refuses: ['cycle-closed', 'date-past', 'not-adopted', 'reached-already', 'reason-needed', 'withdrawn-already'],
  summary: 'Reports on a milestone',
  description:
    'Says when it is now expected and what was done. A date later than the promise needs a reason. Refused for a draft and for what is reached, withdrawn or without outcome in a closed cycle. It asks for no If-Match: reports are only ever added.',
});

export const withdraw = programmeCommand({
  method: 'POST',
  path: '/milestones/{milestone}/withdrawal',
  params: one,
  input: { on: civilDate, reason: givenText },
  reply: saved,
  may,
  ifMatch: true,
  refuses: [
    'awaits-check',
    'cycle-closed',
    'date-before',
    'date-future',
    'not-adopted',
    'reached-already',
    'withdrawn-already',
  ],
  summary: 'Withdraws a milestone',
  description:
    'Gives it up, with a reason. It stays in what was promised. Refused for a draft, when reached, withdrawn or waiting for a check, and on a day to come or before its first promise was made.',
});
