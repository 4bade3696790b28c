// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, endpoint, eur, instant, key, programmeCommand, programmeEndpoint, text } from '../../contract.ts';
import { done, email, language, line } from '../../http/contract.ts';
import { attachment } from '../attachments/contract.ts';
import { recorded } from '../dossiers/contract.ts';

const amount = eur.nonnegative().max(999_999_999_999).multipleOf(0.01);
const words = (most: number) => z.string().max(most);

export const content = z
  .object({
    firm: z.object({
      name: words(200),
      taxCode: words(20),
      vatNumber: words(20),
      linked: z
        .array(words(20))
        .max(50)
        .meta({ description: 'Tax codes of the firms linked to it: one single undertaking.' }),
    }),
    project: words(20_000),
    zone: key.nullable().default(null).meta({ description: 'Where the project takes place.' }),
    requestedEur: amount.nullable(),
    costEur: amount
      .nullable()
      .default(null)
      .meta({ description: 'Of the project in all, where the call covers a share of it.' }),
    answers: z.record(key, z.union([z.boolean(), words(2000)])).meta({
      description: 'A statement is true; a document is its address, or `sha256:` with the hash of a file sent before.',
    }),
    bonuses: z.array(key).max(20),
    lots: z.array(key).max(50).meta({ description: 'The most wanted first.' }),
    aid: z
      .array(z.object({ grantedOn: civilDate, amountEur: amount }))
      .max(200)
      .meta({ description: 'De minimis aid of the last three years, of all linked firms.' }),
  })
  .meta({ id: 'ApplicationContent' });

const receipt = z
  .object({
    number: z.number().int(),
    submittedAt: instant,
    sha256: z.string().meta({ description: 'Of the canonical JSON of what was submitted.' }),
  })
  .meta({ id: 'Receipt' });

const admission = z
  .object({
    arrival: z.number().int().meta({ description: 'The place in the committed order of arrival.' }),
    state: z.enum(['admitted', 'waiting', 'refused', 'released']),
    amountEur: eur,
    why: z.string(),
  })
  .meta({ id: 'Admission' });

const mine = z
  .object({
    state: z.enum(['none', 'draft', 'submitted', 'withdrawn']),
    version: z.number().int(),
    content,
    missing: z.array(z.string()).meta({ description: 'Fields still missing or wrong.' }),
    savedAt: instant.nullable(),
    receipt: receipt.nullable(),
    admission: admission.nullable(),
    programmeAid: z.array(z.object({ grantedOn: civilDate, amountEur: eur })).meta({
      description:
        'De minimis aid that calls of this programme gave to the firm and those linked to it: it counts without being declared.',
    }),
    headroomEur: eur
      .nullable()
      .meta({ description: 'What de minimis still allows; null where the call gives no such aid.' }),
    grantableEur: eur.nullable().meta({ description: 'What of the request may be granted under it.' }),
    excludedReason: z.string().nullable(),
    dossier: z.array(recorded),
    files: z.array(attachment),
    objectionsUntil: instant
      .nullable()
      .meta({ description: 'Until when one may object to the ranking; null: not now.' }),
    now: instant.meta({ description: 'The server’s clock, which alone decides.' }),
  })
  .meta({ id: 'MyApplication' });
export type MyApplication = z.output<typeof mine>;

const one = { call: key };
const may = 'apply' as const;

export const readApplication = programmeEndpoint({
  path: '/calls/{call}/application',
  params: one,
  may,
  reply: mine,
  summary: 'My application',
  description: 'As it stands, with what is missing and, once submitted, its receipt.',
});

export const saveApplication = programmeCommand({
  method: 'PUT',
  path: '/calls/{call}/application',
  params: one,
  input: { content, version: z.number().int().min(0) },
  may,
  reply: mine,
  refuses: ['call-closed', 'call-not-open'],
  summary: 'Saves my application',
  description: 'As often as one types. Refused once the call is closed.',
});

export const submitApplication = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/application/submission',
  params: one,
  input: { version: z.number().int().min(1) },
  may,
  reply: mine,
  refuses: [
    'aid-exceeded',
    'answered-already',
    'application-incomplete',
    'call-not-open',
    'firm-placed',
    'request-above-most',
    'request-above-share',
    'request-below-least',
    'submitted-late',
  ],
  summary: 'Submits my application',
  description:
    'Gives a receipt with number, exact time and SHA-256. Sent again with the same Idempotency-Key it is answered again and done once. In a first-come call the reply says at once whether it is admitted, waits or is refused.',
});

export const withdrawApplication = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/application/withdrawal',
  params: one,
  may,
  reply: mine,
  refuses: ['award-stands', 'call-closed', 'not-submitted'],
  summary: 'Withdraws my application',
  description: 'Before the deadline; it can be submitted again. Its number stays.',
});

export const registerToApply = endpoint({
  method: 'POST',
  path: '/api/v1/programmes/{programme}/applicants',
  params: { programme: key },
  input: { firm: line(160), email, language: language.default('it') },
  reply: done,
  may: 'anyone',
  limit: 'applicant',
  summary: 'Register to apply',
  description: 'Mails a link by which a firm makes its account.',
});

const received = z
  .object({
    applicationId: z.number().int(),
    number: z.number().int(),
    state: z.enum(['submitted', 'withdrawn']),
    submittedAt: instant,
    sha256: z.string(),
    content: content.nullable().meta({ description: 'null while it is sealed.' }),
    sameFirm: z.array(z.number().int()).meta({
      description: 'Numbers of other applications to the call under the same tax code or VAT number.',
    }),
    admission: admission.nullable(),
    excludedReason: z.string().nullable(),
    dossier: z.array(recorded),
    files: z.array(attachment),
  })
  .meta({ id: 'ReceivedApplication' });

export const listReceived = programmeEndpoint({
  path: '/calls/{call}/applications',
  params: one,
  may: 'keep-calls',
  reply: z.object({ name: text, sealed: z.boolean(), closesAt: instant, items: z.array(received) }),
  summary: 'Applications of a call',
  description: 'Until the deadline only how many there are and when they came: contents are sealed for everybody.',
});
