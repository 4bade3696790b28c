// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficinaDb } from '../../../db/client.ts';
import { findRequest, type RequestRow } from '../../../db/platform/requests/reads.ts';
import { refOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { hashOf } from '../../http/session.ts';
import type { MyRequest } from './contract.ts';

/** Request of a link; refused if unknown or withdrawn. */
export async function requestOf(db: OfficinaDb, token: string): Promise<RequestRow> {
  const row = await findRequest(db, hashOf(token));
  if (!row || row.state === 'ended') throw new Refused({ code: 'against-rule', rule: 'request-ended' });
  return row;
}

type Ask = MyRequest['asks'][number];
/** Reads the labs a request was sent to, with their answers. */
export type AsksOf = (db: OfficinaDb, requestId: number) => Promise<Ask[]>;

/** A request as shown to its author. */
export async function myRequestView(db: OfficinaDb, token: string, asksOf: AsksOf): Promise<MyRequest> {
  const row = await requestOf(db, token);
  return {
    kind: row.kind,
    programme: { key: row.programme, name: row.programme_name },
    lab: refOf(row.lab, row.lab_name),
    space: refOf(row.space, row.space_name),
    content: row.content,
    state: row.state,
    madeAt: row.made_at.toISOString(),
    office: row.taken_office,
    answer: row.answer,
    answeredAt: row.answered_at?.toISOString() ?? null,
    asks: row.kind === 'need' ? await asksOf(db, row.request_id) : [],
  };
}
