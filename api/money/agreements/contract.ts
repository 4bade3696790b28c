// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { part } from '../../city/organisations/contract.ts';
import { civilDate, eur, key, programmeEndpoint, ref, text, when } from '../../contract.ts';
import { milestoneSummary } from '../../plan/milestones/contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { agreementRecord, contributionRecord, obligationRecord } from './fields.ts';

export const agreementKind = z.enum(choicesOf(agreementRecord.fields.kind));

export const agreementSummary = z
  .object({
    key,
    name: text,
    kind: agreementKind,
    summary: text.nullable(),
    area: ref.nullable(),
    signed: when.nullable(),
    runsUntil: when.nullable(),
    totalEur: eur.nullable().meta({ description: 'The total that the agreement declares.' }),
    contributedEur: eur.meta({ description: 'What its contributions add up to.' }),
    parties: z.number().int(),
    obligations: z.number().int(),
  })
  .meta({ id: 'AgreementSummary' });
export type AgreementSummary = z.output<typeof agreementSummary>;

export const derivation = z
  .object({
    months: z.number().int().nullable(),
    days: z.number().int().nullable(),
    event: z.enum(choicesOf(obligationRecord.fields.after_event)),
    obligation: ref.nullable(),
    eventOn: civilDate.nullable().meta({ description: 'The date of the event; null while it has none.' }),
  })
  .meta({ id: 'Derivation', description: 'How a relative deadline follows from its event.' });

export const obligation = z
  .object({
    key,
    name: text,
    summary: text.nullable(),
    owedBy: ref.nullable(),
    owedTo: ref.nullable(),
    deadline: when.nullable().meta({ description: 'Null while the event that it depends on has no date.' }),
    provisional: z.boolean().meta({ description: 'The event has not happened yet: the deadline may still move.' }),
    derivation: derivation.nullable(),
    milestone: milestoneSummary,
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Obligation' });
export type Obligation = z.output<typeof obligation>;

const party = z.object({
  key,
  organisation: ref,
  part,
  commitment: text.nullable(),
  source: ref.nullable(),
  note: text.nullable(),
});
const contribution = z.object({
  key,
  name: text,
  organisation: ref.nullable(),
  origin: z.enum(choicesOf(contributionRecord.fields.origin)),
  form: z.enum(choicesOf(contributionRecord.fields.form)),
  amountEur: eur.nullable(),
  source: ref.nullable(),
  note: text.nullable(),
});

export const agreement = agreementSummary
  .extend({
    url: z.string().nullable(),
    partyList: z.array(party),
    contributions: z.array(contribution),
    obligationList: z.array(obligation),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Agreement' });
export type Agreement = z.output<typeof agreement>;

export const listAgreements = programmeEndpoint({
  path: '/agreements',
  reply: z.object({ items: z.array(agreementSummary) }),
  summary: 'Agreements',
  description: 'What the programme stands on: agreements with their signatories, contributions and obligations.',
});

export const readAgreement = programmeEndpoint({
  path: '/agreements/{agreement}',
  params: { agreement: key },
  reply: agreement,
  summary: 'One agreement',
  description:
    'An agreement with the part of each signatory, what each contributes, and what is owed by when, with the derivation of each deadline.',
});
