// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { askQuestion, listQuestions } from '../../../api/calls/questions/contract.ts';
import { AskQuestion } from '../../../web/calls/questions/AskQuestion.tsx';
import { OpenQuestions } from '../../../web/calls/questions/OpenQuestions.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answering, answeringPart, refusing } from '../../harness/replies.ts';

test('a question is sent in the language of the page, and the form is cleared', async () => {
  const answers = [answeringPart('POST', '/calls/bando/questions', { done: true })];
  const asked = await render(h(AskQuestion, { call: 'bando' }), { language: 'en', answers, role: 'applicant' });
  await userEvent.tab();
  await userEvent.keyboard('May I?');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(say('questions.sent'))).toBeVisible();
  await vi.waitFor(() => expect(asked.map(({ body }) => body)).toContainEqual({ words: 'May I?', language: 'en' }));
  await expect.element(page.getByRole('textbox')).toHaveValue('');
});

test('a refused question keeps its input', async () => {
  const answers = [refusing(askQuestion, 409, { detail: 'Il tempo è finito.' })];
  await render(h(AskQuestion, { call: 'bando' }), { answers });
  await page.getByRole('textbox').fill('Si può?');
  await page.getByRole('button', { name: say('questions.send') }).click();
  await expect.element(page.getByRole('alert').getByText('Il tempo è finito.')).toBeVisible();
  await expect.element(page.getByRole('textbox')).toHaveValue('Si può?');
});

test('open questions are in their own language, and one is answered at a time', async () => {
  const items = [
    { questionId: 1, askedAt: '2026-04-01T10:00:00Z', language: 'it' as const, words: 'Si può?' },
    { questionId: 2, askedAt: '2026-04-02T10:00:00Z', language: 'en' as const, words: 'May I?' },
  ];
  const form = h(OpenQuestions, { call: 'bando', answering: ({ questionId }) => `modulo ${questionId}` });
  await render(form, { answers: [answering(listQuestions, { items })] });
  await expect.element(page.getByText('May I?', { exact: true })).toHaveAttribute('lang', 'en');
  const open = page.getByRole('button').nth(1);
  await open.click();
  await expect.element(open).toHaveAttribute('aria-expanded', 'true');
  expect(document.querySelector('main')?.textContent).toContain('modulo 2');
  expect(document.querySelector('main')?.textContent).not.toContain('modulo 1');
});
