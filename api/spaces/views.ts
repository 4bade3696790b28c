// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../db/past.ts';
import { countSpaces, readSpaces, type SpaceFilter } from '../../db/spaces/reads.ts';
import { Refused, refOf, whenOf } from '../contract.ts';
import { cursorOf, nameAndKey, type Paged, pageOfRows } from '../http/paging.ts';
import type { Space } from './contract.ts';

function spaceOf(row: Awaited<ReturnType<typeof readSpaces>>[number]): Space {
  const zone = refOf(row.zone, row.zone_name);
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    ownerKind: row.owner_kind,
    owner: refOf(row.owner, row.owner_name),
    summary: row.summary,
    zone: zone && { ...zone, periphery: row.periphery ?? false },
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
    floorAreaM2: row.floor_area_m2,
    state: row.state,
    stateSince: whenOf(row.state_since, row.state_precision),
    disusedSince: whenOf(row.disused_since, row.disused_precision),
    calls: row.calls,
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

export async function spacesView(reader: Reader, query: SpaceFilter & Paged) {
  const rows = await readSpaces(reader, query, { limit: query.limit + 1, after: cursorOf(query.cursor, nameAndKey) });
  return pageOfRows(rows, query, await countSpaces(reader, query), spaceOf, (row) => [row.name.it, row.key]);
}

export async function spaceView(reader: Reader, key: string): Promise<Space> {
  const [row] = await readSpaces(reader, { key }, { limit: 1 });
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  return spaceOf(row);
}
