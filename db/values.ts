// SPDX-License-Identifier: AGPL-3.0-or-later

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './schema.ts';

/** Some columns of a row, as they are written. */
export type Values<T extends keyof Database> = { [K in keyof Database[T]]?: unknown };

/** What of a key leaves room for a mark and a moment in a key of 80 letters. */
const longestStem = 62;

/** The beginning of a key, as far as another can be made of it. */
export const stemOf = (key: string): string => key.slice(0, longestStem).replace(/[-.]+$/, '');

/** A key below another one that no other has; later ones come later in order. */
export function keyBelow(key: string, mark: string): string {
  return `${stemOf(key)}.${mark}${Date.now().toString(36)}${randomBytes(2).toString('hex')}`;
}

/** True where a bilingual column holds the words, in either language; `%` and `_` are taken literally. */
export function containing(column: string, words: string) {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(${sql.ref(column)} ->> 'it' ilike ${pattern} or ${sql.ref(column)} ->> 'en' ilike ${pattern})`;
}
