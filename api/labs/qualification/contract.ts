// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { civilDate, instant, key, programmeCommand, programmeEndpoint, ref, serialIn, text } from '../../contract.ts';
import { shown } from '../../http/contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { givenName, givenText } from '../../platform/records/contract.ts';
import { labKind } from '../directory/contract.ts';
import { labRequirementRecord } from './fields.ts';
import { acts, labActs, officialActs } from './rules.ts';

export const measure = z.enum(choicesOf(labRequirementRecord.fields.measure));
const requirement = z
  .object({
    key,
    name: text,
    measure: measure.nullable(),
    atLeast: z.number().nullable(),
    document: z.boolean().meta({ description: 'A document must be shown for it.' }),
    note: text.nullable(),
  })
  .meta({ id: 'LabRequirement', description: 'What a lab must show to stand in the qualified list.' });
const state = z.enum(['never', 'qualified', 'suspended', 'expired', 'ended']);
const standing = z.object({
  state,
  since: civilDate.nullable(),
  until: civilDate.nullable(),
  application: z.enum(['open', 'asked']).nullable(),
});

export const listQualified = programmeEndpoint({
  path: '/qualified-labs',
  reply: z.object({
    requirements: z.array(requirement),
    items: z.array(standing.extend({ lab: ref, kind: labKind })),
  }),
  summary: 'The qualified list',
  description: 'What it asks, and the labs that stand or stood in it, since when and until when.',
});

const own = standing
  .extend({
    lab: key,
    requirements: z.array(requirement.extend({ met: z.enum(['yes', 'no', 'unknown']), value: z.number().nullable() })),
    steps: z.array(
      z.object({
        number: z.number().int(),
        act: z.enum(acts),
        madeOn: civilDate,
        untilOn: civilDate.nullable(),
        reason: text.nullable(),
      }),
    ),
  })
  .meta({ id: 'Qualification' });

export const readQualification = programmeEndpoint({
  path: '/labs/{lab}/qualification',
  params: { lab: key },
  reply: own,
  summary: 'How a lab stands',
  description: 'Its checks against the requirements as the entry now is, and what happened, with reasons and dates.',
});

const one = { lab: key };

export const applyForList = programmeCommand({
  method: 'POST',
  path: '/labs/{lab}/qualification/application',
  params: one,
  input: { act: z.enum(labActs).default('applied'), reason: givenText.optional() },
  reply: own,
  may: 'keep-labs',
  refuses: ['date-needed', 'date-past', 'qualification-stands', 'words-needed'],
  summary: 'Applies for the qualified list',
  description: 'Applies, or answers what the office asked for.',
});

export const decideOnList = programmeCommand({
  method: 'POST',
  path: '/labs/{lab}/qualification/decision',
  params: one,
  input: { act: z.enum(officialActs), until: civilDate.optional(), reason: givenText.optional() },
  reply: own,
  may: 'keep-register',
  refuses: ['date-needed', 'date-past', 'qualification-stands', 'words-needed'],
  summary: 'Decides on a lab of the list',
  description:
    'Asks for more, refuses, qualifies until a day, renews, suspends, resumes or ends; with reasons. Whoever keeps the lab is told by mail.',
});

export const keepRequirements = programmeCommand({
  method: 'PUT',
  path: '/qualified-labs/requirements',
  input: {
    items: z
      .array(
        z.object({
          key: key.optional(),
          name: givenName,
          measure: measure.nullable().default(null),
          atLeast: z.number().positive().max(9_999_999).multipleOf(0.1).nullable().default(null),
          document: z.boolean().default(false),
          note: givenText.nullable().default(null),
        }),
      )
      .max(20),
  },
  reply: z.object({ requirements: z.array(requirement) }),
  may: 'keep-register',
  refuses: ['requirement-empty'],
  summary: 'Sets what the list asks',
  description: 'These, in this order; those left out go. No lab leaves the list by it.',
});

const document = z
  .object({
    documentId: z.number().int(),
    requirement: key,
    name: z.string(),
    bytes: z.number().int(),
    addedAt: instant,
    address: z.string(),
  })
  .meta({ id: 'LabDocument' });

export const listDocuments = programmeEndpoint({
  path: '/labs/{lab}/documents',
  params: one,
  may: 'keep-labs',
  reply: z.object({ items: z.array(document) }),
  summary: 'Documents of a lab',
  description: 'Shown for requirements; for officials and those who keep the lab.',
});

export const addDocument = programmeCommand({
  method: 'PUT',
  path: '/labs/{lab}/documents',
  params: one,
  query: {
    requirement: key,
    name: shown(200),
  },
  takes: 'application/octet-stream',
  may: 'keep-labs',
  reply: z.object({ items: z.array(document) }),
  summary: 'Shows a document',
  description: 'For a requirement, sent as it is in the body; the same kinds of files as evidence.',
});

const numbered = { ...one, document: serialIn };

export const readDocument = programmeEndpoint({
  path: '/labs/{lab}/documents/{document}',
  params: numbered,
  may: 'keep-labs',
  gives: 'application/octet-stream',
  reply: z.never(),
  summary: 'A document itself',
  description: 'The file, as an attachment.',
});

export const removeDocument = programmeCommand({
  method: 'DELETE',
  path: '/labs/{lab}/documents/{document}',
  params: numbered,
  may: 'keep-labs',
  reply: z.object({ items: z.array(document) }),
  summary: 'Takes a document back',
  description: 'It is no longer shown for its requirement.',
});
