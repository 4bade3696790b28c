// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { applied, closeCall, publishedCall } from '../../harness/calls.ts';
import { done, withKeepers } from '../../harness/keeping.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, ask, as } = withKeepers(programme);
const criteria = [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }];

describe('the pipeline', () => {
  test('shows the progress of each call and the pending tasks of the office', async () => {
    const call = await publishedCall(ask, 'challenge', { budgetEur: 10_000, criteria });
    const mine = as(await signIn(database, { role: 'applicant', programme }));
    await done(mine('POST', `/calls/${call}/questions`, { words: 'Entro quando?' }));
    await applied(mine, call, 5000);
    const own = async () =>
      (await done(ask('GET', '/pipeline'))).items.find(({ key }: { key: string }) => key === call);
    expect(await own()).toMatchObject({ stage: 'open', received: 1, questions: 1, objections: 0, awards: 0 });
    await closeCall(database, call);
    expect(await own()).toMatchObject({ stage: 'round' });
  });

  test('contains only the areas of the official', async () => {
    const call = await publishedCall(ask, 'challenge', { budgetEur: 10_000, criteria });
    const { items } = await done(ask('GET', '/areas'));
    const [area, other] = items.map(({ key }: { key: string }) => key);
    const keysFor = async (key: string) => {
      const who = as(await signIn(database, { role: 'official', programme, areas: [key] }));
      return (await done(who('GET', '/pipeline'))).items.map((one: { key: string }) => one.key);
    };
    expect(await keysFor(area)).toContain(call);
    expect(await keysFor(other)).not.toContain(call);
    const board = as(await signIn(database, { role: 'board', programme }));
    expect((await board('GET', '/pipeline')).status).toBe(403);
  });
});
