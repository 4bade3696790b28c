// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Call } from '../../../api/calls/published/contract.ts';
import { CallState, standing, useCallDate } from '../../../web/calls/published/CallState.tsx';
import { h, render, say } from '../../harness/render.ts';

const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const call = (state: string, opens: number, closes: number, awards = 0) =>
  ({ state, awards, window: { opensAt: at(opens), closesAt: at(closes) } }) as unknown as Call;

describe('the state of a call that is run here', () => {
  test.each([
    ['announced', 1, 2, 0, 'announced'],
    ['announced', -1, 2, 0, 'open'],
    ['open', -2, -1, 0, 'under-evaluation'],
    ['open', -2, -1, 3, 'concluded'],
    ['under-evaluation', -2, 1, 0, 'under-evaluation'],
  ])('%s, opening in %i h and closing in %i h with %i awards, is %s', (state, opens, closes, awards, now) => {
    expect(standing(call(state, opens, closes, awards)).state).toBe(now);
  });

  test('is the recorded one if it is run elsewhere', () => {
    const elsewhere = { state: 'open', window: null } as Call;
    expect(standing(elsewhere)).toBe(elsewhere);
  });
});

test('the state is a word, and an open call is highlighted', async () => {
  await render(h(CallState, { state: 'open' }));
  await expect.element(page.getByText(say('calls.state.open'))).toHaveClass('is-live');
});

test('an open or closed call shows its closing day, an announced one its opening day', async () => {
  const dates = { published: null, opensOn: '2026-05-02', closesOn: '2026-05-20', concluded: null };
  const states = ['announced', 'open', 'under-evaluation'];
  const All = () => {
    const dateOf = useCallDate();
    return h(
      'ol' as never,
      {
        children: states.map((state) =>
          h('li' as never, { key: state, children: dateOf({ ...dates, state } as never) } as never),
        ),
      } as never,
    );
  };
  await render(h(All, {}));
  const [announced, open, closed] = page
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent);
  expect(announced).toMatch(/\b2.maggio.2026/);
  expect(open).toMatch(/20.maggio.2026/);
  expect(closed).toMatch(/20.maggio.2026/);
  expect(open).not.toBe(closed);
});
