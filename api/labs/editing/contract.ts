// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key, programmeCommand, programmeEndpoint } from '../../contract.ts';
import { editShape } from '../../platform/fields/contract.ts';
import { givenName, givenText, why } from '../../platform/records/contract.ts';
import * as labs from '../directory/contract.ts';
import { labFields } from '../directory/fields.ts';

const exception = labs.hoursException.extend({ why: givenName.optional() });
const tariff = labs.price.extend({ name: givenName });

/** Editable fields of an entry; each belongs to one section, which the edit confirms. */
const described = z
  .object({
    ...editShape(labFields),
    hours: z.array(labs.hours).max(28).nullable(),
    exceptions: z.array(exception).max(60),
    prices: z.array(tariff).max(30),
  })
  .partial().shape;

const kept = z.object({ key, version: z.number().int() });
const one = { lab: key };
const may = 'keep-labs' as const;

export const createLab = programmeCommand({
  method: 'POST',
  path: '/labs',
  input: { ...described, name: givenName, kind: labs.labKind, why },
  reply: kept,
  may: 'keep-register',
  refuses: [
    'closed-while-open',
    'date-future',
    'days-reversed',
    'hours-overlap',
    'hours-reversed',
    'point-half',
    'point-nowhere',
    'point-outside',
  ],
  summary: 'A new lab',
  description: 'Adds an entry to the register. Its zone is found from the coordinates where none is given.',
});

export const editLab = programmeCommand({
  method: 'PATCH',
  path: '/labs/{lab}',
  params: one,
  input: { ...described, why },
  reply: kept,
  may,
  ifMatch: true,
  refuses: [
    'closed-while-open',
    'date-future',
    'days-reversed',
    'hours-overlap',
    'hours-reversed',
    'point-half',
    'point-nowhere',
    'point-outside',
  ],
  summary: 'Edits an entry',
  description:
    'Changes what is given, confirms the sections that it belongs to, and leaves the rest; null empties. Coordinates of (0, 0) or outside the city are refused.',
});

export const confirmLab = programmeCommand({
  method: 'POST',
  path: '/labs/{lab}/confirmation',
  params: one,
  input: { sections: z.array(labs.section).min(1).optional() },
  reply: kept,
  may,
  summary: 'All still true',
  description: 'Confirms the whole entry, or some sections of it, as of today.',
});

const contact = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .regex(/^\P{Cc}*$/u)
    .nullable(),
  email: z.email().max(254).nullable(),
  phone: z
    .string()
    .trim()
    .min(3)
    .max(40)
    .regex(/^\P{Cc}*$/u)
    .nullable(),
};

export const readContact = programmeEndpoint({
  path: '/labs/{lab}/contact',
  params: one,
  may,
  reply: z.object(contact),
  summary: 'Whom to turn to',
  description: 'The contact that is not for the public: of officials and of those who keep the entry.',
});

export const keepContact = programmeCommand({
  method: 'PUT',
  path: '/labs/{lab}/contact',
  params: one,
  input: contact,
  reply: z.object(contact),
  may,
  summary: 'Changes whom to turn to',
  description: 'Stands outside the log, as all that is personal.',
});

export const mergeLab = programmeCommand({
  method: 'POST',
  path: '/labs/{lab}/merge',
  params: one,
  input: { into: key, why: givenText },
  reply: kept,
  may: 'keep-register',
  refuses: ['same-lab'],
  summary: 'Merges two entries of one lab',
  description:
    'The entry goes into the other one: its address leads there, its machines, photos and keepers go over, both histories stay.',
});
