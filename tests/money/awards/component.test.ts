// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { EndForm } from '../../../web/money/awards/EndForm.tsx';
import { Timeline } from '../../../web/money/awards/Timeline.tsx';
import { Awarded } from '../../../web/plan/areas/Awarded.tsx';
import { h, render, say, starting } from '../../harness/render.ts';

const award = {
  key: 'bando.a1',
  awarded: { date: '2026-01-10', precision: 'day' },
  space: { key: 's' },
  signedOn: '2026-01-20',
  signedAct: 'Rep. 9',
  keysOn: null,
  openedOn: null,
  endedOn: null,
  endedAct: null,
  endedReason: null,
  stage: 'signed',
  jobs: null,
  jobsCountedOn: null,
  firstCome: true,
  paidEur: 0,
  version: 1,
};
const steps = () =>
  [...document.querySelectorAll('.moment')].map((one) => [
    one.querySelector('h3')?.textContent,
    one.classList.contains('is-provisional'),
  ]);

test('future steps are last and hollow', async () => {
  await render(h(Timeline, { award: award as never }));
  expect(steps()).toEqual([
    [say('awards.steps.awarded'), false],
    [say('awards.steps.signed'), false],
    [say('awards.steps.keys'), true],
    [say('awards.steps.opened'), true],
  ]);
});

test('an ended award has no future steps', async () => {
  const ended = {
    ...award,
    endedOn: '2026-03-01',
    stage: 'revoked',
    endedAct: 'DD 5',
    endedReason: { it: 'Mai aperta' },
  };
  await render(h(Timeline, { award: ended as never }));
  expect(steps().map(([name]) => name)).toEqual([
    say('awards.steps.awarded'),
    say('awards.steps.signed'),
    say('awards.steps.revoked'),
  ]);
  expect(document.querySelector('main')?.textContent).toContain('DD 5: Mai aperta');
});

test('a revocation requires act and reason, other ends do not', async () => {
  const ends = { onDone: () => undefined, onCancel: () => undefined };
  await render(h(EndForm, { award: award as never, ...ends }));
  const act = page.getByLabelText(starting('awards.act')).last();
  await expect.element(act).not.toBeRequired();
  await expect.element(page.getByText(say('awards.moneyBack'))).toBeVisible();
  await page.getByRole('combobox').selectOptions('revoked');
  await expect.element(act).toBeRequired();
  await page.getByRole('combobox').selectOptions('term-ended');
  await expect.element(page.getByText(say('awards.moneyBack'))).not.toBeInTheDocument();
});

test('totals ignore what was not awarded', async () => {
  const of = { awards: 2, opened: 0, floorAreaM2: 0, amountEur: 0, paidEur: 0, jobs: 3 };
  await render(h(Awarded, { of }));
  const rows = [...document.querySelectorAll('dl > div')].map((one) => [...one.children].map((it) => it.textContent));
  expect(rows).toEqual([
    [say('awards.sums.awards'), '2'],
    [say('awards.jobs'), '3'],
  ]);
});
