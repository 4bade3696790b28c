// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficinaDb } from '../../../db/client.ts';
import { readLabBody } from '../../../db/labs/editing/reads.ts';
import { type AbleRow, readAble, readAsked, readAsks } from '../../../db/labs/matching/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { refOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { freshnessOf } from '../directory/rules.ts';
import { processes, withNarrower } from '../vocabulary/rules.ts';
import type { Asked, Match } from './contract.ts';
import { type Able, type Need, ranked, reasonsOf } from './rules.ts';

const nameOf = ({ brand, model }: AbleRow['able'][number]) => [brand, model].filter(Boolean).join(' ');

const ableOf = (row: AbleRow, day: string, measured: boolean): Able => ({
  machines: row.able.map((machine) => ({
    name: nameOf(machine),
    process: machine.process,
    widthMm: machine.width_mm,
    depthMm: machine.depth_mm,
    heightMm: machine.height_mm,
    materials: machine.materials,
    working: machine.condition !== 'out-of-order',
  })),
  smallSeries: row.small_series,
  mediumSeries: row.medium_series,
  minimumOrder: row.minimum_order,
  turnaroundDays: row.turnaround_days,
  qualified: row.qualified,
  freshness: freshnessOf(row.confirmed_on, day),
  km: measured && row.latitude !== null ? Math.round(row.rank * 10) / 10 : null,
});

/** Matching open labs, best first, and the number of labs that have the process but do not fit. */
export async function matchesView(
  reader: Reader,
  need: Need & { near: { latitude: number; longitude: number } | null },
): Promise<{ items: Match[]; excluded: number }> {
  const near = need.near ?? undefined;
  const kinds = withNarrower(processes, need.process);
  const rows = await readAble(reader, { status: 'open', processes: kinds, near });
  const judged = rows.flatMap((row) => {
    const reasons = reasonsOf(need, ableOf(row, reader.day, near !== undefined), reader.day);
    return reasons ? [{ row, reasons, name: row.name.it, key: row.key }] : [];
  });
  const best = ranked(judged);
  const items = best.map(({ row, reasons }) => {
    const zone = refOf(row.zone, row.zone_name);
    const lab = { key: row.key, name: row.name, kind: row.kind, address: row.address };
    return { lab: { ...lab, zone: zone && { ...zone, periphery: row.periphery ?? false } }, reasons };
  });
  return { items, excluded: rows.length - best.length };
}

type Content = Asked['need'] & { about: string; confidential: boolean };

/** Requests of firms to a lab; confidential text and contact are included once opened. */
export async function askedView(db: OfficinaDb, reader: Reader, lab: string) {
  const body = await readLabBody(reader, lab);
  if (!body) throw new Refused({ code: 'unknown-item', item: lab });
  const rows = await readAsked(db, reader.programmeId, lab);
  const items = rows.map((row): Asked => {
    const { about, confidential, ...need } = row.content as unknown as Content;
    const open = !confidential || row.opened_at !== null;
    return {
      requestId: row.request_id,
      askedAt: row.asked_at.toISOString(),
      state: row.state,
      confidential,
      need,
      about: open ? about : null,
      asker: open ? { name: row.name, email: row.email } : null,
      answer: row.answer,
    };
  });
  return { name: body.name, items };
}

/** Labs that received a request, with their answers. */
export async function asksOf(db: OfficinaDb, requestId: number) {
  return (await readAsks(db, requestId)).map((ask) => ({
    lab: { key: ask.lab, name: ask.lab_name },
    state: ask.state,
    askedAt: ask.asked_at.toISOString(),
    answer: ask.answer,
    answeredAt: ask.answered_at?.toISOString() ?? null,
  }));
}
