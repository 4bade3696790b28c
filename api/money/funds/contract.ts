// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { eur, key, programmeEndpoint, ref, share, text } from '../../contract.ts';
import { awardSums } from '../../plan/areas/contract.ts';
import { milestoneSummary } from '../../plan/milestones/contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { earmarkRecord, fundRecord } from './fields.ts';

const amounts = {
  plannedEur: eur,
  committedEur: eur.meta({ description: 'Of what is planned, what was committed.' }),
  paidEur: eur.meta({ description: 'Of what was committed, what was paid.' }),
};

export const fund = z
  .object({
    key,
    name: text,
    origin: z.enum(choicesOf(fundRecord.fields.origin)),
    organisation: ref.nullable(),
    agreement: ref.nullable(),
    amountEur: eur,
    ...amounts,
    unallocatedEur: eur.meta({ description: 'What no document says where it goes.' }),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Fund' });
export type Fund = z.output<typeof fund>;

export const allocation = z
  .object({
    key,
    name: text,
    fund: ref,
    area: ref.nullable(),
    zone: ref.nullable(),
    milestone: ref.nullable(),
    call: ref.nullable(),
    recipient: text.nullable(),
    ...amounts,
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Allocation' });
export type Allocation = z.output<typeof allocation>;

const grouped = z
  .object({ to: ref.nullable().meta({ description: 'Null: what is not attributed.' }), ...amounts })
  .meta({ id: 'MoneyGroup' });
export type MoneyGroup = z.output<typeof grouped>;

export const earmark = z
  .object({
    key,
    name: text,
    base: z.enum(choicesOf(earmarkRecord.fields.base)),
    destination: text.meta({ description: 'Where the share must go.' }),
    target: share,
    baseEur: eur,
    reachedEur: eur,
    notAttributableEur: eur.meta({ description: 'Of the base, what no document gives a place to.' }),
    share: share.nullable().meta({ description: 'Reached / what can be attributed; null when nothing can.' }),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Earmark' });
export type Earmark = z.output<typeof earmark>;

const link = z.object({ from: z.string(), to: z.string(), eur });
const node = z.object({ id: z.string(), kind: z.enum(['source', 'area', 'recipient']), name: text.nullable() });

export const readMoney = programmeEndpoint({
  path: '/money',
  reply: z.object({
    totals: z.object({ amountEur: eur, publicEur: eur, privateEur: eur, ...amounts, unallocatedEur: eur }),
    funds: z.array(fund),
    allocations: z.array(allocation),
    byArea: z.array(grouped),
    byZone: z.array(grouped),
    earmarks: z.array(earmark),
    atRisk: z.object({
      eur: eur.meta({ description: 'Planned and not yet paid, tied to milestones that are late or at risk.' }),
      items: z.array(z.object({ milestone: milestoneSummary, eur })),
    }),
    awards: z
      .array(awardSums.extend({ call: ref, budgetEur: eur.nullable() }))
      .meta({ description: 'What calls have awarded in money, and what of it was paid.' }),
    flow: z.object({ nodes: z.array(node), links: z.array(link) }).meta({
      description:
        'From the sources through the areas to the recipients; the sums out of a node never exceed those into it.',
    }),
  }),
  summary: 'Money',
  description: 'Planned, committed and paid, by source, area and zone; earmarks against their targets; money at risk.',
});
