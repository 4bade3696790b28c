// SPDX-License-Identifier: AGPL-3.0-or-later
import { createElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Problem } from '../../web/http.ts';
import type { Reading } from '../../web/reading.ts';
import { Facts } from '../../web/ui/Facts.tsx';
import { Progress } from '../../web/ui/Progress.tsx';
import { type Standing, StandingLine } from '../../web/ui/StatusWord.tsx';
import { Answer, Empty, Failure, NotFound } from '../../web/ui/states.tsx';
import { h, render, say } from '../harness/render.ts';
import { problem } from '../harness/replies.ts';

const text = () => (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('facts', () => {
  test('give each value its name, and say what is not recorded; zero is recorded', async () => {
    await render(
      h(Facts, {
        facts: [
          ['Posti', 0],
          ['Superficie', null],
        ],
      }),
    );
    const rows = [...document.querySelectorAll('dl > div')].map((one) => [...one.children].map((it) => it.textContent));
    expect(rows).toEqual([
      ['Posti', '0'],
      ['Superficie', say('table.notRecorded')],
    ]);
    expect(document.querySelector('dl.facts')).not.toBeNull();
  });

  test('stand large where they say what the thing is worth', async () => {
    await render(h(Facts, { facts: [['Posti', 3]], large: true }));
    expect(document.querySelector('dl.key-figures')).not.toBeNull();
  });
});

describe('progress', () => {
  const width = (part: string) => document.querySelector<HTMLElement>(`.progress-${part}`)?.style;

  test('is a bar for what was reached and a tick for what was promised, with both in figures', async () => {
    await render(h(Progress, { reached: 0.25, promised: 0.6 }));
    expect(width('reached')?.width).toBe('25%');
    expect(width('promised')?.insetInlineStart).toBe('60%');
    expect(text()).toContain('25 %');
    expect(text()).toContain(say('charts.promisedShare', { share: '60 %' }));
  });

  test('draws no bar for what is not known, and says so; nothing reached is a figure', async () => {
    await render(h(Progress, { reached: null, promised: null }));
    expect([width('reached'), width('promised')]).toEqual([undefined, undefined]);
    expect(text()).toContain(say('table.notRecorded'));
  });

  test('shows nothing reached as 0 %, which is not the same as not recorded', async () => {
    await render(h(Progress, { reached: 0, promised: 0 }));
    expect(width('reached')?.width).toBe('0%');
    expect(text()).toContain('0 %');
    expect(text()).not.toContain(say('table.notRecorded'));
  });

  test('never draws beyond its track', async () => {
    await render(h(Progress, { reached: 1.2, promised: -0.1 }));
    expect(width('reached')?.width).toBe('100%');
    expect(width('promised')?.insetInlineStart).toBe('0%');
  });
});

describe('the standing of a milestone', () => {
  const when = (date: string) => ({ date, precision: 'day' as const });
  const standing = (of: Partial<Standing>): Standing => ({
    status: 'on-track',
    promise: when('2026-05-31'),
    forecast: null,
    done: null,
    delayDays: 0,
    ...of,
  });

  test.each<[Partial<Standing>, RegExp]>([
    [{ status: 'reached-on-time', done: when('2026-05-20') }, /20.maggio 2026/],
    [{ status: 'reached-late', done: when('2026-06-10'), delayDays: 10 }, /10.giugno 2026.*10.giorni/],
    [{ status: 'late', delayDays: 1 }, /1.giorno(?!i)/],
    [{ status: 'late', delayDays: 41 }, /41.giorni/],
    [{ status: 'at-risk', forecast: when('2026-07-01'), delayDays: 31 }, /1..luglio 2026.*31.giorni/],
    [{ status: 'on-track', delayDays: 30 }, /31.maggio 2026.*30.giorni/],
  ])('%j is said as %s', async (of, said) => {
    await render(h(StandingLine, { of: standing(of) }));
    expect(text()).toMatch(said);
    expect(document.querySelector(`.status.is-${of.status} svg[aria-hidden=true]`)).not.toBeNull();
  });

  test.each(['on-track', 'withdrawn', 'not-recorded', 'at-risk'] as const)(
    '%s without a delay is one word',
    async (status) => {
      await render(h(StandingLine, { of: standing({ status, delayDays: status === 'withdrawn' ? null : 0 }) }));
      expect(text()).toBe(say(`status.${status}`));
    },
  );

  test('says since when nobody reports, and who should', async () => {
    const silent = standing({ status: 'late', delayDays: 3, notReportedSince: '2026-03-01' });
    await render(h(StandingLine, { of: { ...silent, owner: { name: { it: 'Ufficio spazi' } } } }));
    expect(text()).toMatch(/1..marzo 2026/);
    expect(text()).toContain('Ufficio spazi');
  });

  test('in short says neither the year nor what is not the standing itself', async () => {
    const of = standing({ status: 'reached-on-time', done: when('2026-05-20'), notReportedSince: '2026-03-01' });
    await render(h(StandingLine, { of, short: true }));
    expect(text()).not.toMatch(/2026|marzo/);
  });

  test('says that a second person must still check', async () => {
    await render(h(StandingLine, { of: standing({ awaitingCheck: true }) }));
    expect(text()).toContain(say('statusLine.awaits'));
  });
});

describe('the states of an answer', () => {
  const reading = (of: Partial<Reading<string>>): Reading<string> => ({
    data: undefined,
    error: null,
    refetch: () => undefined,
    isPlaceholderData: false,
    ...of,
  });
  const answer = (of: Partial<Reading<string>>, page = false) =>
    h(Answer<string>, { of: reading(of), height: 320, page, children: (data) => createElement('p', {}, data) });

  test('loading keeps the place of what is coming, and says so', async () => {
    await render(answer({}));
    await expect.element(page.getByRole('status').getByText(say('states.loading'))).toBeInTheDocument();
    expect(document.querySelector<HTMLElement>('.loading')?.offsetHeight).toBe(320);
  });

  test('data is shown, even where a later answer failed', async () => {
    await render(answer({ data: 'dato', error: new Problem(problem(500)) }));
    await expect.element(page.getByText('dato')).toBeVisible();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('an error says its number and its words, and is tried again by keyboard', async () => {
    const refetch = vi.fn();
    await render(answer({ error: new Problem(problem(503, { detail: 'Manutenzione.' })), refetch }));
    expect(text()).toContain(say('states.broken', { status: 503 }));
    await expect.element(page.getByText('Manutenzione.')).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(refetch).toHaveBeenCalledOnce();
  });

  test('no answer at all has its own words, and shows no number', async () => {
    await render(h(Failure, { problem: new Problem(problem(0, { detail: 'TypeError' })), onRetry: () => undefined }));
    await expect.element(page.getByText(say('states.silent'))).toBeVisible();
    expect(text()).not.toContain('TypeError');
  });

  test('404 is a page that is not there; elsewhere it is a failure', async () => {
    await render(answer({ error: new Problem(problem(404)) }, true), { at: 'labs' });
    await expect.element(page.getByRole('heading', { level: 1, name: say('states.notFound') })).toBeVisible();
  });

  test('404 of a part is a failure of that part', async () => {
    await render(answer({ error: new Problem(problem(404)) }));
    expect(text()).toContain(say('states.broken', { status: 404 }));
    expect(page.getByRole('heading').elements()).toEqual([]);
  });

  test('a page that is not there leads back to the overview and names itself in the tab', async () => {
    await render(h(NotFound, {}), { at: 'labs?asOf=2026-02-01' });
    await expect
      .element(page.getByRole('link', { name: say('states.overview') }))
      .toHaveAttribute('href', '/it/prova?asOf=2026-02-01');
    expect(document.title).toBe(`${say('states.notFound')} · Officina`);
  });

  test('empty says so, with what can be done about it', async () => {
    await render(h(Empty, { children: createElement('a', { href: '#' }, 'Aggiungi') }));
    await expect.element(page.getByText(say('states.empty'))).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Aggiungi' })).toBeVisible();
  });
});
