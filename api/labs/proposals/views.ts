// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficinaDb } from '../../../db/client.ts';
import { countNeeds } from '../../../db/labs/matching/reads.ts';
import { readLookalikes } from '../../../db/labs/proposals/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { type RequestRow, readRequests } from '../../../db/platform/requests/reads.ts';
import { refOf } from '../../contract.ts';
import type { RegisterRequest } from './contract.ts';
import { lookalikeOf } from './rules.ts';

interface Sought {
  name: string;
  url?: string | undefined;
  near?: string | undefined;
}

export async function lookalikesView(reader: Reader, { name, url, near }: Sought) {
  const [latitude = 0, longitude = 0] = near?.split(',').map(Number) ?? [];
  const rows = await readLookalikes(reader, { name, url: url ?? null, point: near ? { latitude, longitude } : null });
  const items = rows.map(({ key, name: found, address, status, likeness, same_site, km }) => {
    const because = lookalikeOf({ likeness, sameSite: same_site, km });
    return { key, name: found, address, status, because };
  });
  return { items };
}

const dayMs = 86_400_000;

function requestView(row: RequestRow, reader: number): RegisterRequest {
  const until = row.answered_at ?? new Date();
  return {
    requestId: row.request_id,
    kind: row.kind as RegisterRequest['kind'],
    lab: refOf(row.lab, row.lab_name),
    space: refOf(row.space, row.space_name),
    proposed: row.kind === 'proposal' ? (row.content as RegisterRequest['proposed']) : null,
    claimed: row.kind === 'claim' ? (row.content as RegisterRequest['claimed']) : null,
    reported: row.kind === 'space' ? (row.content as RegisterRequest['reported']) : null,
    name: row.name,
    email: row.email,
    madeAt: row.made_at.toISOString(),
    days: Math.floor((until.getTime() - (row.confirmed_at ?? row.made_at).getTime()) / dayMs),
    office: row.taken_office,
    mine: row.taken_by === reader,
    state: row.state,
    answer: row.answer,
  };
}

export async function requestsView(db: OfficinaDb, programmeId: number, accountId: number) {
  const rows = await readRequests(db, programmeId);
  return { items: rows.map((row) => requestView(row, accountId)), needs: await countNeeds(db, programmeId) };
}
