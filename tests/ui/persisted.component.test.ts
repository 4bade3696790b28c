// SPDX-License-Identifier: AGPL-3.0-or-later
import { createElement, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Problem } from '../../web/http.ts';
import { EditSection, type Ends } from '../../web/ui/EditSection.tsx';
import { Field } from '../../web/ui/Form.tsx';
import { PersistedSection } from '../../web/ui/PersistedSection.tsx';
import { forgetTyped, type PersistedForm } from '../../web/ui/persisted.ts';
import { focused, h, render, say } from '../harness/render.ts';
import { problem } from '../harness/replies.ts';

interface Typed {
  phone: string;
}

interface Trial {
  send: (typed: Typed) => Promise<void>;
  /** Content shown after an edit conflict. */
  overtaken?: string | null;
}

function TrialForm({ send, overtaken = null, onDone, onCancel }: Trial & Ends) {
  const [refused, setRefused] = useState<Problem | null>(null);
  const sending = (typed: Typed) =>
    send(typed).catch((cause) => {
      setRefused(cause);
      throw cause;
    });
  return h(PersistedSection<Typed, void>, {
    name: 'contact.officina',
    typed: { phone: '02 1' },
    sending: { problem: refused, busy: false },
    send: sending,
    overtaken,
    onDone,
    onCancel,
    children: (form: PersistedForm<Typed>) => h(Field<Typed>, { form, name: 'phone', label: 'Telefono' }),
  });
}

const section = (trial: Trial) =>
  h(EditSection, {
    id: 'contact',
    title: 'Contatti',
    children: createElement('p', {}, '02 1'),
    form: (ends) => h(TrialForm, { ...trial, ...ends }),
  });

const edit = () => page.getByRole('button', { name: say('entry.editNamed', { section: 'Contatti' }) });
const phone = () => page.getByLabelText(/^Telefono/);
const save = () => page.getByRole('button', { name: say('fields.save') });
const sent = async () => undefined;

describe('a section', () => {
  test('has no button for whoever may not edit it', async () => {
    await render(h(EditSection, { id: 'contact', title: 'Contatti', children: '02 1' }));
    await expect.element(page.getByRole('heading', { name: 'Contatti' })).toBeVisible();
    expect(page.getByRole('button').elements()).toEqual([]);
  });

  test('opens with what is stored in place of what it tells', async () => {
    await render(section({ send: sent }));
    await expect.element(page.getByText('02 1')).toBeVisible();
    await edit().click();
    await expect.element(phone()).toHaveValue('02 1');
    await expect.element(page.getByText('02 1')).not.toBeInTheDocument();
    await expect.element(edit()).not.toBeInTheDocument();
  });

  test('says that it is saved only once the server has answered', async () => {
    let arrive = () => {};
    await render(section({ send: () => new Promise<void>((resolve) => (arrive = resolve)) }));
    await edit().click();
    await phone().fill('02 2');
    await save().click();
    await expect.element(page.getByText(say('entry.saved'))).not.toBeInTheDocument();
    arrive();
    await expect.element(page.getByRole('status').filter({ hasText: say('entry.saved') })).toBeVisible();
    await expect.element(phone()).not.toBeInTheDocument();
  });

  test('is opened, given up and saved by keyboard, which goes on from its button', async () => {
    const send = vi.fn(sent);
    await render(section({ send }));
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(phone()).toBeVisible();
    page
      .getByRole('button', { name: say('form.cancel') })
      .element()
      .focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(edit()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    expect(focused()).toContain('Telefono');
    await userEvent.keyboard('{Control>}a{/Control}02 9{Enter}');
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ phone: '02 9' }));
    await expect.element(edit()).toHaveFocus();
  });
});

describe('what was typed', () => {
  const cameBack = () => page.getByText(say('form.cameBack'), { exact: false });
  const refuse = () => Promise.reject(new Problem(problem(500, { detail: 'Guasto.' })));

  test('stands in the form after a refusal', async () => {
    await render(section({ send: refuse }));
    await edit().click();
    await phone().fill('02 2');
    await save().click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Guasto.');
    await expect.element(phone()).toHaveValue('02 2');
  });

  test('comes back where the form is opened again, and can be given up', async () => {
    await render(section({ send: refuse }));
    await edit().click();
    await expect.element(cameBack()).not.toBeInTheDocument();
    await phone().fill('02 2');
    await page.getByRole('button', { name: say('form.cancel') }).click();
    await edit().click();
    await expect.element(cameBack()).toBeVisible();
    await expect.element(phone()).toHaveValue('02 2');
    await page.getByRole('button', { name: say('form.giveUp') }).click();
    await expect.element(phone()).toHaveValue('02 1');
    await expect.element(cameBack()).not.toBeInTheDocument();
    expect({ ...localStorage }).toEqual({});
  });

  test('is kept for the person and the programme, and not once it was sent', async () => {
    await render(section({ send: sent }), { role: 'official' });
    await edit().click();
    await phone().fill('02 3');
    await vi.waitFor(() =>
      expect(localStorage.getItem('officina.typed.anna@comune.example.prova.contact.officina')).toBe(
        '{"phone":"02 3"}',
      ),
    );
    await save().click();
    await vi.waitFor(() => expect(localStorage.length).toBe(0));
  });

  test('is forgotten when one signs out, and nothing else is', () => {
    localStorage.setItem('officina.typed.anna.prova.contact', '{}');
    localStorage.setItem('other', '1');
    forgetTyped();
    expect(Object.keys(localStorage)).toEqual(['other']);
    localStorage.removeItem('other');
  });

  test('does not keep the form from opening where what was kept cannot be read', async () => {
    localStorage.setItem('officina.typed..prova.contact.officina', '{broken');
    await render(section({ send: sent }));
    await edit().click();
    await expect.element(phone()).toHaveValue('02 1');
  });

  test('can be sent over what somebody else wrote meanwhile, once that is said', async () => {
    const send = vi.fn(sent);
    await render(section({ send, overtaken: 'Ora il telefono è 02 7.' }));
    await edit().click();
    await phone().fill('02 4');
    await expect.element(page.getByRole('alert').getByText('Ora il telefono è 02 7.')).toBeVisible();
    await page.getByRole('button', { name: say('conflict.anyway') }).click();
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ phone: '02 4' }));
  });
});
