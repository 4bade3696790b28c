// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { spaceRecord } from '../../../api/spaces/directory/fields.ts';
import { useFacts } from '../../../web/platform/fields/FieldValue.tsx';
import { PlainSpace } from '../../../web/spaces/directory/PlainSpace.tsx';
import { Facts } from '../../../web/ui/Facts.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answeringPart } from '../../harness/replies.ts';

const space = {
  key: 'ex-forno',
  name: { it: 'Ex forno' },
  version: 3,
  floorAreaM2: 1200.5,
  floors: null,
  condition: 'minor-works',
  energyClass: null,
  accessibility: 'partly',
  utilities: ['water', 'three-phase'],
};

function SizeFacts() {
  return h(Facts, { facts: useFacts(spaceRecord)('facts', space) });
}

test('the facts of a section follow from its fields, unknown ones said as such', async () => {
  await render(h(SizeFacts, {}));
  const shown = [...document.querySelectorAll('.facts > div')].map((one) => one.textContent);
  expect(shown).toEqual([
    'Superficie1.200,5\u00a0m²',
    `Piani${say('table.notRecorded')}`,
    'Condizioniservono lavori leggeri',
    `Classe energetica${say('table.notRecorded')}`,
    'Accesso in carrozzinaaccessibile in parte',
    'Utenze e impiantiacqua e corrente trifase',
  ]);
});

test('the form of a section follows from its fields, and sends what was typed', async () => {
  const onDone = vi.fn();
  const answers = [answeringPart('PATCH', '/spaces/ex-forno', { key: 'ex-forno', version: 4 })];
  const form = h(PlainSpace, { section: 'facts', space: space as never, onDone, onCancel: () => undefined });
  const asked = await render(form, { answers, role: 'official' });
  await expect.element(page.getByLabelText(/^Superficie \(m²\)/)).toHaveValue(1200.5);
  await page.getByLabelText(/^Piani/).fill('3');
  await page.getByLabelText(/^Condizioni/).selectOptions('inagibile');
  await page.getByLabelText('corrente trifase').click();
  await page.getByRole('button', { name: say('fields.save') }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({
    floorAreaM2: 1200.5,
    floors: 3,
    condition: 'unsafe',
    energyClass: null,
    accessibility: 'partly',
    utilities: ['water'],
  });
});
