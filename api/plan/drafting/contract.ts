// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, key, precision, programmeCommand, ref, text, when } from '../../contract.ts';
import { givenName, givenText, saved, version, why } from '../../platform/records/contract.ts';
import { weight } from '../milestones/contract.ts';

const described = {
  summary: givenText.nullable().optional(),
  initiative: key.nullable().optional(),
  owner: key.nullable().optional(),
  zone: key.nullable().optional(),
  note: givenText.nullable().optional(),
};
const one = { milestone: key };
const may = 'keep-milestones' as const;

export const createMilestone = programmeCommand({
  method: 'POST',
  path: '/milestones',
  input: {
    cycle: key,
    area: key,
    name: givenName,
    weight: weight.optional(),
    plannedOn: civilDate.optional(),
    precision: precision.default('day'),
    ...described,
    why,
  },
  reply: saved,
  may,
  refuses: ['cycle-closed', 'date-needed', 'date-past'],
  summary: 'A new milestone',
  description:
    'Adds a milestone. In a draft cycle `plannedOn` may wait until the adoption; in an adopted one it is the first promise, made today, so it is needed and is not in the past. A coarse date is held as the last day of its span.',
});

export const editMilestone = programmeCommand({
  method: 'PATCH',
  path: '/milestones/{milestone}',
  params: one,
  input: {
    name: givenName.optional(),
    area: key.optional(),
    outcome: givenText.nullable().optional(),
    position: z.number().int().min(1).max(9999).optional(),
    weight: weight.optional(),
    plannedOn: civilDate.nullable().optional(),
    precision: precision.optional(),
    ...described,
    why,
  },
  reply: saved,
  may,
  ifMatch: true,
  refuses: ['figure-fixed'],
  summary: 'Edits a milestone',
  description:
    'Changes what is given and leaves the rest; null empties. Weight and planned date are refused once it is adopted: a date moves by a re-plan, a weight by a split.',
});

export const removeMilestone = programmeCommand({
  method: 'DELETE',
  path: '/milestones/{milestone}',
  params: one,
  reply: z.object({ key }),
  may,
  refuses: ['adopted-already'],
  summary: 'Removes a draft',
  description: 'Removes a milestone that was never adopted. An adopted one is withdrawn instead.',
});

export const splitMilestone = programmeCommand({
  method: 'POST',
  path: '/milestones/{milestone}/split',
  params: one,
  input: {
    parts: z
      .array(z.strictObject({ name: givenName, weight }))
      .min(2)
      .max(20),
    why,
  },
  reply: z.object({ items: z.array(saved) }),
  may,
  ifMatch: true,
  refuses: ['awaits-check', 'cycle-closed', 'not-adopted', 'reached-already', 'weights-differ', 'withdrawn-already'],
  summary: 'Splits a milestone',
  description:
    'The first part keeps the key; each other part is a new milestone with the same promises and the same last forecast. The weights must add up to the old one, so that no sum moves. Refused when reached, withdrawn or waiting for a check.',
});

export const setDependencies = programmeCommand({
  method: 'PUT',
  path: '/milestones/{milestone}/dependencies',
  params: one,
  input: { dependsOn: z.array(key).max(50), why },
  reply: saved,
  may,
  refuses: ['circle'],
  summary: 'What a milestone waits for',
  description: 'Names all milestones that must come first. A circle is refused.',
});

export const orderMilestones = programmeCommand({
  method: 'POST',
  path: '/cycles/{cycle}/order',
  params: { cycle: key },
  input: { area: key, milestones: z.array(key).min(1).max(500), why },
  reply: z.object({ milestones: z.array(key) }),
  may,
  refuses: ['order-incomplete'],
  summary: 'The order of the milestones of an area',
  description: 'Puts the milestones of one area in one cycle in this order; all of them must be named, each once.',
});

export const draftMilestone = z
  .object({
    key,
    version,
    name: text,
    summary: text.nullable(),
    area: ref,
    initiative: ref.nullable(),
    owner: ref.nullable(),
    zone: ref.nullable(),
    weight: z.number(),
    position: z.number().int(),
    planned: when.nullable(),
    outcome: text.nullable(),
    note: text.nullable(),
    continues: ref.nullable(),
    dependsOn: z.array(key),
    evidence: z.number().int(),
  })
  .meta({ id: 'DraftMilestone' });

export type DraftMilestone = z.output<typeof draftMilestone>;
