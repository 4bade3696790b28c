// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../change.ts';

interface Assigned {
  number: number;
  outcome: string;
  lot: string | null;
  amountCents: number;
  /** The zone of the project, where no space says one. */
  zone: string | null;
}

interface Of {
  programmeId: number;
  call: string;
  today: string;
}

async function readLots(writer: Writer, { programmeId, call }: Of) {
  return writer
    .selectFrom('lot as t')
    .innerJoin('space as p', (join) => join.onRef('p.key', '=', 't.space').on('p.programme_id', '=', programmeId))
    .where('t.programme_id', '=', programmeId)
    .where('t.call', '=', call)
    .select(['t.key', 't.space', 'p.zone', 'p.floor_area_m2'])
    .execute();
}
type Lot = Awaited<ReturnType<typeof readLots>>[number];

const keyOf = (call: string, number: number) => `${call}.a${number}`;

async function keepAward(
  writer: Writer,
  { programmeId, call, today }: Of,
  { number, amountCents, zone }: Assigned,
  lot?: Lot,
) {
  const values = {
    space: lot?.space ?? null,
    zone: lot?.zone ?? zone,
    amount_eur: amountCents > 0 ? amountCents / 100 : null,
    floor_area_m2: lot?.floor_area_m2 ?? null,
    awarded_on: today,
    awarded_precision: 'day' as const,
  };
  await writer
    .insertInto('award')
    .values({ programme_id: programmeId, key: keyOf(call, number), call, recipient_kind: 'firm', ...values } as never)
    .onConflict((conflict) => conflict.columns(['programme_id', 'key']).doUpdateSet(values as never))
    .execute();
}

/** The space of a lot is assigned, or, when nobody has it, available again. */
async function moveSpace(writer: Writer, { programmeId, today }: Of, space: string, taken: boolean) {
  await writer
    .updateTable('space')
    .set({ state: taken ? 'assigned' : 'available', state_since: today, state_precision: 'day' })
    .where('programme_id', '=', programmeId)
    .where('key', '=', space)
    .where('state', 'in', ['in-call', 'assigned', 'available'])
    .execute();
}

/**
 * What a ranking assigns becomes awards of the call: one for each application, under a key made of its number, so that
 * a later ranking changes what stands there and takes away what was given up.
 */
export async function addAwards(writer: Writer, of: Of, entries: readonly Assigned[]) {
  const lots = await readLots(writer, of);
  const given = entries.filter(({ outcome }) => outcome === 'assigned' || outcome === 'partial');
  const lotOf = ({ lot }: Assigned) => lots.find(({ key }) => key === lot);
  for (const one of given) await keepAward(writer, of, one, lotOf(one));
  const keys = given.map(({ number }) => keyOf(of.call, number));
  let gone = writer.deleteFrom('award').where('programme_id', '=', of.programmeId).where('call', '=', of.call);
  gone = gone.where('key', 'like', `${of.call}.a%`);
  await (keys.length > 0 ? gone.where('key', 'not in', keys) : gone).execute();
  const taken = given.map((one) => lotOf(one)?.space);
  for (const { space } of lots) await moveSpace(writer, of, space, taken.includes(space));
}
