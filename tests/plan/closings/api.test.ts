// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { readMilestone } from '../../../api/plan/milestones/contract.ts';
import { asking } from '../../harness/ask.ts';
import { type Ask, adoptedOf, day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import type { Reply } from '../../harness/people.ts';

const programme = 'citta-campione';
const { database, office, ask, bruno, anyone } = withKeepers(programme);
let key: string;
beforeEach(async () => {
  [key = ''] = (await adoptedOf(ask, [{ name: 'Apertura del laboratorio', plannedOn: day(20) }])).keys;
});
const now = () => asking(office.address, programme)(readMilestone, `/milestones/${key}`);
const proving = () =>
  done(ask('POST', `/milestones/${key}/evidence`, { name: { it: 'Verbale' }, url: 'https://comune.example/verbale' }));
const proposing = async (input: object = {}, who = ask): Promise<Reply> =>
  who('POST', `/milestones/${key}/closing`, { doneOn: day(-2), ...input }, (await now()).version);
const answering = async (who: Ask, input: object): Promise<Reply> =>
  who('POST', `/milestones/${key}/closing/answer`, input, (await now()).version);
const changes = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n);

describe('a closing', () => {
  test('needs evidence, and a date that is not in the future or before the cycle', async () => {
    const before = await changes();
    expect(await refusal(proposing())).toContain('Evidence is missing');
    expect(await changes()).toBe(before);
    await proving();
    expect(await refusal(proposing({ doneOn: day(1) }))).toContain('in the future');
    expect(await refusal(proposing({ doneOn: day(-61) }))).toContain('before the start');
    expect(await changes()).toBe(before + 1);
  });

  test('counts only after a second person confirms it; the day before, the milestone was open', async () => {
    await proving();
    await done(proposing({ note: { it: 'Aperto al pubblico' } }));
    expect(await now()).toMatchObject({ awaitingCheck: true, done: null, status: 'on-track', recordedOn: null });
    expect(await refusal(answering(ask, { confirmed: true }))).toContain('second person');
    expect(await refusal(proposing())).toContain('awaits a check');
    const reply = await done(answering(bruno, { confirmed: true }));
    expect(reply.closing).toMatchObject({ state: 'confirmed', answeredOn: day(0), unchecked: false });
    const milestone = await now();
    expect(milestone).toMatchObject({
      awaitingCheck: false,
      status: 'reached-on-time',
      done: { date: day(-2), precision: 'day' },
      recordedOn: day(0),
      version: reply.version,
    });
    expect(milestone.closings).toMatchObject([{ number: 1, proposedOn: day(0), note: { it: 'Aperto al pubblico' } }]);
    expect(await refusal(answering(bruno, { confirmed: true }))).toContain('No closing awaits a check');
    expect(await refusal(proposing())).toContain('already reached');
    const { items } = await done(anyone('GET', `/changes?item=milestones/${key}&limit=4`));
    expect(items.map(({ kind, actor }: { kind: string; actor: string }) => [kind, actor])).toEqual([
      ['reached', 'Ufficio verifiche'],
      ['confirmed', 'Ufficio verifiche'],
      ['proposed', 'Ufficio prova'],
      ['evidence-added', 'Ufficio prova'],
    ]);
  });

  test('was not known on the day before it was recorded, even if it had happened', async () => {
    const { items } = await done(anyone('GET', '/milestones?cycle=semestre-3&limit=50&status=late'));
    key = items[0].key;
    await proving();
    await done(proposing());
    await done(answering(bruno, { confirmed: true }));
    const yesterday = await done(anyone('GET', `/milestones/${key}?asOf=${day(-1)}`));
    expect(yesterday).toMatchObject({ done: null, status: 'late', closings: [], awaitingCheck: false });
    expect((await now()).status).toBe('reached-late');
  });

  test('sent back with a comment leaves the milestone open, and can be proposed again', async () => {
    await proving();
    await done(proposing());
    expect(await refusal(answering(bruno, { confirmed: false }))).toContain('enter the reason');
    await done(answering(bruno, { confirmed: false, answer: { it: 'Manca il collaudo' } }));
    const milestone = await now();
    expect(milestone).toMatchObject({ awaitingCheck: false, done: null, status: 'on-track' });
    expect(milestone.closings).toMatchObject([{ state: 'sent-back', answer: { it: 'Manca il collaudo' } }]);
    await done(proposing());
    await done(answering(bruno, { confirmed: true }));
    expect((await now()).closings.map(({ state }) => state)).toEqual(['sent-back', 'confirmed']);
  });

  test('blocks a re-plan, a withdrawal and a split until it is answered', async () => {
    await proving();
    const { version } = await done(proposing());
    const reason = { it: 'Prova' };
    const acts: [string, object][] = [
      ['promises', { dueOn: day(40), reasonKind: 'other', reason }],
      ['withdrawal', { on: day(0), reason }],
      [
        'split',
        {
          parts: [
            { name: { it: 'A' }, weight: 0.5 },
            { name: { it: 'B' }, weight: 0.5 },
          ],
        },
      ],
    ];
    for (const [path, input] of acts)
      expect(await refusal(ask('POST', `/milestones/${key}/${path}`, input, version)), path).toContain(
        'awaits a check',
      );
  });

  test('needs no second person if the programme requires none, and says so', async () => {
    const set = (on: boolean) =>
      sql`update programme set four_eyes = ${on} where key = ${programme}`.execute(database.db);
    await set(false);
    try {
      await proving();
      await done(proposing());
      const milestone = await now();
      expect(milestone).toMatchObject({ status: 'reached-on-time', fourEyes: false, recordedOn: day(0) });
      expect(milestone.closings).toMatchObject([{ state: 'confirmed', unchecked: true }]);
    } finally {
      await set(true);
    }
  });
});
