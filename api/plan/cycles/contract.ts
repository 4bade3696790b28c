// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { cycle } from '../../city/programmes/contract.ts';
import { civilDate, key, programmeCommand, programmeEndpoint, ref } from '../../contract.ts';
import { givenName, givenText, saved, version, why } from '../../platform/records/contract.ts';
import { draftMilestone } from '../drafting/contract.ts';
import { trendLine } from '../milestones/contract.ts';

const one = { cycle: key };
const may = 'keep-cycles' as const;
const act = z.string().trim().min(1).max(300).meta({ description: 'The act: its number and date, as it is cited.' });

export const listDrafts = programmeEndpoint({
  path: '/drafts',
  reply: z.object({ items: z.array(cycle) }),
  may: 'see-drafts',
  summary: 'Draft cycles',
  description: 'The cycles that are being prepared; the public does not see them.',
});

export const readDraft = programmeEndpoint({
  path: '/cycles/{cycle}/draft',
  params: one,
  reply: z.object({
    cycle,
    version: version.meta({ description: 'Of the draft as a whole, its milestones included: for the adoption.' }),
    milestones: z.array(draftMilestone),
  }),
  may: 'see-drafts',
  summary: 'A draft cycle',
  description:
    'A cycle that is being prepared, with its milestones as they are planned: those of the areas that the reader may see.',
});

export const createCycle = programmeCommand({
  method: 'POST',
  path: '/cycles',
  input: { name: givenName, startsOn: civilDate, endsOn: civilDate, note: givenText.nullable().optional(), why },
  reply: saved,
  may,
  refuses: ['cycle-days-fixed', 'days-reversed'],
  summary: 'A new draft cycle',
  description: 'Begins a draft. The public does not see it before it is adopted.',
});

export const editCycle = programmeCommand({
  method: 'PATCH',
  path: '/cycles/{cycle}',
  params: one,
  input: {
    name: givenName.optional(),
    startsOn: civilDate.optional(),
    endsOn: civilDate.optional(),
    note: givenText.nullable().optional(),
    why,
  },
  reply: saved,
  may,
  ifMatch: true,
  refuses: ['cycle-days-fixed', 'days-reversed'],
  summary: 'Edits a cycle',
  description: 'Once it is adopted its days are fixed: only name and note change.',
});

export const removeCycle = programmeCommand({
  method: 'DELETE',
  path: '/cycles/{cycle}',
  params: one,
  reply: z.object({ key }),
  may,
  refuses: ['cycle-not-empty', 'not-a-draft'],
  summary: 'Removes an empty draft',
  description: 'Removes a draft cycle that holds no milestone.',
});

export const adoptCycle = programmeCommand({
  method: 'POST',
  path: '/cycles/{cycle}/adoption',
  params: one,
  input: { adoptedOn: civilDate, act },
  reply: saved,
  may,
  ifMatch: true,
  refuses: ['cycle-empty', 'date-future', 'not-a-draft', 'undated-milestones'],
  summary: 'Adopts a cycle',
  description:
    "Makes every planned date the first promise, made on the day of the adoption, and shows the cycle to the public. If-Match holds the draft's own `version`. Refused for an empty draft, while a milestone has no date, and on a day to come.",
});

export const carryOver = programmeCommand({
  method: 'POST',
  path: '/cycles/{cycle}/carry-over',
  params: one,
  input: { from: key, milestones: z.array(key).min(1).max(500).optional(), why },
  reply: z.object({ items: z.array(saved) }),
  may,
  refuses: ['not-a-draft', 'not-unfinished', 'nothing-unfinished'],
  summary: 'Carries over what is unfinished',
  description:
    'Copies what an earlier cycle left unfinished into this draft, as new milestones that name the old ones. What was carried over already is left out; a promise that reaches into the new cycle comes along as the planned date.',
});

export const closeCycle = programmeCommand({
  method: 'POST',
  path: '/cycles/{cycle}/closing',
  params: one,
  input: {
    closedOn: civilDate,
    act: act.optional(),
    reviews: z.array(z.strictObject({ area: key.nullable(), learnt: givenText })).max(100),
  },
  reply: saved.extend({
    withoutOutcome: z.array(ref).meta({ description: 'The milestones that end with nothing recorded.' }),
  }),
  may,
  ifMatch: true,
  refuses: ['closing-awaits', 'cycle-closed', 'date-before', 'date-future', 'draft-still', 'same-review'],
  summary: 'Closes a cycle',
  description:
    'Closes it with what was learnt, per area or for the whole. Refused for a draft, on a day to come or before the adoption, and while a closing waits for its check.',
});

export const listCycles = programmeEndpoint({
  path: '/cycles',
  reply: z.object({ items: z.array(cycle) }),
  summary: 'Cycles',
  description: 'The six-month windows of a programme, in the order of time.',
});

export const readTrend = programmeEndpoint({
  path: '/cycles/{cycle}/trend',
  params: { cycle: key },
  reply: z.object({ cycle, day: civilDate, lines: z.array(trendLine) }),
  summary: 'Milestone trend of a cycle',
  description: 'For every milestone of the cycle the dates given for it, by the day on which they were given.',
});
