// SPDX-License-Identifier: AGPL-3.0-or-later

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './schema.ts';

/** Column values to write. */
export type Values<T extends keyof Database> = { [K in keyof Database[T]]?: unknown };

/** Maximum length of a key's stem, so that mark and timestamp fit in 80 characters. */
const longestStem = 62;

/** Stem of a key, shortened so that a suffix fits. */
export const stemOf = (key: string): string => key.slice(0, longestStem).replace(/[-.]+$/, '');

/** A unique key derived from another one; later keys sort after earlier ones. */
export function keyBelow(key: string, mark: string): string {
  return `${stemOf(key)}.${mark}${Date.now().toString(36)}${randomBytes(2).toString('hex')}`;
}

/** True if a bilingual column contains the text in either language; `%` and `_` are literal. */
export function containing(column: string, words: string) {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(${sql.ref(column)} ->> 'it' ilike ${pattern} or ${sql.ref(column)} ->> 'en' ilike ${pattern})`;
}
