// SPDX-License-Identifier: AGPL-3.0-or-later
import { civilDate } from '../contract.ts';
import { Refused } from './refusals.rules.ts';

export interface Paged {
  limit: number;
  cursor?: string | undefined;
  /** Requested address, used to build the page links. */
  address: string;
}

/** Whether a part of a cursor can be compared with a column: what Postgres cannot read is refused before the query. */
export type Form = (part: string) => boolean;

/** Any text that Postgres can store. */
export const anyWords: Form = (part) => part.isWellFormed() && !part.includes('\0');
const day: Form = (part) => civilDate.safeParse(part).success;
const number: Form = (part) => /^\d{1,18}$/.test(part);
/** A rank of a search, or a distance in metres. */
export const anyRank: Form = (part) => /^\d{1,9}(\.\d{1,20})?(e-\d{1,2})?$/.test(part);
export const dayAndNumber = [day, number];
export const nameAndKey = [anyWords, anyWords];

const encode = (parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Cursor content: one value per sort column, each with its own format. */
export function cursorOf(cursor: string | undefined, forms: Form[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = (part: unknown, at: number) => typeof part === 'string' && forms[at]?.(part) === true;
    if (Array.isArray(parts) && parts.length === forms.length && parts.every(fits)) return parts;
  } catch {
    // Handled below.
  }
  throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'cursor', reason: 'malformed' }] });
}

/** Links of a page; `last` holds the next cursor's values, undefined on the last page. */
export function linksOf(address: string, last: string[] | undefined) {
  if (!last) return { self: address, next: null };
  const next = new URL(address, 'http://localhost');
  next.searchParams.set('cursor', encode(last));
  return { self: address, next: next.pathname + next.search };
}

/** One page of a list held in memory, keyed by `key`. */
export function pageOf<T extends { key: string }>(items: T[], { limit, cursor, address }: Paged) {
  const after = cursorOf(cursor, [anyWords, (part) => /^\d{1,6}$/.test(part)]);
  const known = after ? items.findIndex((item) => item.key === after[0]) : -1;
  // If the cursor's item no longer exists, continue at its former position.
  const start = after ? (known >= 0 ? known + 1 : Number(after[1])) : 0;
  const shown = items.slice(start, start + limit);
  const last = shown.at(-1);
  const more = start + limit < items.length && last;
  return {
    items: shown,
    total: items.length,
    _links: linksOf(address, more ? [last.key, String(start + limit)] : undefined),
  };
}

/** One page from SQL rows; the query must fetch limit + 1 rows. */
export function pageOfRows<R, T>(
  rows: R[],
  page: Paged,
  total: number,
  item: (row: R) => T,
  place: (row: R) => string[],
) {
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    total,
    _links: linksOf(page.address, rows.length > page.limit && last ? place(last) : undefined),
  };
}
