// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import {
  civilDate,
  eur,
  instant,
  key,
  programmeCommand,
  programmeEndpoint,
  serial,
  serialIn,
  share,
  text,
} from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { givenName, givenText } from '../../platform/records/contract.ts';
import { aidRuleWords, callBonusRecord, callRequirementRecord, fileKindWords, usualFileKinds } from './fields.ts';

const amount = eur.nonnegative().max(999_999_999_999).multipleOf(0.01).nullable();
const pointsUpTo = (most: number) => z.number().min(0).max(most).multipleOf(0.01);
export const planKind = z.enum(['space', 'investment', 'voucher', 'cascade', 'challenge']);
const fileKind = z.enum(choicesOf({ choices: fileKindWords }));
export const bonusKind = z.enum(choicesOf(callBonusRecord.fields.kind));

export const callPlan = z
  .object({
    kind: planKind,
    name: givenName,
    summary: givenText.nullable(),
    area: key,
    initiative: key.nullable(),
    milestone: key.nullable(),
    zone: key.nullable(),
    procedure: z.enum(['ranking', 'first-come']),
    opensAt: instant.nullable(),
    closesAt: instant.nullable(),
    questionsUntil: instant.nullable(),
    budgetEur: amount,
    grantMinEur: amount,
    grantMaxEur: amount,
    grantShare: share.nullable(),
    partialGrants: z.boolean(),
    aidRule: z.enum(choicesOf({ choices: aidRuleWords })).nullable(),
    fileKinds: z
      .array(fileKind)
      .min(1)
      .max(20)
      .default([...usualFileKinds]),
    threshold: pointsUpTo(100).nullable(),
    tieBreaks: z
      .array(z.union([z.enum(['lower-request', 'earlier']), z.object({ criterion: z.number().int().min(0).max(19) })]))
      .max(10)
      .meta({ description: 'In their order; a criterion by its place. Last of all a lot is drawn.' }),
    criteria: z
      .array(
        z.object({
          name: givenName,
          weight: pointsUpTo(100).positive(),
          scale: pointsUpTo(100).positive(),
          threshold: pointsUpTo(100).nullable(),
        }),
      )
      .max(20),
    bonuses: z.array(z.object({ kind: bonusKind, name: givenName, points: pointsUpTo(100).positive() })).max(20),
    requirements: z
      .array(
        z.object({
          kind: z.enum(choicesOf(callRequirementRecord.fields.kind)),
          name: givenName,
          required: z.boolean(),
        }),
      )
      .max(40),
    lots: z.array(z.object({ space: key, feeEurYear: amount })).max(200),
  })
  .meta({
    id: 'CallPlan',
    description: 'A call as it is drafted. Money in euro; the weights of the criteria sum to 100.',
  });

/** Declarations of a call run in Officina, and its amendments and answers. */
export const declared = z
  .object({
    act: z.string().nullable(),
    opensAt: instant,
    closesAt: instant,
    questionsUntil: instant.nullable(),
    threshold: z.number().nullable(),
    seedHash: z.string().nullable(),
    seed: z.string().nullable().meta({ description: 'Told with the first ranking; its SHA-256 was published before.' }),
    partialGrants: z.boolean(),
    aidRule: z.enum(choicesOf({ choices: aidRuleWords })).nullable(),
    fileKinds: z.array(fileKind),
    tieBreaks: z.array(z.union([z.enum(['lower-request', 'earlier']), z.object({ criterion: key })])),
    criteria: z.array(
      z.object({ key, name: text, weight: z.number(), scale: z.number(), threshold: z.number().nullable() }),
    ),
    bonuses: z.array(z.object({ key, kind: bonusKind, name: text, points: z.number() })),
    requirements: z.array(
      z.object({ key, kind: z.enum(choicesOf(callRequirementRecord.fields.kind)), name: text, required: z.boolean() }),
    ),
    amendments: z.array(
      z.object({
        number: z.number().int(),
        act: z.string(),
        madeOn: civilDate,
        closesAt: instant.nullable(),
        budgetEur: eur.nullable(),
        reason: text,
      }),
    ),
    answers: z.array(z.object({ number: z.number().int(), question: text, answer: text, answeredOn: civilDate })),
  })
  .meta({ id: 'DeclaredCall' });

const fault = z.object({ name: z.string(), reason: z.string() });
const draft = z
  .object({ draftId: z.number().int(), version: z.number().int(), plan: callPlan, faults: z.array(fault) })
  .meta({ id: 'CallDraft' });
export type CallDraft = z.output<typeof draft>;
const may = 'keep-calls' as const;
const numbered = { draft: serialIn };

export const listDrafts = programmeEndpoint({
  path: '/call-drafts',
  may,
  reply: z.object({ items: z.array(draft) }),
  summary: 'Calls in preparation',
  description: 'What is drafted and not published; nobody else sees it.',
});

export const createDraft = programmeCommand({
  method: 'POST',
  path: '/call-drafts',
  input: { kind: planKind, area: key },
  may,
  reply: draft,
  summary: 'Drafts a call',
  description: 'From the template of its kind.',
});

export const saveDraft = programmeCommand({
  method: 'PUT',
  path: '/call-drafts/{draft}',
  params: numbered,
  input: { plan: callPlan },
  may,
  ifMatch: true,
  reply: draft,
  summary: 'Saves a draft',
  description: 'The reply says what still stands against publishing it.',
});

export const removeDraft = programmeCommand({
  method: 'DELETE',
  path: '/call-drafts/{draft}',
  params: numbered,
  may,
  reply: z.object({ draftId: z.number().int() }),
  summary: 'Removes a draft',
  description: 'A published one stays.',
});

export const publishCall = programmeCommand({
  method: 'POST',
  path: '/call-drafts/{draft}/publication',
  params: numbered,
  input: { act: z.string().trim().min(1).max(200) },
  may,
  ifMatch: true,
  reply: z.object({ call: key }),
  refuses: [
    'budget-below-least',
    'budget-needed',
    'criteria-unused',
    'date-past',
    'days-reversed',
    'instant-needed',
    'lots-needed',
    'lots-twice',
    'lots-unused',
    'most-below-least',
    'questions-late',
    'space-not-available',
    'threshold-beyond',
    'tie-unknown',
    'weights-not-hundred',
  ],
  summary: 'Publishes a call',
  description:
    'With the number of the act. Refused while anything stands against it; from then on it is amended in public.',
});

export const amendCall = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/amendments',
  params: { call: key },
  input: {
    act: z.string().trim().min(1).max(200),
    closesAt: instant.nullable().default(null),
    budgetEur: amount.default(null),
    reason: givenText,
  },
  may,
  reply: z.object({ call: key, number: z.number().int() }),
  refuses: ['amendment-empty', 'amendment-takes', 'budget-none', 'call-closed'],
  summary: 'Amends a call',
  description: 'Only ever in favour of who applies: a later deadline, a larger budget.',
});

export const answerQuestion = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/answers',
  params: { call: key },
  input: {
    question: givenText,
    answer: givenText,
    questionId: serial.optional().meta({ description: 'Of a question that a firm asked.' }),
  },
  may,
  reply: z.object({ call: key, number: z.number().int() }),
  refuses: ['question-answered'],
  summary: 'Answers a question in public',
  description: 'Question and answer are published together, without who asked.',
});
