// SPDX-License-Identifier: AGPL-3.0-or-later

import { editCall } from '../../../db/calls/drafting/writes.ts';
import { lockFirstComeFund } from '../../../db/calls/first-come/reads.ts';
import { type OfferedRow, readOffered } from '../../../db/calls/published/reads.ts';
import type { Writer } from '../../../db/change.ts';
import { type AwardRow, readAwards, readCallOf } from '../../../db/money/awards/reads.ts';
import * as writes from '../../../db/money/awards/writes.ts';
import { type FirmRow, findFirm, readAdmitted, readFirms } from '../../../db/money/granting/reads.ts';
import { addFirm } from '../../../db/money/granting/writes.ts';
import { readTakenKeys } from '../../../db/platform/records/reads.ts';
import { moveSpaces as toState } from '../../../db/spaces/directory/writes.ts';
import { awardKey, centsOf, numberOf } from '../../calls/applications/rules.ts';
import { plainCode } from '../../calls/firms/rules.ts';
import type { Text } from '../../contract.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { freeKey, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { spaceAfter } from '../awards/rules.ts';

/** Assignment of a ranking to an application. */
interface Given {
  number: number;
  outcome: string;
  lot: string | null;
  amountCents: number;
  /** Reason of the exclusion. */
  reason?: string | null;
}

interface Act {
  call: string;
  act: string;
}

/** Organisation of an application's firm: reused from an earlier award, else created. */
async function organisationOf(writer: Writer, by: Keeping, firm: FirmRow | undefined): Promise<string | null> {
  if (!firm?.name) return null;
  const codes = { taxCode: plainCode(firm.taxCode), vatNumber: plainCode(firm.vatNumber) };
  const known = await findFirm(writer, by.programmeId, codes);
  if (known) return known;
  const stem = stemOf(firm.name);
  const organisation = freeKey(stem, await readTakenKeys(readerOf(writer, by), 'organisation', stem));
  await addFirm(writer, by.programmeId, { organisation, name: firm.name, ...codes });
  return organisation;
}

const knownOf = (awards: readonly AwardRow[]) =>
  new Map(awards.map(({ key, signed_on }) => [key, { signed: signed_on !== null }]));

/** Creates or updates the awards of the applications. Existing awards keep their day; signed awards stay unchanged. */
async function give(
  writer: Writer,
  by: Keeping,
  { call, given, lots }: { call: string; given: readonly Given[]; lots: readonly OfferedRow[] },
  known: ReadonlyMap<string, { signed: boolean }>,
) {
  const of = { programmeId: by.programmeId, call };
  const numbers = given.map(({ number }) => number);
  const firms = await readFirms(writer, of, numbers);
  const zone = (await readCallOf(readerOf(writer, by), call))?.zone ?? null;
  for (const { number, lot: offered, amountCents } of given) {
    const lot = lots.find(({ key }) => key === offered);
    const key = awardKey(call, number);
    const firm = firms.find((one) => one.number === number);
    const values = {
      space: lot?.space ?? null,
      zone: lot?.zone ?? firm?.zone ?? zone,
      amount_eur: amountCents > 0 ? amountCents / 100 : null,
      floor_area_m2: lot?.floor_area_m2 ?? null,
    };
    if (known.get(key)?.signed) continue;
    if (known.has(key)) {
      await writes.editAward(writer, by.programmeId, key, values);
      continue;
    }
    const organisation = await organisationOf(writer, by, firm);
    const first = { call, organisation, recipient_kind: 'firm', awarded_on: by.today, awarded_precision: 'day' };
    await writes.addAward(writer, by.programmeId, key, { ...values, ...first });
  }
}

/** Space statuses from which a ranking may assign. */
const free = ['in-call', 'available', 'returned', 'assigned'] as const;

interface Moving {
  /** Name of the call, used as the reason of the status change. */
  name: Text;
  lots: readonly OfferedRow[];
  standing: readonly AwardRow[];
  taken: ReadonlySet<string>;
}

