// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { instant, key, programmeEndpoint, text } from '../../contract.ts';

const count = z.number().int();

export const readPipeline = programmeEndpoint({
  path: '/pipeline',
  may: 'keep-calls',
  reply: z.object({
    items: z.array(
      z
        .object({
          key,
          name: text,
          area: key,
          firstCome: z.boolean(),
          opensAt: instant,
          closesAt: instant,
          stage: z.enum(['announced', 'open', 'round', 'over', 'provisional', 'final']),
          received: count.meta({ description: 'Applications submitted and not withdrawn.' }),
          questions: count.meta({ description: 'Questions that wait for an answer.' }),
          requests: count.meta({ description: 'Requests for more that firms may still answer.' }),
          objections: count.meta({ description: 'Objections that wait for a decision.' }),
          awards: count,
        })
        .meta({ id: 'PipelineCall' }),
    ),
  }),
  summary: 'The pipeline of calls',
  description: 'Every call that is run here in one’s own areas: how far it has come, and what waits for the office.',
});
