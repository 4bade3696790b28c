// SPDX-License-Identifier: AGPL-3.0-or-later
import { countLabs, type LabFilter, readLabs } from '../../db/labs/reads.ts';
import type { Reader } from '../../db/past.ts';
import { Refused, refOf, whenOf } from '../contract.ts';
import { cursorOf, nameAndKey, type Paged, pageOfRows } from '../http/paging.ts';
import type { Lab } from './contract.ts';

function labOf(row: Awaited<ReturnType<typeof readLabs>>[number]): Lab {
  const zone = refOf(row.zone, row.zone_name);
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    summary: row.summary,
    organisation: refOf(row.organisation, row.organisation_name),
    zone: zone && { ...zone, periphery: row.periphery ?? false },
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
    floorAreaM2: row.floor_area_m2,
    url: row.url,
    opened: whenOf(row.opened_on, row.opened_precision),
    closed: whenOf(row.closed_on, row.closed_precision),
    confirmedOn: row.confirmed_on,
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

export async function labsView(reader: Reader, query: LabFilter & Paged) {
  const rows = await readLabs(reader, query, { limit: query.limit + 1, after: cursorOf(query.cursor, nameAndKey) });
  return pageOfRows(rows, query, await countLabs(reader, query), labOf, (row) => [row.name.it, row.key]);
}

export async function labView(reader: Reader, key: string): Promise<Lab> {
  const [row] = await readLabs(reader, { key }, { limit: 1 });
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  return labOf(row);
}
