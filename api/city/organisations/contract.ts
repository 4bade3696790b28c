// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { eur, key, listOf, paging, programmeEndpoint, ref, text, words } from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { organisationRecord, partWords } from './fields.ts';

export const part = z.enum(choicesOf({ choices: partWords }));

export const organisationKind = z.enum(choicesOf(organisationRecord.fields.kind));

export const organisation = z
  .object({
    key,
    name: text,
    kind: organisationKind,
    sector: text.nullable(),
    zone: ref.nullable(),
    partner: z.enum(choicesOf(organisationRecord.fields.partner)).nullable(),
    url: z.string().nullable(),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.output<typeof organisation>;

export const organisationWithRoles = organisation
  .extend({
    agreements: z.array(z.object({ agreement: ref, part, commitment: text.nullable() })),
    contributions: z.array(z.object({ agreement: ref, name: text, amountEur: eur.nullable() })),
    areas: z.array(ref).meta({ description: 'Areas that it leads.' }),
    milestones: z.array(ref).meta({ description: 'Milestones that it answers for.' }),
    labs: z.array(ref),
    awards: z.array(z.object({ award: key, call: ref, amountEur: eur.nullable() })),
    funds: z.array(z.object({ fund: ref, amountEur: eur })),
    resembles: z
      .array(ref)
      .meta({ description: 'Organisations under a name so alike that they may be the same: flagged, not merged.' }),
  })
  .meta({ id: 'OrganisationWithRoles' });
export type OrganisationWithRoles = z.output<typeof organisationWithRoles>;

export const listOrganisations = programmeEndpoint({
  path: '/organisations',
  query: {
    kind: organisationKind.optional(),
    partner: z.enum(choicesOf(organisationRecord.fields.partner)).optional(),
    zone: key.optional(),
    q: words.optional(),
    ...paging,
  },
  reply: listOf(organisation),
  summary: 'Organisations',
  description: 'Who takes part: partners, signatories, owners, recipients.',
});

export const readOrganisation = programmeEndpoint({
  path: '/organisations/{organisation}',
  params: { organisation: key },
  reply: organisationWithRoles,
  summary: 'One organisation',
  description: 'An organisation with its roles across agreements, calls, areas and milestones.',
});
