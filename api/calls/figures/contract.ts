// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, endpoint, key, ref } from '../../contract.ts';

export const readDemand = endpoint({
  path: '/api/v1/programmes/{programme}/calls/{call}/demand',
  params: { programme: key, call: key },
  query: { asOf: civilDate.optional() },
  reply: z
    .object({
      sealed: z.boolean().meta({ description: 'Until the call is closed nobody is told what is wanted.' }),
      applications: z.number().int(),
      days: z.array(z.object({ on: civilDate, applications: z.number().int() })),
      zones: z.array(
        z.object({
          zone: ref.nullable(),
          spaces: z.number().int(),
          floorAreaM2: z.number(),
          applications: z
            .number()
            .int()
            .nullable()
            .meta({ description: 'How many want a space there; null while it is sealed.' }),
          firstChoices: z.number().int().nullable(),
        }),
      ),
    })
    .meta({ id: 'Demand' }),
  may: 'anyone',
  summary: 'The demand for a call',
  description:
    'Applications by the day on which they came, and by zone how many want a space there against what is offered. Counts alone; as of a day, those that had come by then.',
});
