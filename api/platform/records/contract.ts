// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key } from '../../contract.ts';

/** Words that somebody writes; nothing in them but what Postgres knows. */
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

/** What a write answers: read the item again by its key. */
export const kept = z.object({ key, version }).meta({ id: 'Kept' });
