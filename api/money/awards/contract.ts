// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { awardRecord } from '../../calls/published/award.fields.ts';
import { awardSummary, due, months } from '../../calls/published/contract.ts';
import { civilDate, eur, key, listOf, paging, programmeCommand, programmeEndpoint, ref, text } from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { givenText, version } from '../../platform/records/contract.ts';
import { awardCheckRecord, paymentRecord } from './fields.ts';

const ending = z.enum(choicesOf(awardRecord.fields.ended_as));
const paymentKind = z.enum(choicesOf(paymentRecord.fields.kind));
const outcome = z.enum(choicesOf(awardCheckRecord.fields.outcome));
const act = z.string().trim().min(1).max(200);

const payment = z.object({
  key,
  kind: paymentKind,
  amountEur: eur,
  paidOn: civilDate,
  act: z.string().nullable(),
  source: ref.nullable(),
});
const check = due.extend({ checkedOn: civilDate.nullable(), outcome: outcome.nullable(), words: text.nullable() });

const award = awardSummary
  .extend({
    version,
    area: ref,
    milestone: ref.nullable(),
    firstCome: z.boolean(),
    signedOn: civilDate.nullable(),
    signedAct: z.string().nullable(),
    keysOn: civilDate.nullable(),
    jobsExpected: z.number().int().nullable(),
    jobs: z.number().int().nullable(),
    jobsCountedOn: civilDate.nullable(),
    endedOn: civilDate.nullable(),
    endedAct: z.string().nullable(),
    endedReason: text.nullable(),
    payments: z.array(payment),
    checks: z.array(check),
  })
  .meta({ id: 'Award' });
export type Award = z.output<typeof award>;

const one = { award: key };
const may = 'keep-calls' as const;
const reply = z.object({ key, version });

export const listAwards = programmeEndpoint({
  path: '/awards',
  query: { call: key.optional(), ...paging },
  reply: listOf(awardSummary),
  summary: 'Awards',
  description: 'What calls have awarded, and how far each award has come.',
});

export const readAward = programmeEndpoint({
  path: '/awards/{award}',
  params: one,
  reply: award,
  summary: 'One award',
  description: 'What was awarded and what became of it: steps, payments, jobs, checks with the days they are due.',
});

export const recordStep = programmeCommand({
  method: 'POST',
  path: '/awards/{award}/steps',
  params: one,
  input: { step: z.enum(['signed', 'keys', 'opened']), on: civilDate, act: act.optional() },
  may,
  ifMatch: true,
  reply,
  refuses: ['act-needed', 'award-ended', 'before-award', 'date-future', 'no-keys', 'step-missing', 'step-order'],
  summary: 'Records a step of an award',
  description:
    'Agreement signed (with its act), keys handed over (of a space), opened, in this order. Recorded again it is corrected. With the opening the space is in use.',
});

export const recordJobs = programmeCommand({
  method: 'POST',
  path: '/awards/{award}/jobs',
  params: one,
  input: {
    expected: z.number().int().min(0).max(100_000).nullable(),
    jobs: z.number().int().min(0).max(100_000).nullable(),
    countedOn: civilDate.nullable(),
  },
  may,
  ifMatch: true,
  reply,
  refuses: ['before-award', 'count-half', 'date-future'],
  summary: 'Records the jobs of an award',
  description: 'Expected, and counted on a day.',
});

export const recordPayment = programmeCommand({
  method: 'POST',
  path: '/awards/{award}/payments',
  params: one,
  input: {
    kind: paymentKind,
    amountEur: eur.positive().max(999_999_999_999).multipleOf(0.01),
    paidOn: civilDate,
    act: act.optional(),
  },
  may,
  ifMatch: true,
  reply,
  refuses: ['award-ended', 'before-award', 'date-future', 'no-money', 'not-signed', 'paid-beyond'],
  summary: 'Records a payment',
  description:
    'After the agreement was signed; all payments of an award together are never more than what was awarded.',
});

export const removePayment = programmeCommand({
  method: 'POST',
  path: '/awards/{award}/payments/{payment}/removal',
  params: { ...one, payment: key },
  input: { why: z.string().trim().min(1).max(2000) },
  may,
  ifMatch: true,
  reply,
  summary: 'Takes back a payment',
  description: 'One that was recorded by mistake; the history keeps it, with the reason.',
});

export const recordCheck = programmeCommand({
  method: 'POST',
  path: '/awards/{award}/checks',
  params: one,
  input: { months, checkedOn: civilDate, outcome, words: givenText.optional() },
  may,
  ifMatch: true,
  reply,
  refuses: ['award-ended', 'check-early', 'date-future', 'not-begun', 'remarks-needed', 'step-order'],
  summary: 'Records a check',
  description:
    'What was found 6, 12 or 24 months on, at most a month before it is due; words are needed unless it passed.',
});

export const endAward = programmeCommand({
  method: 'POST',
  path: '/awards/{award}/end',
  params: one,
  input: { as: ending, on: civilDate, act: act.optional(), reason: givenText.optional() },
  may,
  ifMatch: true,
  reply,
  refuses: ['act-needed', 'award-ended', 'before-award', 'date-future', 'not-begun', 'step-order', 'why-needed'],
  summary: 'Ends an award',
  description:
    'Given up, revoked (with act and reason) or at the end of its term. The space goes back to the census; money of a first-come fund of which nothing was paid goes to those who wait.',
});
