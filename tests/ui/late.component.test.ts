// SPDX-License-Identifier: AGPL-3.0-or-later
import { createElement as h } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { late } from '../../web/ui/late.tsx';
import { render, say } from '../harness/render.ts';

/** A part whose code cannot be loaded the given number of times. */
function partThatFails(times: number) {
  let left = times;
  const Part = () => h('p', {}, 'the chart');
  const load = () => (left-- > 0 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ Part }));
  return late(load, 'Part', { waiting: h('p', {}, 'waiting') }).Page;
}

const page = (Part: ReturnType<typeof partThatFails>) =>
  h('div', {}, h('label', {}, 'Typed', h('input', { defaultValue: 'words' })), h(Part));
const shown = () => document.querySelector('main')?.textContent ?? '';

test('a part whose code cannot be loaded says so in its place, and comes when it is asked for again', async () => {
  await render(page(partThatFails(1)));
  await expect.poll(shown).toContain(say('states.failed'));
  expect(document.querySelector('input')?.value).toBe('words');
  await userEvent.click(document.querySelector('main button') as Element);
  await expect.poll(shown).toContain('the chart');
  expect(shown()).not.toContain(say('states.failed'));
});

test('a part whose code could not be loaded comes by itself once the connection is back', async () => {
  await render(page(partThatFails(1)));
  await expect.poll(shown).toContain(say('states.failed'));
  window.dispatchEvent(new Event('online'));
  await expect.poll(shown).toContain('the chart');
});
