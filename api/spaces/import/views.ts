// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import { readPlacedSpaces } from '../../../db/spaces/import/reads.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Reason } from '../../labs/import/rules.ts';
import { givenName } from '../../platform/records/contract.ts';
import { assertHeading, csvGrid, xlsxGrid } from '../../platform/tables/views.ts';
import { described, spaceState } from '../directory/contract.ts';
import { cellsNamed, columnNamed as headingNamed } from './headings.rules.ts';
import { columnNamed, type GivenSpace, inputOf, likenessOf, markOf, spaceInRow, spaceTable } from './rules.ts';

const written = described.extend({ name: givenName.optional() });

/** The space with the errors of its values per column. */
function vetted(space: GivenSpace): GivenSpace {
  const parsed = written.safeParse(inputOf(space.values));
  const wrong = parsed.error?.issues ?? [];
  const refused = wrong.map(({ path, code }): Reason => {
    const name = columnNamed(String(path[0] ?? ''));
    if (name === 'name' && space.values.name === null) return { name, code: 'missing' };
    if (code === 'too_big' || code === 'too_small') return { name, code: 'out-of-range' };
    return { name, code: code === 'invalid_value' ? 'unknown-value' : 'malformed' };
  });
  const strange = space.values.state && !spaceState.safeParse(space.values.state).success;
  const state: Reason[] = strange ? [{ name: 'state', code: 'unknown-value' }] : [];
  return { ...space, refused: [...space.refused, ...refused, ...state] };
}

/** Parses the spaces of a file; refused if it is not such a table. */
export async function spacesIn(bytes: Buffer, format: 'csv' | 'xlsx'): Promise<GivenSpace[]> {
  const grid = format === 'csv' ? csvGrid(bytes) : await xlsxGrid(bytes);
  const heading = grid.heading.map(headingNamed);
  const twice = heading.find((name, at) => heading.indexOf(name) !== at);
  if (twice) throw new Refused({ code: 'invalid-parameter', errors: [{ name: twice, reason: 'malformed' }] });
  assertHeading({ ...grid, heading }, spaceTable.heading, heading.includes('key') ? [] : ['name_it', 'kind']);
  return grid.rows.map(({ row, cells }) => vetted(spaceInRow(row, cellsNamed(cells), format === 'csv')));
}

interface Sought {
  name: string;
  street?: string | undefined;
  near?: string | undefined;
}

/** Possible duplicates of the space being entered. */
export async function lookalikesView(reader: Reader, { name, street, near }: Sought) {
  const [latitude = null, longitude = null] = near?.split(',').map(Number) ?? [];
  const sought = markOf({ name, address: street ?? null, latitude, longitude, floorArea: null });
  const items = (await readPlacedSpaces(reader, false)).flatMap((row) => {
    const because = likenessOf(sought, markOf({ ...row, name: row.name.it, floorArea: row.floor_area_m2 }));
    return because.length === 0
      ? []
      : [{ key: row.key, name: row.name, address: row.address, state: row.state, because }];
  });
  return { items: items.slice(0, 8) };
}
