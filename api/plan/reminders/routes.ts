// SPDX-License-Identifier: AGPL-3.0-or-later
import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import { readMilestones } from '../../../db/plan/milestones/reads.ts';
import { findFeed, readEdits } from '../../../db/plan/reminders/reads.ts';
import { createEntrance } from '../../http/entrance.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { hashOf } from '../../http/session.ts';
import { summaryOf } from '../milestones/views.ts';
import { readCalendar, readFeed } from './contract.ts';
import { calendarOf, editsIn, peopleAndTheirs } from './views.ts';

const calendar = (text: string, whose: 'public' | 'private') => ({
  text,
  headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': `${whose}, no-cache` },
});

export function remindersRoutes(serve: Serve) {
  const { db, today, inProgramme, overall } = serve;
  const entrance = createEntrance(serve);
  inProgramme(readCalendar, async (reader, { params, query, req }) => {
    const { area, cycle, language } = query;
    const rows = await readMilestones(reader, { area, cycle });
    const body = await readProgrammeBody(reader);
    const name = body?.name[language] ?? body?.name.it ?? params.programme;
    const milestones = rows.map((row) => ({ ...summaryOf(row, reader.day), programme: params.programme }));
    const own = [...(await readEdits(reader))].map(([key, edits]) => [`${params.programme}/${key}`, edits] as const);
    const about = { name, language, publicUrl: entrance.publicUrl(req) };
    return calendar(calendarOf(about, milestones, new Map(own)), 'public');
  });
  overall(readFeed, async ({ params, req }) => {
    const owner = await findFeed(db, hashOf(params.feed.replace(/\.ics$/, '')));
    if (!owner) throw new Refused({ code: 'unknown-address' });
    const people = await peopleAndTheirs(db, today(), async () => []);
    const mine = people.find(({ accountId }) => accountId === owner.account_id)?.milestones ?? [];
    const about = { name: 'Officina', language: owner.language, publicUrl: entrance.publicUrl(req) };
    const edits = await editsIn(db, new Set(mine.map(({ programme }) => programme)), today());
    return calendar(calendarOf(about, mine, edits), 'private');
  });
}
