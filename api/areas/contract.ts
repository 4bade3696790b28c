// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, eur, key, programmeEndpoint, ref, text } from '../contract.ts';
import { milestoneSummary, progress } from '../milestones/contract.ts';

export const initiative = z
  .object({
    key,
    name: text,
    summary: text.nullable(),
    area: ref,
    existing: z.boolean().meta({ description: 'Under way before the programme.' }),
    owner: ref.nullable(),
    zone: ref.nullable(),
    amountEur: eur.nullable(),
    startsOn: civilDate.nullable(),
    endsOn: civilDate.nullable(),
    milestones: z.number().int(),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Initiative' });
export type Initiative = z.output<typeof initiative>;

export const areaSummary = z
  .object({
    key,
    name: text,
    position: z.number().int(),
    whole: z
      .boolean()
      .meta({ description: 'Not an area, but the programme as a whole: what belongs to no single area.' }),
    summary: text,
    lead: ref.nullable(),
    leadPerson: z.string().nullable(),
    initiatives: z.number().int(),
    progress,
  })
  .meta({ id: 'AreaSummary' });

export const listAreas = programmeEndpoint({
  path: '/areas',
  reply: z.object({ items: z.array(areaSummary) }),
  summary: 'Areas',
  description: 'The lines of work of a programme, each with its progress over all cycles.',
});

export const readArea = programmeEndpoint({
  path: '/areas/{area}',
  params: { area: key },
  reply: areaSummary
    .extend({
      source: ref.nullable(),
      note: text.nullable(),
      initiativeList: z.array(initiative),
      milestones: z.array(milestoneSummary),
      calls: z.array(ref),
    })
    .meta({ id: 'Area' }),
  summary: 'One area',
  description: 'An area with what it contains: initiatives existing and new, all its milestones, its calls.',
});

export const listInitiatives = programmeEndpoint({
  path: '/initiatives',
  query: { area: key.optional() },
  reply: z.object({ items: z.array(initiative) }),
  summary: 'Initiatives',
  description: 'What is done in the areas, existing and new.',
});

export const readInitiative = programmeEndpoint({
  path: '/initiatives/{initiative}',
  params: { initiative: key },
  reply: initiative
    .extend({ milestoneList: z.array(milestoneSummary), calls: z.array(ref) })
    .meta({ id: 'WholeInitiative' }),
  summary: 'One initiative',
  description: 'An initiative with the milestones that commit to it and the calls that carry it out.',
});
