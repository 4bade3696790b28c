// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, eur, key, programmeCommand, programmeEndpoint, ref, text } from '../../contract.ts';
import { givenName, givenText, saved, version, why } from '../../platform/records/contract.ts';
import { milestoneSummary, progress } from '../milestones/contract.ts';

export const awardSums = z
  .object({
    awards: z.number().int().meta({ description: 'Recipients; without what was given up or revoked.' }),
    opened: z.number().int(),
    floorAreaM2: z.number(),
    amountEur: eur,
    paidEur: eur,
    jobs: z.number().int(),
  })
  .meta({ id: 'AwardSums' });

export type AwardSums = z.output<typeof awardSums>;

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
    withdrawnOn: civilDate.nullable(),
    withdrawnReason: text.nullable(),
    source: ref.nullable(),
    note: text.nullable(),
    version,
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
      awarded: awardSums.nullable().meta({ description: 'What its calls have awarded; null where they have nothing.' }),
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

const described = {
  summary: givenText.nullable().optional(),
  zone: key.nullable().optional(),
  owner: key.nullable().optional(),
  amountEur: eur.nonnegative().max(999_999_999_999).multipleOf(0.01).nullable().optional(),
  startsOn: civilDate.nullable().optional(),
  endsOn: civilDate.nullable().optional(),
  note: givenText.nullable().optional(),
  why,
};

export const createInitiative = programmeCommand({
  method: 'POST',
  path: '/initiatives',
  input: { area: key, name: givenName, existing: z.boolean().default(false), ...described },
  reply: saved,
  may: 'keep-milestones',
  refuses: ['days-reversed'],
  summary: 'A new initiative',
  description: 'Adds an initiative to an area. Money in euro.',
});

export const editInitiative = programmeCommand({
  method: 'PATCH',
  path: '/initiatives/{initiative}',
  params: { initiative: key },
  input: {
    area: key.optional(),
    name: givenName.optional(),
    existing: z.boolean().optional(),
    position: z.number().int().min(1).max(9999).optional(),
    ...described,
  },
  reply: saved,
  may: 'keep-milestones',
  ifMatch: true,
  refuses: ['days-reversed'],
  summary: 'Edits an initiative',
  description: 'Changes what is given and leaves the rest; null empties.',
});

export const withdrawInitiative = programmeCommand({
  method: 'POST',
  path: '/initiatives/{initiative}/withdrawal',
  params: { initiative: key },
  input: { on: civilDate, reason: givenText },
  reply: saved,
  may: 'keep-milestones',
  ifMatch: true,
  refuses: ['date-future', 'withdrawn-already'],
  summary: 'Withdraws an initiative',
  description: 'Gives it up, with a reason. Refused on a day to come, and when it is withdrawn already.',
});
