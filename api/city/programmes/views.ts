// SPDX-License-Identifier: AGPL-3.0-or-later

import { countItems, readProgrammeBody, readProgrammes } from '../../../db/city/programmes/reads.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import type { Reader } from '../../../db/past.ts';
import { readAge } from '../../../db/platform/history/reads.ts';
import { refOf, type Text } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Cycle, ProgrammeSummary } from './contract.ts';
import { shownCycle } from './rules.ts';

type Terms = Record<`${keyof ProgrammeSummary['terms']}_term`, Text | null>;

const termsOf = (row: Terms): ProgrammeSummary['terms'] => ({
  area: row.area_term,
  areas: row.areas_term,
  zone: row.zone_term,
  periphery: row.periphery_term,
});

export async function programmesView(db: OfficinaDb): Promise<{ items: ProgrammeSummary[] }> {
  const rows = await readProgrammes(db);
  return {
    items: rows.map((row) => ({
      key: row.key,
      name: row.name,
      summary: row.summary,
      owner: row.owner_name,
      illustrative: row.illustrative,
      adoptedOn: row.adopted_on,
      milestones: row.milestones ?? 0,
      areas: row.areas ?? 0,
      terms: termsOf(row),
    })),
  };
}

/** Plan data shown with a programme; injected in rooms.ts. */
export interface Plan {
  cycles: (reader: Reader) => Promise<Cycle[]>;
  areas: (reader: Reader) => Promise<{ key: string; name: Text; position: number; whole: boolean }[]>;
}

export async function programmeView(reader: Reader, today: string, plan: Plan) {
  const body = await readProgrammeBody(reader);
  const { firstDay, lastKnownOn } = await readAge(reader);
  if (!body) throw new Refused({ code: 'nothing-known', day: reader.day, firstDay });
  const areas = await plan.areas(reader);
  const cycles = await plan.cycles(reader);
  const items = await countItems(reader);
  return {
    key: body.key,
    name: body.name,
    summary: body.summary,
    owner: body.owner_name,
    illustrative: body.illustrative,
    adoptedOn: body.adopted_on,
    milestones: items.milestone ?? 0,
    areas: areas.filter(({ whole }) => !whole).length,
    objective: body.objective,
    terms: termsOf(body),
    peripheryDefinition: body.periphery_definition,
    source: refOf(body.source, body.source_title),
    fourEyes: body.four_eyes,
    today,
    timezone: body.timezone,
    day: reader.day,
    firstDay,
    updatedOn: lastKnownOn,
    areaList: areas.map(({ key, name, position, whole }) => ({ key, name, position, whole })),
    cycles,
    shownCycle: shownCycle(cycles, body.lead_cycle, reader.day),
    has: {
      labs: Boolean(items.lab),
      spaces: Boolean(items.space),
      calls: Boolean(items.call),
      indicators: Boolean(items.indicator),
      context: Boolean(items.context_entry),
      money: Boolean(items.fund),
      agreements: Boolean(items.agreement),
      events: Boolean(items.event),
      organisations: Boolean(items.organisation),
    },
  };
}
