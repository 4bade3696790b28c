// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import {
  civilDate,
  eur,
  instant,
  key,
  listOf,
  paging,
  programmeEndpoint,
  ref,
  share,
  text,
  when,
  words,
} from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { declared } from '../drafting/contract.ts';
import { awardRecord, awardStageWords } from './award.fields.ts';
import { callBeneficiaryRecord, callRecord } from './fields.ts';

export const months = z.union([z.literal(6), z.literal(12), z.literal(24)]);

export const due = z
  .object({
    months,
    dueOn: civilDate.meta({ description: 'So many months after the opening; without a space, after the signing.' }),
    state: z.enum(['made', 'overdue', 'due-soon', 'to-come']),
  })
  .meta({ id: 'CheckDue' });

export const awardSummary = z
  .object({
    key,
    call: ref,
    space: ref.nullable(),
    organisation: ref.nullable(),
    recipients: z.number().int(),
    recipientKind: z.enum(choicesOf(awardRecord.fields.recipient_kind)).nullable(),
    zone: ref.nullable(),
    amountEur: eur.nullable(),
    paidEur: eur,
    floorAreaM2: z.number().nullable(),
    awarded: when.nullable(),
    stage: z.enum(choicesOf({ choices: awardStageWords })),
    openedOn: civilDate.nullable(),
    nextCheck: due.nullable(),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'AwardSummary' });

export type AwardSummary = z.output<typeof awardSummary>;

export const callKind = z.enum(choicesOf(callRecord.fields.kind));
export const callState = z.enum(['announced', 'open', 'under-evaluation', 'concluded', 'not-recorded']);
export type CallState = z.output<typeof callState>;

export const call = z
  .object({
    key,
    name: text,
    kind: callKind,
    state: callState,
    summary: text.nullable(),
    area: ref,
    zone: ref.nullable(),
    published: when.nullable(),
    opensOn: civilDate.nullable(),
    closesOn: civilDate.nullable(),
    window: z.object({ opensAt: instant, closesAt: instant }).nullable().meta({
      description: 'Of a call that is run here: it opens and closes with these seconds of the server’s clock.',
    }),
    concluded: when.nullable(),
    budgetEur: eur.nullable(),
    awardedEur: eur.nullable(),
    procedure: z.enum(choicesOf(callRecord.fields.procedure)).nullable(),
    grantMinEur: eur.nullable(),
    grantShare: share.nullable(),
    grantMaxEur: eur.nullable(),
    applications: z.number().int().nullable(),
    admitted: z.number().int().nullable(),
    projectsStarted: z.number().int().nullable(),
    lots: z.number().int(),
    awards: z.number().int(),
  })
  .meta({ id: 'CallSummary' });
export type Call = z.output<typeof call>;

const lot = z.object({
  key,
  space: ref,
  position: z.number().int(),
  floorAreaM2: z.number().nullable(),
  feeEurYear: eur.nullable(),
  note: text.nullable(),
});

const budget = z.object({
  number: z.number().int(),
  amountEur: eur,
  setOn: when.nullable(),
  source: ref.nullable(),
  note: text.nullable(),
});
const criterion = z.object({
  key,
  name: text,
  weight: z.number().nullable(),
  rewarded: z.boolean(),
  source: ref.nullable(),
});
const beneficiary = z.object({
  key,
  kind: z.enum(choicesOf(callBeneficiaryRecord.fields.kind)),
  number: z.number().int().nullable(),
  name: text,
  source: ref.nullable(),
  note: text.nullable(),
});

export const listCalls = programmeEndpoint({
  path: '/calls',
  // Not cached: the status changes at an instant without a write.
  cached: false,
  query: {
    kind: callKind.optional(),
    state: callState.optional(),
    area: key.optional(),
    q: words.optional(),
    ...paging,
  },
  reply: listOf(call),
  summary: 'Calls',
  description: 'Calls that assign spaces or money, the latest first, with their derived state.',
});

export const readCall = programmeEndpoint({
  path: '/calls/{call}',
  cached: false,
  params: { call: key },
  reply: call
    .extend({
      initiative: ref.nullable(),
      milestone: ref.nullable(),
      url: z.string().nullable(),
      lotList: z.array(lot),
      awardList: z.array(awardSummary),
      budgets: z.array(budget).meta({ description: 'What the budget was, the first first.' }),
      criteria: z.array(criterion),
      beneficiaries: z.array(beneficiary),
      run: declared.nullable().meta({
        description: 'Set for a call that is run here. Its instants are the server’s: it closes with that second.',
      }),
      source: ref.nullable(),
      note: text.nullable(),
    })
    .meta({ id: 'Call' }),
  summary: 'One call',
  description: 'A call with its lots and its awards.',
});
