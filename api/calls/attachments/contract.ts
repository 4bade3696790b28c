// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { instant, key, programmeCommand, programmeEndpoint, serialIn } from '../../contract.ts';
import { shown } from '../../http/contract.ts';
import { hash } from '../dossiers/contract.ts';

export const attachment = z
  .object({
    name: z.string(),
    sha256: hash,
    type: z.string(),
    bytes: z.number().int(),
    receivedAt: instant,
  })
  .meta({ id: 'Attachment', description: 'A file sent with an application, named by the SHA-256 of its bytes.' });

const one = { call: key };
export const numbered = { ...one, application: serialIn };
export const file = {
  gives: 'application/octet-stream',
  reply: z.never(),
  summary: 'A file of an application',
} as const;

export const addFile = programmeCommand({
  method: 'PUT',
  path: '/calls/{call}/application/files',
  params: one,
  query: {
    name: shown(255).meta({ description: 'The name of the file.' }),
  },
  takes: 'application/octet-stream',
  may: 'apply',
  reply: attachment,
  refuses: ['call-closed', 'files-enough'],
  summary: 'A file for my application',
  description:
    'Sent as it is in the body, of one of the kinds that the call takes (`fileKinds`); told by its content. While the call is open, or while something is asked for or may be objected.',
});

export const removeFile = programmeCommand({
  method: 'DELETE',
  path: '/calls/{call}/application/files/{file}',
  params: { ...one, file: hash },
  may: 'apply',
  reply: z.object({ removed: hash }),
  refuses: ['call-closed', 'file-named'],
  summary: 'Remove a file from my application',
  description: 'While files may be added, and only one that neither the application nor an answer names.',
});

export const readMyFile = programmeEndpoint({
  path: '/calls/{call}/application/files/{file}',
  params: { ...one, file: hash },
  may: 'apply',
  ...file,
  description: 'A file that I sent with my application.',
});

export const readReceivedFile = programmeEndpoint({
  path: '/calls/{call}/applications/{application}/files/{file}',
  params: { ...numbered, file: hash },
  may: 'keep-calls',
  ...file,
  description: 'Not given out before the deadline.',
});
