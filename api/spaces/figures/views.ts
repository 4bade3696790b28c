// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../db/past.ts';
import { countStates, readFirstStep, readReused } from '../../../db/spaces/figures/reads.ts';
import { whenOf } from '../../contract.ts';
import { daysBetween, spaceStates } from '../directory/rules.ts';
import type { Reuse } from './contract.ts';
import { medianOf, paceOf, ticksBetween } from './rules.ts';

async function flowOf(reader: Reader): Promise<Pick<Reuse, 'pace' | 'flow'>> {
  const first = await readFirstStep(reader);
  if (first === null || first > reader.day) return { pace: 'month', flow: [] };
  const pace = paceOf(first, reader.day);
  const days = ticksBetween(first, reader.day, pace);
  const rows = Map.groupBy(await countStates(reader, days), ({ on }) => on);
  const countOn = (on: string, state: string) => rows.get(on)?.find((row) => row.state === state)?.spaces ?? 0;
  const flow = days.map((on) => ({
    on,
    counts: Object.fromEntries(
      spaceStates.map((state) => [state, countOn(on, state)]),
    ) as Reuse['flow'][number]['counts'],
  }));
  return { pace, flow };
}

export async function reuseView(reader: Reader): Promise<Reuse> {
  const reused = (await readReused(reader)).flatMap((row) => {
    const { key, name, in_use_since: inUseSince } = row;
    const disusedSince = whenOf(row.disused_since, row.disused_precision);
    return disusedSince
      ? [{ key, name, disusedSince, inUseSince, days: daysBetween(disusedSince.date, inUseSince) }]
      : [];
  });
  return { ...(await flowOf(reader)), reused, medianDays: medianOf(reused.map(({ days }) => days)) };
}
