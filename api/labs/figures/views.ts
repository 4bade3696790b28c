// SPDX-License-Identifier: AGPL-3.0-or-later

import { countMachines, readRegisterSums } from '../../../db/labs/figures/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { shareOf } from '../../city/territory/rules.ts';
import { freshness, labKind } from '../directory/contract.ts';
import { alive, doubtfulDays } from '../directory/views.ts';
import type { Register } from './contract.ts';

/** Number and freshness of labs as of the day. */
export async function registerView(reader: Reader): Promise<Register> {
  const rows = await readRegisterSums(reader, doubtfulDays(reader.day));
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, { labs }) => total + labs, 0);
  const held = (row: (typeof rows)[number]) => row.standing !== 'closed';
  const judged = (row: (typeof rows)[number]) => alive.includes(row.standing);
  const confirmed = sum((row) => judged(row) && row.freshness === 'confirmed');
  return {
    labs: sum(held),
    closed: sum((row) => !held(row)),
    periphery: sum((row) => held(row) && row.periphery === true),
    noZone: sum((row) => held(row) && row.periphery === null),
    machines: await countMachines(reader),
    byKind: labKind.options
      .map((kind) => ({ kind, labs: sum((row) => held(row) && row.kind === kind) }))
      .filter(({ labs }) => labs > 0),
    byFreshness: freshness.options
      .map((one) => ({ freshness: one, labs: sum((row) => judged(row) && row.freshness === one) }))
      .filter(({ labs }) => labs > 0),
    confirmedShare: shareOf(confirmed, sum(judged)),
  };
}
