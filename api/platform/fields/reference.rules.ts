// SPDX-License-Identifier: AGPL-3.0-or-later
import { bare } from '../records/rules.ts';

/** An item that cells of a table may refer to. */
export interface Referable {
  key: string;
  name: { it: string; en?: string | undefined };
  /** Official code and kind, of zones. */
  code?: string | null;
  kind?: string | null;
}

const numberIn = (words: string | null | undefined) => /^0*(\d+)$/.exec(words ?? '')?.[1];
const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined);

/** Items with a number, by code or by the end of the key; the heading tells districts from neighbourhoods. */
function numbered(number: string, heading: string, items: readonly Referable[]): Referable | undefined {
  const found = items.filter(({ key, code }) => numberIn(code ?? key.split('-').at(-1)) === number);
  const called = bare(heading).replaceAll(' ', '-');
  return only(found) ?? only(found.filter(({ key, kind }) => kind === called || key === `${called}-${number}`));
}

/**
 * Key of the item that a cell names: by key, by name in either language, by code, or by number under a heading that says
 * of what ("5" under "municipio", or "Municipio 5"). A cell that names none, or more than one, stays as it is.
 */
export function keyNamed(cell: string, heading: string, items: readonly Referable[]): string {
  const said = bare(cell);
  const [, kind = heading, digits] = /^(?:([a-z ]*[a-z]) )?0*(\d+)$/.exec(said) ?? [];
  const found =
    items.find(({ key }) => key === cell.trim()) ??
    only(items.filter(({ name }) => [name.it, name.en ?? name.it].some((one) => bare(one) === said))) ??
    only(items.filter(({ key }) => bare(key) === said)) ??
    (digits ? numbered(digits, kind, items) : only(items.filter(({ code }) => code && bare(code) === said)));
  return found?.key ?? cell.trim();
}