/** Updates the spaces of the lots: newly assigned ones become assigned, released ones return to the census. */
async function moveSpaces(writer: Writer, by: Keeping, { name, lots, standing, taken }: Moving) {
  const on = by.today;
  const unsold = { it: `Non assegnato: ${name.it}`, en: `Not awarded: ${name.en ?? name.it}` };
  const moveOne = (space: string, moved: Parameters<typeof toState>[3]) =>
    toState(writer, by.programmeId, [space], moved);
  for (const { space } of lots.filter(({ elsewhere }) => !elsewhere)) {
    const before = standing.find((award) => award.space === space);
    if (taken.has(space) && !before) await moveOne(space, { from: free, to: 'assigned', on, reason: name });
    if (taken.has(space)) continue;
    // Lots without assignee leave the call; lots that were assigned return from their former holder.
    const back = before
      ? {
          from: ['assigned', 'in-use'] as const,
          to: spaceAfter({ keysOn: before.keys_on, openedOn: before.opened_on }),
        }
      : { from: ['in-call'] as const, to: 'available' as const };
    await moveOne(space, { ...back, on, reason: unsold });
  }
}

/**
 * Creates one award per assignment of a ranking, keyed by application number. Awards missing from a later ranking end
 * (given up or revoked by its act); nothing is deleted.
 */
export async function assign(writer: Writer, by: Keeping, { call, act }: Act, entries: readonly Given[]) {
  const reader = readerOf(writer, by);
  const lots = await readOffered(reader, call);
  const before = (await readAwards(reader, { call })).filter(({ key }) => numberOf(call, key) !== null);
  const ended = new Set(before.filter((one) => one.ended_on !== null).map(({ key }) => key));
  const standing = before.filter(({ key }) => !ended.has(key));
  const given = entries.filter(
    ({ outcome, number }) => ['assigned', 'partial'].includes(outcome) && !ended.has(awardKey(call, number)),
  );
  const keys = new Set(given.map(({ number }) => awardKey(call, number)));
  for (const { key } of standing.filter((one) => !keys.has(one.key))) {
    const entry = entries.find((one) => awardKey(call, one.number) === key);
    await writes.editAward(writer, by.programmeId, key, {
      ended_on: by.today,
      ended_as: entry?.outcome === 'gave-up' ? 'gave-up' : 'revoked',
      ended_act: act,
      ended_reason: entry?.reason ? { it: entry.reason } : null,
    });
  }
  await give(writer, by, { call, given, lots }, knownOf(standing));
  const spaceOf = ({ lot }: Given) => lots.find(({ key }) => key === lot)?.space ?? '';
  const name = (await readCallOf(reader, call))?.name ?? { it: call };
  await moveSpaces(writer, by, { name, lots, standing, taken: new Set(given.map(spaceOf)) });
}

/** Grants all admitted applications of a first-come fund by one act; earlier grants stay unchanged. */
export async function grant(writer: Writer, by: Keeping, { call }: Act) {
  const reader = readerOf(writer, by);
  const row = await readCallOf(reader, call);
  if (!row?.run || row.procedure !== 'first-come') throw new Refused({ code: 'unknown-item', item: call });
  // Locks the fund against admission, release and withdrawal.
  await lockFirstComeFund(writer, { programmeId: by.programmeId, call });
  const known = knownOf(await readAwards(reader, { call }));
  const admitted = await readAdmitted(writer, { programmeId: by.programmeId, call });
  const fresh = admitted.filter(({ number }) => !known.has(awardKey(call, number)));
  assertAllowed(fresh.length === 0 ? 'nothing-to-grant' : null);
  const given = fresh.map(({ number, amount_cents }) => {
    return { number, outcome: 'assigned', lot: null, amountCents: Number(amount_cents) };
  });
  await give(writer, by, { call, given, lots: [] }, known);
  const standing = (await readAwards(reader, { call })).filter(({ ended_on }) => ended_on === null);
  const cents = standing.reduce((sum, { amount_eur }) => sum + centsOf(amount_eur), 0);
  await editCall(writer, by.programmeId, call, { admitted: standing.length, awarded_eur: cents / 100 });
  return { call, granted: fresh.length };
}
