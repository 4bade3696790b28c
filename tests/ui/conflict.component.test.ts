// SPDX-License-Identifier: AGPL-3.0-or-later
import { useForm } from 'react-hook-form';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Conflict, Overtaken } from '../../web/ui/Conflict.tsx';
import { FormConflict } from '../../web/ui/FormConflict.tsx';
import type { PersistedForm } from '../../web/ui/persisted.ts';
import { h, render, say } from '../harness/render.ts';

const fields = [
  { name: 'name', label: 'Nome', before: 'Officina', mine: 'Officina nuova', theirs: 'Officina' },
  { name: 'phone', label: 'Telefono', before: '1', mine: '1', theirs: '2' },
  { name: 'web', label: 'Sito', before: 'a', mine: 'b', theirs: 'c' },
  { name: 'note', label: 'Nota', before: 'x', mine: 'y', theirs: 'y' },
];
const side = (row: string, which: 'mine' | 'theirs') =>
  page
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .getByRole('radio')
    .nth(which === 'mine' ? 0 : 1);
const merge = () => page.getByRole('button', { name: say('conflict.merge') });

describe('a conflict', () => {
  test('chooses what only one of the two changed, and asks for nothing where both wrote the same', async () => {
    await render(h(Conflict, { fields, onMerge: () => undefined }));
    await expect.element(side('Nome', 'mine')).toBeChecked();
    await expect.element(side('Telefono', 'theirs')).toBeChecked();
    await expect.element(side('Sito', 'mine')).toBeChecked();
    expect(page.getByRole('row').elements()).toHaveLength(4);
    expect(page.getByText('Nota').elements()).toEqual([]);
  });

  test('gives back what was chosen, field by field', async () => {
    const onMerge = vi.fn();
    await render(h(Conflict, { fields, onMerge }));
    await side('Sito', 'theirs').click();
    await expect.element(side('Sito', 'mine')).not.toBeChecked();
    await merge().click();
    expect(onMerge).toHaveBeenCalledWith({ name: 'mine', phone: 'theirs', web: 'theirs', note: 'mine' });
  });

  test('is announced, and each choice names its field, whose it is and the value', async () => {
    await render(
      h(Conflict, { fields: [{ ...fields[2], theirs: '' } as (typeof fields)[0]], onMerge: () => undefined }),
    );
    await expect.element(page.getByRole('alert').getByRole('heading', { name: say('conflict.title') })).toBeVisible();
    await expect.element(side('Sito', 'mine')).toHaveAccessibleName(`Sito, ${say('conflict.mine')}: b`);
    await expect
      .element(side('Sito', 'theirs'))
      .toHaveAccessibleName(`Sito, ${say('conflict.theirs')}: ${say('conflict.empty')}`);
  });

  test('says so where nothing is in conflict, and can still be saved', async () => {
    const onMerge = vi.fn();
    await render(h(Conflict, { fields: fields.slice(3), onMerge }));
    await expect.element(page.getByText(say('conflict.same'))).toBeVisible();
    expect(page.getByRole('table').elements()).toEqual([]);
    await merge().click();
    expect(onMerge).toHaveBeenCalledOnce();
  });

  test('is decided by keyboard alone', async () => {
    const onMerge = vi.fn();
    await render(h(Conflict, { fields, onMerge }));
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(side('Nome', 'theirs')).toBeChecked();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onMerge).toHaveBeenCalledWith({ name: 'theirs', phone: 'theirs', web: 'mine', note: 'mine' });
  });
});

test('an act that was overtaken shows how the item stands now, and goes on only when asked to', async () => {
  const onAnyway = vi.fn();
  await render(h(Overtaken, { children: 'Ora è chiuso.', onAnyway }));
  await expect.element(page.getByRole('alert').getByText('Ora è chiuso.', { exact: false })).toBeVisible();
  expect(onAnyway).not.toHaveBeenCalled();
  await page.getByRole('button', { name: say('conflict.anyway') }).click();
  expect(onAnyway).toHaveBeenCalledOnce();
});

describe('a conflict in a form', () => {
  interface Typed {
    name: string;
    area: string;
    note: string;
  }
  const before = { name: 'Prima', area: 'a', note: 'nota' };
  const theirs = { name: 'Loro', area: 'b', note: 'di loro' };
  const areas: Record<string, string> = { a: 'Spazi', b: 'Lavoro' };

  function Trial({ onMerge }: { onMerge: (merged: Typed) => void }) {
    const form = useForm<Typed>({ defaultValues: { name: 'Mio', area: 'a', note: 'mia' } }) as PersistedForm<Typed>;
    return h(FormConflict<Typed>, {
      form,
      fields: [
        { name: 'name', label: 'Nome' },
        { name: 'area', label: 'Area' },
      ],
      shown: (name, value) => (name === 'area' ? (areas[String(value)] ?? '') : String(value)),
      before,
      theirs,
      onMerge: (merged) => onMerge({ ...merged, ...{ held: form.getValues() } }),
    });
  }

  test('puts what was chosen into the form, and leaves alone what it was not asked about', async () => {
    const onMerge = vi.fn();
    await render(h(Trial, { onMerge }));
    await expect.element(side('Area', 'theirs')).toHaveAccessibleName(`Area, ${say('conflict.theirs')}: Lavoro`);
    await merge().click();
    const merged = { name: 'Mio', area: 'b', note: 'mia' };
    expect(onMerge).toHaveBeenCalledWith({ ...merged, held: merged });
  });
});
