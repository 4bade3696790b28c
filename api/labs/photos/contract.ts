// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { key, programmeCommand, programmeEndpoint, text } from '../../contract.ts';
import { shown } from '../../http/contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { pictureKindWords } from './fields.ts';

export const photo = z
  .object({ key, alt: text, credit: z.string().nullable(), address: z.string() })
  .meta({ id: 'Photo' });

export const spaceFile = z
  .object({
    key,
    kind: z.enum(choicesOf({ choices: pictureKindWords })),
    type: z.string(),
    alt: text,
    credit: z.string().nullable(),
    address: z.string(),
  })
  .meta({ id: 'SpaceFile' });

const caption = shown(300);

const told = {
  alt: caption.meta({ description: 'What it shows, in Italian, for who does not see it.' }),
  altEn: caption.optional(),
  credit: caption.optional(),
};

export const addPhoto = programmeCommand({
  method: 'PUT',
  path: '/labs/{lab}/photos',
  params: { lab: key },
  query: told,
  takes: 'application/octet-stream',
  may: 'keep-labs',
  reply: photo,
  refuses: ['photos-enough', 'plan-there'],
  summary: 'A photo of a lab',
  description: 'Adds a picture, sent as it is in the body: PNG, JPEG, WebP or GIF, told by its content. At most 12.',
});

export const removePhoto = programmeCommand({
  method: 'DELETE',
  path: '/labs/{lab}/photos/{photo}',
  params: { lab: key, photo: key },
  may: 'keep-labs',
  reply: z.object({ key }),
  summary: 'Removes a photo',
  description: 'It is no longer shown; as of earlier days it still is.',
});

export const readPhoto = programmeEndpoint({
  path: '/labs/{lab}/photos/{photo}',
  params: { lab: key, photo: key },
  gives: 'image/*',
  reply: z.never(),
  summary: 'The picture itself',
  description: 'The file of a photo, to be shown in a page.',
});

const ofSpace = { space: key, file: key };

export const addSpaceFile = programmeCommand({
  method: 'PUT',
  path: '/spaces/{space}/files',
  params: { space: key },
  query: { kind: z.enum(choicesOf({ choices: pictureKindWords })), ...told },
  takes: 'application/octet-stream',
  may: 'keep-spaces',
  reply: spaceFile,
  refuses: ['photo-tells-place', 'photos-enough', 'plan-there'],
  summary: 'A photo or a plan of a space',
  description:
    'Adds a picture, sent as it is in the body: PNG, JPEG, WebP or GIF, told by its content; a plan may be a PDF. At most 12 photos and 6 plans. Where the place is blurred, a picture that carries EXIF or XMP is refused.',
});

export const removeSpaceFile = programmeCommand({
  method: 'DELETE',
  path: '/spaces/{space}/files/{file}',
  params: ofSpace,
  may: 'keep-spaces',
  reply: z.object({ key }),
  summary: 'Removes a photo or a plan',
  description: 'It is no longer shown; as of earlier days it still is.',
});

export const readSpaceFile = programmeEndpoint({
  path: '/spaces/{space}/files/{file}',
  params: ofSpace,
  gives: '*/*',
  reply: z.never(),
  summary: 'The photo or the plan itself',
  description: 'The file, to be shown in a page or kept.',
});
