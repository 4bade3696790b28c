// SPDX-License-Identifier: AGPL-3.0-or-later

import { readArrivals, readFirstComeFund } from '../../../db/calls/first-come/reads.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { Refused } from '../../http/refusals.rules.ts';

const eurOf = (cents: number | string) => Number(cents) / 100;

export async function firstComeFundView(db: OfficinaDb, of: { programmeId: number; call: string }) {
  const fund = await readFirstComeFund(db, of);
  if (!fund) throw new Refused({ code: 'unknown-item', item: of.call });
  const order = await readArrivals(db, of);
  return {
    budgetEur: eurOf(fund.budget_cents),
    committedEur: eurOf(fund.committed_cents),
    leftEur: (Number(fund.budget_cents) - Number(fund.committed_cents)) / 100,
    arrivals: fund.arrivals,
    waiting: fund.waiting,
    now: new Date().toISOString(),
    order: order.map((row) => ({
      arrival: row.arrival,
      requestedEur: eurOf(row.requested_cents),
      state: row.state,
      amountEur: eurOf(row.amount_cents),
      why: row.why,
      decidedAt: row.decided_at.toISOString(),
    })),
  };
}
