// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key, listOf, paging, programmeEndpoint, ref, text, when, words } from '../contract.ts';

export const spaceKind = z.enum(['building', 'ground-floor', 'open-area', 'shed', 'lot', 'other']);
export const spaceState = z.enum(['surveyed', 'available', 'in-call', 'assigned', 'in-use', 'withdrawn']);

export const space = z
  .object({
    key,
    name: text,
    kind: spaceKind,
    ownerKind: z.enum(['public', 'private']).nullable(),
    owner: ref.nullable(),
    summary: text.nullable(),
    zone: ref.extend({ periphery: z.boolean() }).nullable(),
    address: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    floorAreaM2: z.number().nullable(),
    state: spaceState,
    stateSince: when.nullable(),
    disusedSince: when.nullable(),
    calls: z.array(ref),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Space' });
export type Space = z.output<typeof space>;

export const listSpaces = programmeEndpoint({
  path: '/spaces',
  query: {
    kind: spaceKind.optional(),
    state: spaceState.optional(),
    zone: key.optional(),
    q: words.optional(),
    ...paging,
  },
  reply: listOf(space),
  summary: 'Spaces',
  description: 'Disused or under-used places, with their state on the way back to use.',
});

export const readSpace = programmeEndpoint({
  path: '/spaces/{space}',
  params: { space: key },
  reply: space,
  summary: 'One space',
  description: 'A space as it is recorded, with the calls that offered it.',
});
