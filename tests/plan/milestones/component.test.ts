// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CycleSwitch } from '../../../web/plan/milestones/CycleSwitch.tsx';
import { useTally } from '../../../web/plan/milestones/Tally.tsx';
import { h, programme, render, say } from '../../harness/render.ts';

const [first] = programme.cycles;
const second = { ...first, key: 'secondo', startsOn: '2026-07-01', endsOn: '2026-12-31' };
const empty = { ...first, key: 'vuoto', milestones: 0 };

test('switches between cycles with milestones and keeps the day', async () => {
  await render(h(CycleSwitch, { shown: first as never }), {
    at: 'plan?asOf=2026-02-01',
    programme: { cycles: [first, second, empty] as never },
  });
  const links = page.getByRole('link').elements();
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/it/prova/plan?cycle=primo&asOf=2026-02-01',
    '/it/prova/plan?cycle=secondo&asOf=2026-02-01',
  ]);
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual(['true', null]);
});

test('offers no switch for a single cycle', async () => {
  await render(h(CycleSwitch, { shown: first as never }), { programme: { cycles: [first, empty] as never } });
  expect(page.getByRole('navigation').elements()).toEqual([]);
});

test('lists only statuses that occur, in a fixed order', async () => {
  const Tally = () => useTally()({ late: 1, 'reached-on-time': 2, withdrawn: 0 });
  await render(h(Tally as never, {}));
  const [before, last] = [say('tally.reached-on-time', { count: 2 }), say('tally.late', { count: 1 })] as const;
  expect(document.querySelector('main')?.textContent).toBe(say('format.and', { before, last }));
});
