// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key } from '../../contract.ts';

/** Text that Postgres can store. */
const written = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\0]*$/);

export const given = (most: number) => z.strictObject({ it: written(most), en: written(most).optional() });

export const givenName = given(200);

export const givenText = given(4000);

export const why = written(500).optional().meta({ description: 'Why, in a few words: the log of changes keeps them.' });

export const version = z
  .number()
  .int()
  .meta({ description: 'The number of the latest change of the item and of what belongs to it, for If-Match.' });

/** Reply to a write: the key with which to read the item again. */
export const saved = z.object({ key, version }).meta({ id: 'Saved' });
