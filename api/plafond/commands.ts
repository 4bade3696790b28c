// SPDX-License-Identifier: AGPL-3.0-or-later
import { readRun } from '../../db/calling/reads.ts';
import type { Writer } from '../../db/change.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { isAwarded } from '../../db/grants/reads.ts';
import { lockPlafond, readWaiting } from '../../db/plafond/reads.ts';
import { admitWaiting, release as releaseOne } from '../../db/plafond/writes.ts';
import { obey, Refused } from '../contract.ts';
import { type Keeping, readerOf } from '../plan/views.ts';
import { releasedTo } from './rules.ts';

const cents = (eur: number | null) => Math.round((eur ?? 0) * 100);

/** Gives the money of one back to the fund, and from there to those who wait, in their order; whether there was any. */
export async function release(writer: Writer, by: Keeping, call: string, applicationId: number): Promise<boolean> {
  const of = { programmeId: by.programmeId, call };
  const run = await readRun(readerOf(writer, by), call);
  await lockPlafond(writer, of);
  obey((await isAwarded(writer as unknown as OfficinaDb, of, applicationId)) ? 'award-stands' : null);
  if (!run || !(await releaseOne(writer, of, applicationId))) return false;
  const fund = await lockPlafond(writer, of);
  if (!fund) throw new Refused({ code: 'unknown-item', item: call });
  const waiting = await readWaiting(writer, of);
  const given = releasedTo(
    waiting.map((one) => ({ ...one, requestedCents: Number(one.requested_cents) })),
    {
      budgetCents: Number(fund.budget_cents),
      committedCents: Number(fund.committed_cents),
      leastCents: cents(run.grant_min_eur),
      mostCents: cents(run.grant_max_eur),
      partial: run.partial_grants,
      waiting: waiting.length,
    },
  );
  for (const { one, amountCents } of given) await admitWaiting(writer, of, one.application_id, amountCents);
  return true;
}
