// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, key, latitude, longitude, programmeCommand, serialIn } from '../../contract.ts';
import { done, line } from '../../http/contract.ts';
import { paragraph } from '../../labs/proposals/contract.ts';
import { givenName, givenText } from '../../platform/records/contract.ts';
import { asker } from '../../platform/requests/contract.ts';
import { described, spaceKind } from '../directory/contract.ts';

export const reported = z
  .object({
    name: line(200).meta({ description: 'What and where, in a few words.' }),
    kind: spaceKind.nullable().default(null),
    address: line(200).nullable().default(null),
    latitude: latitude.nullable().default(null),
    longitude: longitude.nullable().default(null),
    about: paragraph(2000).nullable().default(null).meta({ description: 'What one sees of it.' }),
  })
  .meta({ id: 'ReportedSpace' });

export const reportSpace = endpoint({
  method: 'POST',
  path: '/api/v1/programmes/{programme}/space-reports',
  params: { programme: key },
  input: {
    ...asker,
    space: key.optional().meta({ description: 'The space of the census that it is about; without it, a new one.' }),
    report: reported,
  },
  reply: done,
  may: 'anyone',
  limit: 'request',
  refuses: ['point-half', 'point-nowhere', 'point-outside'],
  summary: 'Report an empty space',
  description: 'Reaches the officials once the e-mail address is confirmed by the link that is sent to it.',
});

export const answerReport = programmeCommand({
  method: 'POST',
  path: '/space-reports/{request}/answer',
  params: { request: serialIn },
  input: {
    accepted: z.boolean(),
    answer: z.string().trim().min(1).max(4000).optional(),
    existing: key.optional().meta({ description: 'The space that it turns out to be: no new one is made.' }),
    note: givenText.optional().meta({ description: 'What the public reads of it in the note of an existing space.' }),
    name: givenName.optional().meta({ description: 'The name of a new space, as it goes into the census.' }),
    kind: spaceKind.optional(),
    ownerKind: described.shape.ownerKind,
    blurM: described.shape.blurM,
  },
  may: 'keep-spaces',
  reply: z.object({ space: key.nullable() }),
  refuses: [
    'answered-already',
    'blur-private',
    'closed-while-open',
    'cycle-closed',
    'date-future',
    'date-needed',
    'date-past',
    'days-reversed',
    'hours-overlap',
    'hours-reversed',
    'point-half',
    'point-nowhere',
    'point-outside',
    'space-by-call',
    'words-needed',
  ],
  summary: 'Answers a report',
  description:
    'Accepted, it becomes a surveyed space, or is counted with the one that is there already. Refused, it needs words. Whoever reported is told by mail.',
});
