// SPDX-License-Identifier: AGPL-3.0-or-later
import { readRun } from '../../../db/calls/drafting/reads.ts';
import { readDays, readZonesWanted } from '../../../db/calls/figures/reads.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { refOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';

export async function demandView(db: OfficinaDb, of: { programmeId: number; call: string; day: string }) {
  const run = await readRun({ db, programmeId: of.programmeId, day: of.day }, of.call);
  if (!run?.closes_at) throw new Refused({ code: 'unknown-item', item: of.call });
  const days = await readDays(db, of);
  const zones = await readZonesWanted(db, of);
  const sealed = run.now < run.closes_at;
  return {
    sealed,
    applications: days.reduce((sum, { applications }) => sum + applications, 0),
    days,
    zones: zones.map(({ key, name, spaces, floor_area_m2, applications, first_choices }) => ({
      zone: refOf(key, name),
      spaces,
      floorAreaM2: floor_area_m2,
      applications: sealed ? null : applications,
      firstChoices: sealed ? null : first_choices,
    })),
  };
}
