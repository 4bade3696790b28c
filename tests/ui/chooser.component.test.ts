// SPDX-License-Identifier: AGPL-3.0-or-later
import { createElement, Fragment, useState } from 'react';
import { useForm } from 'react-hook-form';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Chooser, useChooser } from '../../web/ui/chooser.ts';
import { Field, Form } from '../../web/ui/Form.tsx';
import { h, render } from '../harness/render.ts';

interface Typed {
  owner: string;
}

interface Item {
  key: string;
  name: { it: string };
}

const items: Item[] = Array.from({ length: 30 }, (_, at) => ({ key: `n${at}`, name: { it: `Ente ${at}` } }));
const mostAtOnce = 20;

/** A list that answers with at most 20 items, once `arrived`. */
const listOf = (arrived: boolean) => (q: string | undefined) => {
  const found = items.filter(({ name }) => !q || name.it.includes(q));
  return { data: arrived ? { items: found.slice(0, mostAtOnce), total: found.length } : undefined };
};

interface Trial {
  stored: Item;
  send: (typed: Typed) => void;
}

function TrialForm({ stored, send }: Trial) {
  const [arrived, setArrived] = useState(false);
  const form = useForm<Typed>({ defaultValues: { owner: stored.key } });
  const useFound = listOf(arrived);
  const owner: Chooser = useChooser(useFound, { none: '—', stored: [stored] });
  const onSubmit = async (typed: Typed) => send(typed);
  return createElement(
    Fragment,
    {},
    h(Form<Typed>, {
      form,
      problem: null,
      busy: false,
      submit: 'Salva',
      onSubmit,
      children: h(Field<Typed>, { form, name: 'owner', label: 'Proprietario', ...owner }),
    }),
    createElement('button', { type: 'button', onClick: () => setArrived(true) }, 'Arriva'),
  );
}

const select = () => page.getByRole('combobox', { name: /^Proprietario/ });
const chosen = () => (select().element() as HTMLSelectElement).selectedOptions[0]?.textContent;
const press = (name: string) => userEvent.click(page.getByRole('button', { name }));

async function opened(stored: Item) {
  const send = vi.fn();
  await render(h(TrialForm, { stored, send }));
  return send;
}

describe('a choice from a list', () => {
  test('shows and sends its stored value before, and after, the list arrives', async () => {
    const send = await opened({ key: 'n3', name: { it: 'Ente 3' } });
    expect(chosen()).toBe('Ente 3');
    await press('Salva');
    expect(send).toHaveBeenLastCalledWith({ owner: 'n3' });
    await press('Arriva');
    await expect.element(page.getByRole('option', { name: 'Ente 4' })).toBeInTheDocument();
    expect(chosen()).toBe('Ente 3');
    await press('Salva');
    expect(send).toHaveBeenLastCalledWith({ owner: 'n3' });
  });

  test('keeps a stored value that the list does not reach', async () => {
    const send = await opened({ key: 'n29', name: { it: 'Ente 29' } });
    await press('Arriva');
    await expect.element(page.getByRole('option', { name: 'Ente 4' })).toBeInTheDocument();
    expect(chosen()).toBe('Ente 29');
    await press('Salva');
    expect(send).toHaveBeenLastCalledWith({ owner: 'n29' });
  });

  test('is searched if it is longer than one reply, and keeps what was chosen while searching', async () => {
    const send = await opened({ key: 'n3', name: { it: 'Ente 3' } });
    await press('Arriva');
    const search = page.getByRole('searchbox');
    await userEvent.fill(search, 'Ente 2');
    await expect.element(page.getByRole('option', { name: 'Ente 25' })).toBeInTheDocument();
    await userEvent.selectOptions(select(), 'n25');
    // Enter searches and does not send.
    await userEvent.fill(search, 'Ente 1');
    await userEvent.type(search, '{enter}');
    expect(send).not.toHaveBeenCalled();
    await expect.element(page.getByRole('option', { name: 'Ente 24' })).not.toBeInTheDocument();
    expect(chosen()).toBe('Ente 25');
    await press('Salva');
    expect(send).toHaveBeenLastCalledWith({ owner: 'n25' });
  });
});
