// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { key, programmeCommand, programmeEndpoint, serial, serialIn, text } from '../../contract.ts';
import { done } from '../../http/contract.ts';
import { content } from '../applications/contract.ts';
import { attachment, file } from '../attachments/contract.ts';
import { hash } from '../dossiers/contract.ts';

const one = { call: key };
const numbered = { ...one, application: serialIn };
const words = (most: number) => z.string().trim().min(1).max(most);
const given = z.object({
  criterion: key,
  points: z.number().min(0).max(100).multipleOf(0.01),
  reason: words(2000).nullable().default(null),
});
const scores = z.array(given).min(1).max(20);
const person = z.object({ accountId: z.number().int(), name: z.string() });

export const readDesk = programmeEndpoint({
  path: '/calls/{call}/evaluation',
  params: one,
  may: 'evaluate',
  reply: z.object({
    name: text,
    closed: z.boolean().meta({ description: 'The round is closed: nothing more is scored.' }),
    criteria: z.array(z.object({ key, name: text, weight: z.number(), scale: z.number() })),
    items: z.array(
      z.object({
        applicationId: z.number().int(),
        number: z.number().int(),
        conflict: z.boolean().meta({ description: 'I declared one: nothing of it is shown.' }),
        content: content.nullable(),
        files: z.array(attachment),
        open: z.boolean().meta({ description: 'I may score it.' }),
        declarable: z.boolean().meta({ description: 'I may declare a conflict on it.' }),
        mine: z.array(given),
        consensus: z
          .array(given)
          .meta({ description: 'What was written down as agreed on; it counts once all have confirmed it.' }),
        confirmed: z.boolean().meta({ description: 'I have confirmed it.' }),
        others: z
          .array(z.object({ number: z.number().int(), scores: z.array(given) }))
          .meta({ description: 'Numbered, without names, once all who may have scored it.' }),
      }),
    ),
  }),
  refuses: ['call-not-closed'],
  summary: 'My desk',
  description: 'For the evaluators named for the call, once it is closed: what to score, blind of the others.',
});

export const giveScores = programmeCommand({
  method: 'PUT',
  path: '/calls/{call}/applications/{application}/scores',
  params: numbered,
  input: { scores },
  may: 'evaluate',
  reply: done,
  refuses: [
    'call-not-closed',
    'conflict-declared',
    'points-beyond',
    'ranking-final',
    'ranking-published',
    'round-closed',
    'scores-seen',
  ],
  summary: 'Scores an application',
  description: 'Points within the scale of each criterion, with a reason.',
});

export const declareConflict = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/applications/{application}/conflict',
  params: numbered,
  input: { reason: words(1000) },
  may: 'evaluate',
  reply: done,
  refuses: [
    'call-not-closed',
    'conflict-declared',
    'ranking-final',
    'ranking-published',
    'round-closed',
    'scores-seen',
  ],
  summary: 'Declares a conflict of interests',
  description: 'The application is hidden from then on, and what was scored of it no longer counts.',
});

export const readRound = programmeEndpoint({
  path: '/calls/{call}/round',
  params: one,
  may: 'keep-calls',
  reply: z.object({
    candidates: z.array(person),
    evaluators: z.array(person),
    sealed: z.boolean(),
    closed: z.boolean(),
    ranked: z.boolean().meta({ description: 'A ranking is published: who evaluates changes no more.' }),
    items: z.array(
      z.object({
        applicationId: z.number().int(),
        number: z.number().int(),
        scored: z.boolean(),
        changes: z.number().int().meta({ description: 'How often points were given anew; what they were is kept.' }),
        conflicts: z.number().int(),
        scores: z.array(given.extend({ evaluator: z.string() })),
        consensus: z.array(given),
        agreed: z.boolean().meta({ description: 'All whose points it replaces have confirmed it.' }),
      }),
    ),
  }),
  summary: 'The round of evaluation',
  description:
    'Who evaluates, what is scored; the points of an application once all who may have scored it. Before the deadline only who evaluates.',
});

export const closeRound = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/round/closing',
  params: one,
  may: 'keep-calls',
  reply: done,
  refuses: ['call-not-closed', 'nobody-scored'],
  summary: 'Closes the round of evaluation',
  description:
    'From then on nothing is scored: the points of those who scored every criterion count. Refused while an application has none.',
});

export const nameEvaluators = programmeCommand({
  method: 'PUT',
  path: '/calls/{call}/evaluators',
  params: one,
  input: { accounts: z.array(serial).max(20) },
  may: 'keep-calls',
  reply: done,
  refuses: ['evaluator-scored', 'ranked-only', 'ranking-published'],
  summary: 'Names the evaluators',
  description:
    'Of those who hold the role, for a call that ends in a ranking; whoever has given points stays. Naming somebody else opens a closed round again. Refused once a ranking is published.',
});

export const agree = programmeCommand({
  method: 'PUT',
  path: '/calls/{call}/applications/{application}/consensus',
  params: numbered,
  input: { scores: z.array(given).max(20) },
  may: 'keep-calls',
  reply: done,
  refuses: ['call-not-closed', 'points-beyond', 'ranking-final', 'scores-open'],
  summary: 'Writes down a consensus',
  description:
    'What the evaluators agreed on, in place of their single points, once all who may have scored it. It counts when each of them has confirmed it; nothing takes it back.',
});

export const confirmConsensus = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/applications/{application}/consensus/confirmation',
  params: numbered,
  input: { scores },
  may: 'evaluate',
  reply: done,
  refuses: [
    'call-not-closed',
    'conflict-declared',
    'ranking-final',
    'ranking-published',
    'round-closed',
    'scores-seen',
  ],
  summary: 'Confirms a consensus',
  description: 'By each evaluator whose points it replaces, who says what he saw; refused where it is another by now.',
});

export const readJudgedFile = programmeEndpoint({
  path: '/calls/{call}/evaluation/{application}/files/{file}',
  params: { ...numbered, file: hash },
  may: 'evaluate',
  refuses: ['call-not-closed', 'conflict-declared'],
  ...file,
  description: 'For the evaluators named for the call, without a conflict on the application.',
});
