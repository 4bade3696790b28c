// SPDX-License-Identifier: AGPL-3.0-or-later
import { createElement, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Problem } from '../../web/http.ts';
import { Acts } from '../../web/ui/Acts.tsx';
import { AskTwice } from '../../web/ui/AskTwice.tsx';
import { focused, h, render, say } from '../harness/render.ts';
import { problem } from '../harness/replies.ts';

type Act = 'report' | 'close';
const names = { report: 'Riferisci', close: 'Chiudi' };

const acts = (more: { asked?: Act; onAnswered?: () => void } = {}) =>
  h(Acts<Act>, {
    title: 'Che cosa si può fare',
    acts: ['report', 'close'],
    label: (act) => names[act],
    formOf: (act, { onDone, onCancel }) =>
      createElement(
        'div',
        {},
        createElement('input', { 'aria-label': `Modulo ${names[act]}` }),
        createElement('button', { type: 'button', onClick: onDone }, 'Fatto'),
        createElement('button', { type: 'button', onClick: onCancel }, 'Lascia'),
      ),
    ...more,
  });
const button = (name: string) => page.getByRole('button', { name });
const form = (act: Act) => page.getByLabelText(`Modulo ${names[act]}`);

describe('what can be done with a thing', () => {
  test('opens one form at a time, and closes it by the same button', async () => {
    await render(acts());
    await expect.element(form('report')).not.toBeInTheDocument();
    await button('Riferisci').click();
    await form('report').fill('testo');
    await expect.element(button('Riferisci')).toHaveAttribute('aria-pressed', 'true');
    await button('Chiudi').click();
    await expect.element(form('report')).not.toBeInTheDocument();
    await expect.element(form('close')).toHaveValue('');
    await button('Chiudi').click();
    await expect.element(form('close')).not.toBeInTheDocument();
    await expect.element(button('Chiudi')).toHaveAttribute('aria-pressed', 'false');
  });

  test('says that it was done, and nothing where it was given up', async () => {
    const onAnswered = vi.fn();
    await render(acts({ onAnswered }));
    await button('Riferisci').click();
    await button('Lascia').click();
    await expect.element(form('report')).not.toBeInTheDocument();
    await expect.element(page.getByText(say('keep.done'))).not.toBeInTheDocument();
    await button('Riferisci').click();
    await button('Fatto').click();
    await expect.element(page.getByRole('status').getByText(say('keep.done'))).toBeVisible();
    expect(onAnswered).toHaveBeenCalledTimes(4);
    await button('Riferisci').click();
    await expect.element(page.getByText(say('keep.done'))).not.toBeInTheDocument();
  });

  test('opens what the address asks for, and leads the keyboard there', async () => {
    await render(acts({ asked: 'close' }));
    await expect.element(form('close')).toBeVisible();
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H2'));
  });

  test('is chosen by keyboard alone', async () => {
    await render(acts());
    await userEvent.tab();
    expect(focused()).toBe('Riferisci');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    expect(focused()).toBe('Modulo Chiudi');
  });
});

describe('an act that is asked for twice', () => {
  function Trial({ onYes, refused = null }: { onYes: () => Promise<unknown>; refused?: Problem | null }) {
    const [busy, setBusy] = useState(false);
    const sent = () => {
      setBusy(true);
      return onYes();
    };
    return h(AskTwice, {
      label: 'Ritira',
      name: 'Ritira la domanda 3',
      question: 'Ritirare davvero?',
      yes: 'Sì, ritira',
      problem: refused,
      busy,
      onYes: sent,
    });
  }
  const first = () => button('Ritira la domanda 3');

  test('is sent by the second button alone, and once', async () => {
    const onYes = vi.fn(() => new Promise(() => undefined));
    await render(h(Trial, { onYes }));
    await first().click();
    expect(onYes).not.toHaveBeenCalled();
    await button('Sì, ritira').click();
    await expect.element(button('Sì, ritira')).toHaveAttribute('aria-disabled', 'true');
    await button('Sì, ritira').click({ force: true });
    expect(onYes).toHaveBeenCalledOnce();
  });

  test('shows what was refused beside the question', async () => {
    const refused = new Problem(problem(409, { detail: 'È già ritirata.' }));
    await render(h(Trial, { onYes: () => Promise.reject(refused), refused }));
    await first().click();
    await button('Sì, ritira').click();
    await expect.element(page.getByRole('alert').getByText('È già ritirata.')).toBeVisible();
    await expect.element(page.getByText('Ritirare davvero?')).toBeVisible();
  });

  test('leads the keyboard to its question, and back to its button when it is left', async () => {
    const onYes = vi.fn(async () => undefined);
    await render(h(Trial, { onYes }));
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focused()).toBe('Ritirare davvero?'));
    await userEvent.tab();
    await userEvent.tab();
    expect(focused()).toBe(say('form.leave'));
    await userEvent.keyboard('{Enter}');
    await expect.element(first()).toHaveFocus();
    expect(onYes).not.toHaveBeenCalled();
  });

  test('takes no focus before it is asked for', async () => {
    await render(h(Trial, { onYes: async () => undefined }));
    expect(document.activeElement?.tagName).toBe('MAIN');
  });
});
