// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, key, precision, programmeCommand, programmeEndpoint } from '../../contract.ts';
import { shown } from '../../http/contract.ts';
import { givenName, givenText } from '../../platform/records/contract.ts';
import { evidenceItem } from '../milestones/contract.ts';

const one = { milestone: key };
const may = 'keep-milestones' as const;
const shownName = shown(200);

export const addLink = programmeCommand({
  method: 'POST',
  path: '/milestones/{milestone}/evidence',
  params: one,
  input: {
    name: givenName,
    url: z
      .string()
      .max(2000)
      .regex(/^https?:\/\/[^\s\0]+$/),
    issuedOn: civilDate.optional(),
    precision: precision.default('day'),
    note: givenText.optional(),
  },
  reply: evidenceItem,
  may,
  summary: 'Evidence: a link',
  description: 'Adds a link that shows that a milestone is reached.',
});

export const addFile = programmeCommand({
  method: 'PUT',
  path: '/milestones/{milestone}/evidence-files',
  params: one,
  query: {
    name: shownName.meta({ description: 'The name of the file.' }),
    title: shownName.optional().meta({ description: 'What it is, in Italian; without it, the name of the file.' }),
    titleEn: shownName.optional(),
    issuedOn: civilDate.optional(),
    precision: precision.default('day'),
  },
  takes: 'application/octet-stream',
  reply: evidenceItem,
  may,
  summary: 'Evidence: a file',
  description:
    'Adds a file, sent as it is in the body: PDF, PNG, JPEG, WebP, GIF, or an office document (docx, xlsx, pptx, odt, ods, odp). Its type is told by its content; anything else is refused with 415, what is too large with 413.',
});

export const removeEvidence = programmeCommand({
  method: 'DELETE',
  path: '/milestones/{milestone}/evidence/{evidence}',
  params: { ...one, evidence: key },
  reply: z.object({ key }),
  may,
  refuses: ['closing-rests'],
  summary: 'Removes evidence',
  description: 'Refused while a closing rests on it.',
});

export const readFile = programmeEndpoint({
  path: '/milestones/{milestone}/evidence/{evidence}/file',
  params: { ...one, evidence: key },
  gives: 'application/octet-stream',
  reply: z.never(),
  summary: 'A file of evidence',
  description: 'The file itself, as an attachment, under the type that its content told.',
});
