// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, key, precision, programmeCommand } from '../../contract.ts';
import { givenText, version } from '../../platform/records/contract.ts';
import { closing } from '../milestones/contract.ts';

const reply = z.object({ key, version, closing });
const may = 'keep-milestones' as const;

export const proposeClosing = programmeCommand({
  method: 'POST',
  path: '/milestones/{milestone}/closing',
  params: { milestone: key },
  input: { doneOn: civilDate, precision: precision.default('day'), note: givenText.optional() },
  reply,
  may,
  ifMatch: true,
  refuses: [
    'awaits-check',
    'date-before',
    'date-future',
    'evidence-needed',
    'not-adopted',
    'nothing-to-check',
    'reached-already',
    'withdrawn-already',
  ],
  summary: 'Says that a milestone is reached',
  description:
    'Needs at least one piece of evidence, and a day that is not to come nor before the cycle began. It counts once a second person has checked it; where the programme asks for none, at once, and marked as unchecked.',
});

export const answerClosing = programmeCommand({
  method: 'POST',
  path: '/milestones/{milestone}/closing/answer',
  params: { milestone: key },
  input: { confirmed: z.boolean(), answer: givenText.optional() },
  reply,
  may,
  ifMatch: true,
  refuses: ['nothing-to-check', 'own-closing', 'words-needed'],
  summary: 'Checks a closing',
  description:
    'Confirms it, or sends it back with words. Refused to the person who proposed it. Sent back, the milestone stays open.',
});
