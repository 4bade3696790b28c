// SPDX-License-Identifier: AGPL-3.0-or-later

import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { readAreas } from '../../../db/plan/areas/reads.ts';
import { type MilestoneRow, readMilestones } from '../../../db/plan/milestones/reads.ts';
import { readAge } from '../../../db/platform/history/reads.ts';
import type { Indicator } from '../../city/indicators/contract.ts';
import { indicatorsView } from '../../city/indicators/views.ts';
import type { Cycle } from '../../city/programmes/contract.ts';
import { shownCycle } from '../../city/programmes/rules.ts';
import { territoryView } from '../../city/territory/views.ts';
import { refOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { freshnessIndicator } from '../../labs/freshness/rules.ts';
import { cyclesView } from '../../plan/cycles/views.ts';
import type { MilestoneSummary } from '../../plan/milestones/contract.ts';
import { curveOf, judgedDay, progressOf } from '../../plan/milestones/rules.ts';
import { judgedOf, summaryOf } from '../../plan/milestones/views.ts';
import { latestChanges } from '../../platform/history/views.ts';
import type { AreaCard } from './contract.ts';

const changesShown = 8;

/** True for outcome indicators and the freshness of the register. */
const onOverview = ({ subject, key }: Indicator) => subject === 'outcome' || key === freshnessIndicator.key;

const owed = ({ status }: MilestoneSummary) => status === 'late' || status === 'at-risk' || status === 'on-track';

/** Milestones due next; overdue ones are listed separately. */
function nextOf(milestones: MilestoneSummary[]): MilestoneSummary | null {
  const coming = milestones.filter((one) => owed(one) && one.status !== 'late');
  return coming.sort((a, b) => a.promise.date.localeCompare(b.promise.date))[0] ?? null;
}

/** Longest overdue milestone by promise in force; if there is none, the one at risk the longest. */
function worstOf(milestones: MilestoneSummary[]): MilestoneSummary | null {
  const late = milestones.filter(({ status }) => status === 'late');
  const delayed = late.length > 0 ? late : milestones.filter(({ status }) => status === 'at-risk');
  return delayed.sort((a, b) => (b.delayDays ?? 0) - (a.delayDays ?? 0))[0] ?? null;
}

type AreaRow = Awaited<ReturnType<typeof readAreas>>[number];

/** A milestone with its status, computed once for all uses. */
const standingOf = (row: MilestoneRow, day: string) => {
  const summary = summaryOf(row, day);
  return { area: row.area, summary, judged: { ...judgedOf(row), status: summary.status } };
};
type Standing = ReturnType<typeof standingOf>;

function cardOf(area: AreaRow, all: readonly Standing[], t: string, day: string): AreaCard {
  const own = all.filter((one) => one.area === area.key);
  const summaries = own.map(({ summary }) => summary);
  return {
    area: { key: area.key, name: area.name, position: area.position, whole: area.whole },
    progress: progressOf(
      own.map(({ judged }) => judged),
      t,
      day,
    ),
    next: nextOf(summaries),
    late: summaries.filter(({ status }) => status === 'late').sort((a, b) => (b.delayDays ?? 0) - (a.delayDays ?? 0)),
  };
}

async function cycleOf(reader: Reader, asked: string | undefined, lead: string | null): Promise<Cycle | null> {
  const cycles = await cyclesView(reader);
  const key = asked ?? shownCycle(cycles, lead, reader.day);
  const cycle = cycles.find((one) => one.key === key) ?? null;
  if (asked && !cycle)
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'cycle', reason: 'unknown-value' }] });
  return cycle;
}

export async function dashboardView(reader: Reader, asked: string | undefined) {
  const body = await readProgrammeBody(reader);
  const { lastKnownOn, firstDay } = await readAge(reader);
  if (!body) throw new Refused({ code: 'nothing-known', day: reader.day, firstDay });
  const cycle = await cycleOf(reader, asked, body.lead_cycle);
  const rows = cycle ? await readMilestones(reader, { cycle: cycle.key }) : [];
  const t = cycle ? judgedDay(reader.day, cycle.endsOn) : reader.day;
  const standing = rows.map((row) => standingOf(row, reader.day));
  const judged = standing.map((one) => one.judged);
  const milestones = standing.map(({ summary }) => summary);
  const areas = await readAreas(reader);
  const { definition, zones, shares } = await territoryView(reader, { tiles: true });
  return {
    day: reader.day,
    judgedDay: t,
    cycle,
    progress: progressOf(judged, t, reader.day),
    worst: worstOf(milestones),
    areas: areas.map((area) => cardOf(area, standing, t, reader.day)),
    curve: cycle ? curveOf(judged, cycle, t) : { promised: [], replanned: [], reached: [] },
    milestones,
    periphery: { definition, shares },
    tiles: zones,
    indicators: (await indicatorsView(reader)).filter(onOverview),
    changes: await latestChanges(reader, changesShown),
    updatedOn: lastKnownOn,
    source: refOf(body.source, body.source_title),
  };
}
