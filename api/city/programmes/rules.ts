// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cycle } from './contract.ts';

/** Default cycle of pages: the current one on the day, else the programme's choice, else the last one begun. */
export function shownCycle(cycles: Cycle[], lead: string | null, day: string): string | null {
  const planned = cycles.filter((cycle) => cycle.milestones > 0);
  const underWay = planned.filter((cycle) => cycle.startsOn <= day && day <= cycle.endsOn).at(-1);
  const chosen = planned.find((cycle) => cycle.key === lead && cycle.startsOn <= day);
  const begun = planned.filter((cycle) => cycle.startsOn <= day).at(-1);
  return (underWay ?? chosen ?? begun ?? planned[0])?.key ?? null;
}
