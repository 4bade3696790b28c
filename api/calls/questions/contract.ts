// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { instant, key, programmeCommand, programmeEndpoint } from '../../contract.ts';
import { done, language } from '../../http/contract.ts';

const one = { call: key };

export const askQuestion = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/questions',
  params: one,
  input: {
    words: z.string().trim().min(1).max(2000),
    language: language.default('it'),
  },
  may: 'apply',
  reply: done,
  refuses: ['questions-over'],
  summary: 'Asks about a call',
  description:
    'Until the moment that the call names, by the server’s clock. It is published with its answer, without who asked, who is told by mail.',
});

export const listQuestions = programmeEndpoint({
  path: '/calls/{call}/questions',
  params: one,
  may: 'keep-calls',
  reply: z.object({
    items: z.array(z.object({ questionId: z.number().int(), askedAt: instant, language, words: z.string() })),
  }),
  summary: 'Questions that wait for an answer',
  description: 'The questions as they were asked, without who asked them.',
});
