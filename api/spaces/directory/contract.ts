// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import {
  civilDate,
  key,
  listOf,
  paging,
  programmeCommand,
  programmeEndpoint,
  ref,
  text,
  when,
  words,
} from '../../contract.ts';
import { spaceFile } from '../../labs/photos/contract.ts';
import { editShape, replyShape } from '../../platform/fields/contract.ts';
import { choicesOf, listedOf } from '../../platform/fields/rules.ts';
import { givenName, saved, version, why } from '../../platform/records/contract.ts';
import { spaceFields } from './fields.ts';

export const spaceKind = z.enum(choicesOf(spaceFields.kind));
export const spaceState = z.enum(choicesOf(spaceFields.state));
export const ownerKind = z.enum(choicesOf(spaceFields.owner_kind));

const beside = {
  key,
  zone: ref.extend({ periphery: z.boolean() }).nullable(),
  calls: z.array(ref),
};
const summary = { ...replyShape(listedOf(spaceFields)), ...beside };

export const spaceSummary = z.object(summary).meta({ id: 'SpaceSummary' });
export type SpaceSummary = z.output<typeof spaceSummary>;

const step = z
  .object({
    state: spaceState,
    since: when.nullable(),
    reason: text.nullable(),
    knownOn: civilDate.meta({ description: 'The day from which it was known.' }),
  })
  .meta({ id: 'SpaceStep' });

export const space = z
  .object({
    ...replyShape(spaceFields),
    ...beside,
    steps: z.array(step).meta({ description: 'Its way so far, the first step first.' }),
    files: z.array(spaceFile).meta({ description: 'Photos and plans.' }),
    version,
  })
  .meta({ id: 'Space' });
export type Space = z.output<typeof space>;

const area = z.coerce.number().nonnegative().max(99_999_999);

export const spaceFilter = {
  kind: spaceKind.optional(),
  state: spaceState.optional(),
  ownerKind: ownerKind.optional(),
  zone: key.optional(),
  areaFrom: area.optional().meta({ description: 'Square metres; what has none recorded is left out.' }),
  areaTo: area.optional(),
  q: words.optional().meta({ description: 'Words of its name, its description, its last use or its address.' }),
};
export type SpaceQuery = z.output<z.ZodObject<typeof spaceFilter>>;

export const listSpaces = programmeEndpoint({
  path: '/spaces',
  query: { ...spaceFilter, ...paging },
  reply: listOf(spaceSummary).extend({
    byZone: z
      .array(z.object({ zone: key.nullable(), spaces: z.number().int() }))
      .meta({ description: 'How many of all found lie in each zone.' }),
  }),
  summary: 'Spaces',
  description: 'Disused or under-used places, with their state on the way back to use.',
});

export const readSpace = programmeEndpoint({
  path: '/spaces/{space}',
  params: { space: key },
  reply: space,
  summary: 'One space',
  description: 'A space as it is recorded, with its way so far, its pictures and the calls that offered it.',
});

/** Editable fields of a space; null clears one. */
export const described = z.object(editShape(spaceFields)).partial();
export type DescribedSpace = z.output<typeof described>;

/** Initial status in the census, with its day and reason. */
const standing = { state: spaceState.optional(), on: civilDate.optional(), reason: givenName.optional() };

const one = { space: key };
const may = 'keep-spaces' as const;

export const createSpace = programmeCommand({
  method: 'POST',
  path: '/spaces',
  input: { ...described.shape, name: givenName, kind: spaceKind, ...standing, why },
  reply: saved,
  may,
  refuses: [
    'blur-private',
    'date-future',
    'days-reversed',
    'point-half',
    'point-nowhere',
    'point-outside',
    'space-by-call',
  ],
  summary: 'A new space',
  description:
    'Adds a space to the census, as surveyed today unless it says otherwise. Its zone is found from the coordinates where none is given.',
});

export const editSpace = programmeCommand({
  method: 'PATCH',
  path: '/spaces/{space}',
  params: one,
  input: { ...described.shape, why },
  reply: saved,
  may,
  ifMatch: true,
  refuses: ['blur-private', 'days-reversed', 'point-half', 'point-nowhere', 'point-outside'],
  summary: 'Edits a space',
  description:
    'Changes what is given and leaves the rest; null empties. With `blurM`, the public sees a point moved within that radius and no address; what was public before stays in the log.',
});

export const moveSpace = programmeCommand({
  method: 'POST',
  path: '/spaces/{space}/state',
  params: one,
  input: { state: spaceState, on: civilDate.optional(), reason: givenName },
  reply: saved,
  may,
  ifMatch: true,
  refuses: ['date-future', 'space-before', 'space-by-call', 'space-held', 'space-step', 'space-there'],
  summary: 'Moves a space on',
  description: 'Gives it its next state, with the day and the reason. Into a call, and out of it, only calls lead.',
});

export const place = z
  .object({ address: z.string().nullable(), latitude: z.number().nullable(), longitude: z.number().nullable() })
  .meta({ id: 'SpacePlace' });

export const readSpacePlace = programmeEndpoint({
  path: '/spaces/{space}/place',
  params: one,
  may,
  reply: place,
  summary: 'Where a space exactly is',
  description: 'For officials: of a space whose place is blurred for the public, the one that is known.',
});
