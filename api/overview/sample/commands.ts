// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { addSubmitted } from '../../../db/calls/applications/writes.ts';
import { addRecord } from '../../../db/calls/dossiers/writes.ts';
import { readDeclared, type readNeeded } from '../../../db/calls/drafting/reads.ts';
import { keepConsensus } from '../../../db/calls/evaluation/writes.ts';
import { addArrival } from '../../../db/calls/first-come/writes.ts';
import { unloggedTransaction } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { reading } from '../../../db/past.ts';
import { canonical, centsOf, codesOf } from '../../calls/applications/rules.ts';
import { admissionOf } from '../../calls/first-come/rules.ts';
import { contentOf, dayFrom, noonFrom, type SampleCall } from './rules.ts';

export interface Stage {
  db: OfficinaDb;
  programmeId: number;
  today: string;
}

export const here = ({ programmeId, today }: Stage) => ({ programmeId, today, asOf: undefined });

export interface Open {
  call: string;
  of: SampleCall;
  zones: readonly string[];
  parts: Awaited<ReturnType<typeof readNeeded>>;
}

/** Submits the firms' applications, spread over the call's opening period. */
export async function apply(stage: Stage, open: Open): Promise<number[]> {
  const { of, call } = open;
  const until = Math.min(of.closes, 0);
  const ids: number[] = [];
  let fund = { committedCents: 0, waiting: 0 };
  for (let at = 0; at < of.applicants; at += 1) {
    const content = contentOf(at, open);
    const days = of.opens + Math.floor(((until - of.opens) * (at + 0.5)) / of.applicants);
    const when = `${dayFrom(stage.today, days)}T${String(8 + (at % 9)).padStart(2, '0')}:${10 + at}:07.000Z`;
    const sha256 = createHash('sha256').update(canonical(content)).digest('hex');
    const here = { programmeId: stage.programmeId, call, at: when };
    await unloggedTransaction(stage.db, async (writer) => {
      const applicationId = await addSubmitted(writer, { ...here, number: at + 1, content, sha256 });
      ids.push(applicationId);
      if (of.kind !== 'voucher') return;
      const requestedCents = centsOf(content.requestedEur);
      const limits = { leastCents: 2_000_000, mostCents: 6_000_000, partial: true };
      const admission = admissionOf(requestedCents, { budgetCents: centsOf(of.budgetEur), ...limits, ...fund });
      await addArrival(writer, {
        ...here,
        applicationId,
        arrival: at + 1,
        requestedCents,
        ...admission,
        ...codesOf(content),
      });
      fund = {
        committedCents: fund.committedCents + admission.amountCents,
        waiting: fund.waiting + (admission.state === 'waiting' ? 1 : 0),
      };
    });
  }
  return ids;
}

/** Records a consensus for some applications, selected by index. */
export async function judge(stage: Stage, { call }: Open, ids: readonly number[]) {
  const { criteria } = await reading(stage.db, here(stage), (reader) => readDeclared(reader, call));
  await unloggedTransaction(stage.db, async (writer) => {
    for (const [at, id] of ids.entries()) {
      const given = criteria.map(({ key, scale }, place) => {
        const share = 0.45 + ((at * 5 + place * 3) % 11) * 0.05;
        return { criterion: key, points: Math.round(Number(scale) * share * 2) / 2, reason: null };
      });
      await keepConsensus(writer, id, given);
    }
  });
}

/** Requests missing documents for one application. */
export async function ask({ db, today }: Stage, applicationId: number | undefined) {
  if (applicationId === undefined) return;
  const asked = { kind: 'request', words: 'Manca il bilancio dell’ultimo anno.', until: noonFrom(today, 5) } as const;
  await unloggedTransaction(db, (writer) => addRecord(writer, { applicationId, accountId: null, ...asked }));
}
