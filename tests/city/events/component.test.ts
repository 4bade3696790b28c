// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { eventStateWords } from '../../../api/city/events/fields.ts';
import { EventState } from '../../../web/city/events/EventState.tsx';
import { h, render, say } from '../../harness/render.ts';

const state = (state: string, date: string | null) =>
  h(EventState, { event: { state, held: date && { date, precision: 'day' } } as never });
const shown = (of: ReturnType<typeof state>) => render(of, { programme: { day: '2026-04-15' } });

test.each([
  ['2026-04-14', true],
  ['2026-04-15', false],
  ['2026-04-16', false],
])('an event announced for %s of which nothing was said since: %s', async (date, silent) => {
  await shown(state('announced', date));
  const words = silent ? say('events.silent') : eventStateWords.announced.it;
  await expect.element(page.getByText(words)).toHaveClass(silent ? 'is-waiting' : 'is-still');
});

test('a held event says so on any day', async () => {
  await shown(state('held', '2026-04-01'));
  await expect.element(page.getByText(eventStateWords.held.it)).toHaveClass('is-live');
});
