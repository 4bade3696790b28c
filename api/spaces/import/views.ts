// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import { readPlacedSpaces } from '../../../db/spaces/import/reads.ts';
import { inTurns } from '../../http/apart.ts';
import type { Reason } from '../../labs/import/rules.ts';
import { cellOfName, editIn } from '../../platform/fields/sheet.rules.ts';
import { referablesOf } from '../../platform/fields/views.ts';
import { assertColumns, gridIn } from '../../platform/tables/views.ts';
import { described, spaceState } from '../directory/contract.ts';
import { spaceFields } from '../directory/fields.ts';
import { type GivenSpace, likenessOf, markOf, spaceInRow, spaceSheet } from './rules.ts';

/** The space with the errors of its values per column. */
function vetted(space: GivenSpace): GivenSpace {
  const parsed = described.safeParse(editIn(spaceFields, space.values));
  const wrong = parsed.error?.issues ?? [];
  const refused = wrong.map(({ path, code }): Reason => {
    const name = cellOfName(spaceFields, String(path[0] ?? ''));
    if (name === 'name' && space.values.name === null) return { name, code: 'missing' };
    if (code === 'too_big' || code === 'too_small') return { name, code: 'out-of-range' };
    return { name, code: code === 'invalid_value' ? 'unknown-value' : 'malformed' };
  });
  const strange = space.values.state && !spaceState.safeParse(space.values.state).success;
  const state: Reason[] = strange ? [{ name: 'state', code: 'unknown-value' }] : [];
  return { ...space, refused: [...space.refused, ...refused, ...state] };
}

/** Parses the spaces of a file; refused if it is not such a table. Columns that mean nothing here are `ignored`. */
export async function spacesIn(bytes: Buffer, format: 'csv' | 'xlsx', reader: Reader) {
  const grid = await gridIn(bytes, { format, known: spaceSheet.known });
  const ignored = assertColumns(grid, spaceSheet, (named) => (named.includes('key') ? [] : ['name_it', 'kind']));
  const items = await referablesOf(reader, spaceFields);
  const given = await inTurns(grid.rows, ({ row, cells }) =>
    vetted(spaceInRow(row, spaceSheet.cellsNamed(cells, items), format === 'csv')),
  );
  return { given, ignored };
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
