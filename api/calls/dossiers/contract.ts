// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { instant, key, programmeCommand, serial, serialIn } from '../../contract.ts';
import { done } from '../../http/contract.ts';

/** SHA-256 of a file's content. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/);

const words = z.string().trim().min(1).max(4000);
const recordId = serial;
const files = z.array(hash).max(20).default([]).meta({ description: 'Files sent before, by their SHA-256.' });

export const recorded = z
  .object({
    recordId,
    madeAt: instant,
    kind: z.enum([
      'replaced',
      'withdrawn',
      'excluded',
      'readmitted',
      'request',
      'answer',
      'objection',
      'decision',
      'bonus-refused',
      'released',
    ]),
    words: z.string().nullable(),
    until: instant.nullable().meta({ description: 'Of a request: until when it may be answered.' }),
    toRecord: recordId.nullable().meta({ description: 'Of an answer or a decision: to which entry.' }),
    about: z.string().nullable().meta({ description: 'The bonus, or the SHA-256 of what was replaced.' }),
    files: z.array(hash),
    accepted: z.boolean().nullable(),
    open: z.boolean().meta({ description: 'A request that may be answered, an objection that waits.' }),
  })
  .meta({ id: 'DossierEntry', description: 'What happened to an application; only ever added to.' });
export type DossierEntry = z.output<typeof recorded>;

const one = { call: key };
const numbered = { ...one, application: serialIn };
const office = { method: 'POST', may: 'keep-calls', reply: done } as const;
const firm = { method: 'POST', may: 'apply', reply: done, params: one } as const;

export const excludeApplication = programmeCommand({
  ...office,
  path: '/calls/{call}/applications/{application}/exclusion',
  params: numbered,
  input: { reason: words },
  refuses: ['call-not-closed', 'excluded-already', 'ranked-only'],
  summary: 'Excludes an application',
  description: 'With its reason, which is published. Refused while it is sealed.',
});

export const readmitApplication = programmeCommand({
  ...office,
  path: '/calls/{call}/applications/{application}/readmission',
  params: numbered,
  input: { reason: words },
  refuses: ['call-not-closed', 'not-excluded', 'ranked-only', 'ranking-final'],
  summary: 'Readmits an application',
  description: 'One that was excluded; both stay in its dossier.',
});

export const refuseBonus = programmeCommand({
  ...office,
  path: '/calls/{call}/applications/{application}/bonuses/{bonus}/refusal',
  params: { ...numbered, bonus: key },
  input: { reason: words },
  refuses: ['bonus-not-claimed', 'call-not-closed', 'ranked-only', 'ranking-final'],
  summary: 'Refuses a bonus that was claimed',
  description: 'It does not count in any ranking published from then on.',
});

export const askForMore = programmeCommand({
  ...office,
  path: '/calls/{call}/applications/{application}/request',
  params: numbered,
  input: { words, until: instant },
  refuses: ['call-not-closed', 'date-past'],
  summary: 'Asks for what is missing',
  description: 'Until a moment (soccorso istruttorio); the firm is told by mail.',
});

export const decideObjection = programmeCommand({
  ...office,
  path: '/calls/{call}/applications/{application}/decision',
  params: numbered,
  input: { record: recordId, words, accepted: z.boolean() },
  refuses: ['answered-already', 'call-not-closed'],
  summary: 'Decides on an objection',
  description: 'With its reason; the firm is told by mail. No final ranking is published before all are decided.',
});

export const answerRequest = programmeCommand({
  ...firm,
  path: '/calls/{call}/application/answers',
  input: { record: recordId, words, files },
  refuses: ['answered-already', 'not-submitted', 'request-over'],
  summary: 'Answers what was asked for',
  description: 'Once, until the moment that the request names, by the server’s clock.',
});

export const makeObjection = programmeCommand({
  ...firm,
  path: '/calls/{call}/application/objections',
  input: { words, files },
  refuses: ['not-submitted', 'objections-over'],
  summary: 'Objects to the provisional ranking',
  description: 'Until the moment that it names, by the server’s clock.',
});
