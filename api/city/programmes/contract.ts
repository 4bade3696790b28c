// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, endpoint, key, programmeCommand, programmeEndpoint, ref, text } from '../../contract.ts';
import { version } from '../../platform/records/contract.ts';

export const cycle = z
  .object({
    key,
    name: text,
    startsOn: civilDate,
    endsOn: civilDate,
    adoptedOn: civilDate.nullable(),
    adoptedAct: z.string().nullable(),
    closedOn: civilDate.nullable(),
    closedAct: z.string().nullable(),
    milestones: z.number().int(),
    reviews: z
      .array(z.object({ area: ref.nullable(), learnt: text }))
      .meta({ description: 'What was learnt when it was closed; without an area, of the whole programme.' }),
    version,
  })
  .meta({ id: 'Cycle' });

const terms = z
  .object({ area: text.nullable(), areas: text.nullable(), zone: text.nullable(), periphery: text.nullable() })
  .meta({
    description: "The programme's own words for an area, its areas, a zone and the periphery; null: the usual ones.",
  });

export const programmeSummary = z
  .object({
    key,
    name: text,
    summary: text,
    owner: text,
    illustrative: z.boolean().meta({ description: 'The data are invented, to show the programme at work.' }),
    adoptedOn: civilDate.nullable(),
    milestones: z.number().int(),
    areas: z.number().int(),
    terms,
  })
  .meta({ id: 'ProgrammeSummary' });
export type ProgrammeSummary = z.output<typeof programmeSummary>;

export const listProgrammes = endpoint({
  path: '/api/v1/programmes',
  params: {},
  query: {},
  reply: z.object({ items: z.array(programmeSummary) }),
  may: 'anyone',
  cached: true,
  summary: 'Programmes',
  description: 'Every programme that this Officina holds.',
});

export const programme = programmeSummary
  .extend({
    objective: text.nullable(),
    peripheryDefinition: text,
    source: ref.nullable(),
    fourEyes: z.boolean().meta({ description: 'A second person must check that a milestone is reached.' }),
    today: civilDate,
    timezone: z.string().meta({ description: 'Where its days begin and end, and its labs open: an IANA name.' }),
    day: civilDate.meta({ description: 'The day that is judged: asOf, or today.' }),
    firstDay: civilDate.nullable().meta({ description: 'The first day of which anything is known.' }),
    updatedOn: civilDate.nullable().meta({ description: 'The day of the latest known fact.' }),
    areaList: z.array(ref.extend({ position: z.number().int(), whole: z.boolean() })),
    cycles: z.array(cycle),
    shownCycle: key.nullable().meta({
      description:
        'The cycle that pages open on: the one under way, else the one the programme chose, else the last begun.',
    }),
    has: z.object({
      labs: z.boolean(),
      spaces: z.boolean(),
      calls: z.boolean(),
      indicators: z.boolean(),
      context: z.boolean(),
      money: z.boolean(),
      agreements: z.boolean(),
      events: z.boolean(),
      organisations: z.boolean(),
    }),
  })
  .meta({ id: 'Programme' });

export const readProgramme = programmeEndpoint({
  path: '',
  reply: programme,
  summary: 'One programme',
  description:
    'What every page of a programme needs: its name and owner, areas, cycles, definition of periphery, and the age of its data.',
});

export const setProgramme = programmeCommand({
  method: 'PATCH',
  path: '/settings',
  input: {
    fourEyes: z.boolean(),
    why: z.string().trim().min(1).max(500).meta({ description: 'Why, in a few words: the public log keeps them.' }),
  },
  reply: z.object({ fourEyes: z.boolean() }),
  may: 'keep-programme',
  summary: "Changes a programme's own rules",
  description:
    'Says whether a second person must check that a milestone is reached. Each change is recorded, and the public pages say so where none is asked for.',
});

export type Cycle = z.output<typeof cycle>;
