// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { readChain } from '../../../api/overview/chain/contract.ts';
import { mostThreads } from '../../../api/overview/chain/rules.ts';
import { asking } from '../../harness/ask.ts';
import { applyAs, closeAndScore, freeSpaces, rank, spaceCall, vatNumbers } from '../../harness/calls.ts';
import { day, done, draftOf, firstArea, withKeepers } from '../../harness/keeping.ts';

const programme = 'citta-campione';
const { database, office, ask, anyone } = withKeepers(programme);
const here = { database, office, ask, programme };
const chain = (from: string, key: string) =>
  asking(office.address, programme)(readChain, `/chain?from=${from}&key=${key}`);

describe('the chain through an item', () => {
  test('is the same from either end', async () => {
    const { items } = await done(anyone('GET', '/milestones?limit=200'));
    const area = await firstArea(anyone);
    const milestone = items.find((one: { area: { key: string } }) => one.area.key === area).key;
    const [space = ''] = await freeSpaces(here, 1);
    const call = await spaceCall(here, [space], {
      milestone,
      name: { it: 'Una bottega' },
    });
    const before = await chain('call', call);
    expect(before.threads).toMatchObject([
      { milestone: `milestone:${milestone}`, space: `space:${space}`, award: null },
    ]);
    const { lotList } = await done(anyone('GET', `/calls/${call}`));
    await applyAs(here, call, { name: 'Bottega una', vat: vatNumbers[0], lots: [lotList[0].key] });
    await closeAndScore(here, call);
    await rank(here, call, 'provisional');
    await rank(here, call, 'final');
    const whole = await chain('call', call);
    const [thread] = whole.threads;
    expect(thread).toMatchObject({ area: `area:${area}`, award: `award:${call}.a1` });
    for (const [kind, id] of Object.entries(thread ?? {})) {
      const { threads } = await chain(kind, String(id).split(':')[1] ?? '');
      expect(threads, kind).toContainEqual(thread);
    }
    const { zone } = await done(anyone('GET', `/spaces/${space}`));
    if (zone) expect((await chain('zone', zone.key)).threads).toContainEqual(thread);
  });

  test('is limited and reports how many threads were omitted', async () => {
    const whole = await done(anyone('GET', '/chain'));
    expect(whole.threads.length + whole.leftOut).toBe(whole.total);
    expect((await anyone('GET', '/chain?from=call')).status).toBe(400);
    for (const { key } of (await done(anyone('GET', '/areas'))).items) {
      const { threads, total, leftOut } = await chain('area', key);
      expect(threads.length).toBeLessThanOrEqual(mostThreads);
      expect(total - leftOut).toBe(threads.length);
    }
  });

  test('is as of the requested day', async () => {
    const long = await done(anyone('GET', '/calls?limit=1'));
    const past = await anyone('GET', `/chain?from=call&key=${long.items[0].key}&asOf=${day(0)}`);
    expect(past.body).toEqual(await chain('call', long.items[0].key));
  });

  test('contains no drafts and no items that do not exist', async () => {
    const area = await firstArea(anyone);
    const { keys } = await draftOf(ask, area, [{ name: 'Traguardo in bozza', plannedOn: day(20) }]);
    expect((await anyone('GET', `/chain?from=milestone&key=${keys[0]}`)).status).toBe(404);
    expect((await anyone('GET', '/chain?from=call&key=nowhere')).status).toBe(404);
  });
});
