// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { point } from '../../city/territory/contract.ts';
import { key, programmeCommand, programmeEndpoint, text, words } from '../../contract.ts';
import { apply, imported } from '../../labs/import/contract.ts';
import { spaceState } from '../directory/contract.ts';

export const importSpaces = programmeCommand({
  method: 'PUT',
  path: '/space-imports',
  query: {
    format: z.enum(['csv', 'xlsx']),
    apply,
    lookalikes: z.enum(['add', 'link', 'skip']).default('skip').meta({
      description: 'What becomes of a row that looks like a space of the census: a new one, the same one, or nothing.',
    }),
    source: key.optional().meta({ description: 'The source of the programme that new spaces cite.' }),
  },
  takes: 'application/octet-stream',
  may: 'keep-spaces',
  reply: imported,
  refuses: [
    'blur-private',
    'closed-while-open',
    'cycle-closed',
    'date-future',
    'date-needed',
    'date-past',
    'days-reversed',
    'figure-fixed',
    'hours-overlap',
    'hours-reversed',
    'point-half',
    'point-nowhere',
    'point-outside',
    'space-before',
    'space-by-call',
    'space-held',
    'space-step',
    'space-there',
  ],
  summary: 'Spaces from a file',
  description:
    'Adds and completes spaces from a table like spaces.csv, as one recorded change; headings and values may be in Italian. Rows that are refused are left out and named, by row and column. A space is found again by its key; what has the same address or point and about the same floor, or the same name, is shown and not added. What an import wrote and nobody else touched follows the file; of a space that was edited here since only the empty fields are filled, but a row that holds the `version` last read may change and empty all. A state is moved only as it may be by hand.',
});

export const listSpaceLookalikes = programmeEndpoint({
  path: '/space-lookalikes',
  query: {
    name: words.default(''),
    street: words.optional().meta({ description: 'An address, as it is written.' }),
    near: point.optional(),
  },
  reply: z.object({
    items: z.array(
      z.object({
        key,
        name: text,
        address: z.string().nullable(),
        state: spaceState,
        because: z.array(z.enum(['name', 'address', 'place'])),
      }),
    ),
  }),
  summary: 'Spaces that may be the same',
  description:
    'By the same name, the same address, or a point within 30 m; what is exact of a blurred place is not looked at.',
});
