// SPDX-License-Identifier: AGPL-3.0-or-later

import { type OwnRow, type ReceivedRow, readAdmission, readOwn, readReceived } from '../../db/applications/reads.ts';
import { type RunRow, readNeeded, readRun } from '../../db/calling/reads.ts';
import type { OfficinaDb } from '../../db/client.ts';
import type { Reader } from '../../db/past.ts';
import { grantable, headroomCents } from '../aid/rules.ts';
import { Refused } from '../contract.ts';
import type { MyApplication } from './contract.ts';
import { type ApplicationContent, aidOf, centsOf, emptyContent, missingOf } from './rules.ts';

/**
 * A call that is run here, with its clock; refused where there is none such. Always as it now is, whatever day is asked
 * for: a deadline that was moved on seals what an earlier one would have opened.
 */
export async function runOf(reader: Reader, call: string): Promise<RunRow & { opens_at: Date; closes_at: Date }> {
  const run = await readRun({ ...reader, db: reader.db.withSchema('public') }, call);
  if (!run?.opens_at || !run.closes_at) throw new Refused({ code: 'unknown-item', item: call });
  return { ...run, opens_at: run.opens_at, closes_at: run.closes_at };
}

/** What a call asks of an application. */
export const neededOf = async (reader: Reader, run: RunRow) => ({
  money: run.budget_eur !== null,
  ...(await readNeeded(reader, run.key)),
});

const eurOf = (cents: number) => cents / 100;

/** De minimis: what may still be granted, and what of the request; null where the call gives no such aid. */
export function aidUnder(content: ApplicationContent, run: Pick<RunRow, 'aid_rule'>, today: string) {
  if (run.aid_rule === null) return null;
  const headroom = headroomCents(aidOf(content), today);
  return { headroom, grantable: grantable(centsOf(content.requestedEur), headroom, run.aid_rule) };
}

const askedOf = (row: Pick<OwnRow, 'asked_for' | 'asked_until'>) =>
  row.asked_for && row.asked_until ? { words: row.asked_for, until: row.asked_until.toISOString() } : null;

interface Admitted {
  arrival: number;
  state: 'admitted' | 'waiting' | 'refused' | 'released';
  amountCents: number;
  why: string;
}

interface Held {
  row: OwnRow | undefined;
  run: RunRow;
  needed: Awaited<ReturnType<typeof neededOf>>;
  admission: Admitted | undefined;
}

/** An application as its firm sees it, from what was read of it. */
export function applicationOf({ row, run, needed, admission }: Held, today: string): MyApplication {
  const content = (row?.content as ApplicationContent | undefined) ?? emptyContent;
  const aid = aidUnder(content, run, today);
  const { number, submitted_at, sha256 } = row ?? {};
  return {
    state: row?.state ?? 'none',
    version: row?.version ?? 0,
    content,
    missing: missingOf(content, needed),
    savedAt: row?.saved_at.toISOString() ?? null,
    receipt: number && submitted_at && sha256 ? { number, submittedAt: submitted_at.toISOString(), sha256 } : null,
    admission: admission
      ? {
          arrival: admission.arrival,
          state: admission.state,
          amountEur: eurOf(admission.amountCents),
          why: admission.why,
        }
      : null,
    headroomEur: aid && eurOf(aid.headroom),
    grantableEur: aid && eurOf(aid.grantable),
    excludedReason: row?.excluded_reason ?? null,
    askedFor: row ? askedOf(row) : null,
    now: run.now.toISOString(),
  };
}

export async function myApplicationView(
  reader: Reader,
  call: string,
  { accountId, today }: { accountId: number; today: string },
): Promise<MyApplication> {
  const run = await runOf(reader, call);
  const db = reader.db as unknown as OfficinaDb;
  const row = await readOwn(db, { programmeId: reader.programmeId, call }, accountId);
  const held = row ? await readAdmission(db, row.application_id) : undefined;
  const admission = held && { ...held, amountCents: Number(held.amount_cents) };
  return applicationOf({ row, run, needed: await neededOf(reader, run), admission }, today);
}

function receivedOf(row: ReceivedRow) {
  const { arrival, admission, amount_cents, why } = row;
  return {
    applicationId: row.application_id,
    number: row.number ?? 0,
    state: row.state as 'submitted' | 'withdrawn',
    submittedAt: row.submitted_at?.toISOString() ?? '',
    sha256: row.sha256 ?? '',
    content: row.content as ApplicationContent | null,
    admission:
      arrival && admission
        ? { arrival, state: admission, amountEur: eurOf(Number(amount_cents)), why: why ?? '' }
        : null,
    excludedReason: row.excluded_reason,
    askedFor: askedOf(row),
  };
}

/** What officials see of the applications of a call: the database gives no content before the deadline. */
export async function receivedView(reader: Reader, call: string) {
  const run = await runOf(reader, call);
  const rows = await readReceived(reader.db as unknown as OfficinaDb, { programmeId: reader.programmeId, call });
  return {
    name: run.name,
    sealed: run.now < run.closes_at,
    closesAt: run.closes_at.toISOString(),
    items: rows.map(receivedOf),
  };
}
