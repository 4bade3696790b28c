// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, key, listOf, paging, programmeEndpoint, ref, text, when, words } from '../contract.ts';

export const labKind = z.enum(['fablab', 'makerspace', 'hub', 'incubator', 'accelerator', 'coworking', 'other']);

export const lab = z
  .object({
    key,
    name: text,
    kind: labKind,
    summary: text.nullable(),
    organisation: ref.nullable(),
    zone: ref.extend({ periphery: z.boolean() }).nullable(),
    address: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    floorAreaM2: z.number().nullable(),
    url: z.string().nullable(),
    opened: when.nullable(),
    closed: when.nullable(),
    confirmedOn: civilDate.nullable().meta({ description: 'The day on which the entry was last confirmed.' }),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Lab' });
export type Lab = z.output<typeof lab>;

export const listLabs = programmeEndpoint({
  path: '/labs',
  query: { kind: labKind.optional(), zone: key.optional(), q: words.optional(), ...paging },
  reply: listOf(lab),
  summary: 'Labs',
  description: 'Fablabs, makerspaces, hubs, incubators and accelerators.',
});

export const readLab = programmeEndpoint({
  path: '/labs/{lab}',
  params: { lab: key },
  reply: lab,
  summary: 'One lab',
  description: 'A lab as it is recorded.',
});
