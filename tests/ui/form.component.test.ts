// SPDX-License-Identifier: AGPL-3.0-or-later
import { createElement, Fragment, useState } from 'react';
import { useForm } from 'react-hook-form';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Problem } from '../../web/http.ts';
import { Both } from '../../web/ui/Both.tsx';
import { Choices } from '../../web/ui/Choices.tsx';
import { Field, Form } from '../../web/ui/Form.tsx';
import { PointFields } from '../../web/ui/PointFields.tsx';
import { WhyField, whyOf } from '../../web/ui/WhyField.tsx';
import { focused, h, render, say, starting } from '../harness/render.ts';
import { problem } from '../harness/replies.ts';

interface Typed {
  nameIt: string;
  nameEn: string;
  latitude: string;
  longitude: string;
  surface: number | null;
  kinds: string[];
  why: string;
}

/** Number inputs yield numbers, and null if empty. */
const sentEmpty = { latitude: null, longitude: null };
const empty: Typed = { nameIt: '', nameEn: '', latitude: '', longitude: '', surface: null, kinds: [], why: '' };

interface Trial {
  /** Resolves, or throws the server's problem. */
  send?: (typed: Typed) => Promise<unknown>;
  onCancel?: () => void;
}

/** A typical form. */
function TrialForm({ send = async () => undefined, onCancel }: Trial) {
  const form = useForm<Typed>({ defaultValues: empty });
  const [refused, setRefused] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const onSubmit = async (typed: Typed) => {
    setBusy(true);
    setRefused(null);
    try {
      await send(typed);
    } catch (cause) {
      setRefused(cause as Problem);
      throw cause;
    } finally {
      setBusy(false);
    }
  };
  const options = [
    { value: 'wood', label: 'Legno' },
    { value: 'metal', label: 'Metallo' },
  ];
  const children = createElement(
    Fragment,
    {},
    ...[
      h(Both<Typed>, { form, it: 'nameIt', en: 'nameEn', label: 'Nome', required: true }),
      h(Field<Typed>, { form, name: 'surface', label: 'Superficie', type: 'number', step: 'any', hint: 'In m²' }),
      h(Choices<Typed>, { form, name: 'kinds', label: 'Lavorazioni', options }),
      h(PointFields<Typed>, { form }),
      h(WhyField<Typed>, { form }),
    ],
  );
  const more = onCancel ? { onCancel } : {};
  return h(Form<Typed>, { form, problem: refused, busy, submit: 'Salva', onSubmit, label: 'Prova', children, ...more });
}

const refusedBy = (status: number, of: Parameters<typeof problem>[1] = {}) => new Problem(problem(status, of));
const field = (name: string | RegExp) => page.getByLabelText(name);
const submit = () => page.getByRole('button', { name: 'Salva' });

describe('a form', () => {
  test('sends what was typed: numbers as numbers, ticked choices as a list', async () => {
    const send = vi.fn(async () => undefined);
    await render(h(TrialForm, { send }));
    await field('Nome, in italiano').fill('Officina');
    await field(/^Nome, in inglese/).fill('Workshop');
    await field(/^Superficie/).fill('12.5');
    await page.getByRole('checkbox', { name: 'Metallo' }).click();
    await submit().click();
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
    expect(send).toHaveBeenCalledWith({
      ...empty,
      ...sentEmpty,
      nameIt: 'Officina',
      nameEn: 'Workshop',
      surface: 12.5,
      kinds: ['metal'],
    });
  });

  test('sends null for a number that was emptied', async () => {
    const send = vi.fn(async () => undefined);
    await render(h(TrialForm, { send }));
    await field('Nome, in italiano').fill('Officina');
    await field(/^Superficie/).fill('7');
    await field(/^Superficie/).clear();
    await submit().click();
    await vi.waitFor(() =>
      expect(send).toHaveBeenCalledWith({ ...empty, ...sentEmpty, nameIt: 'Officina', surface: null }),
    );
  });

  test('is not sent while a required field is empty', async () => {
    const send = vi.fn(async () => undefined);
    await render(h(TrialForm, { send }));
    await submit().click();
    expect(focused()).toContain('Nome, in italiano');
    expect(send).not.toHaveBeenCalled();
  });

  test('marks the field that the answer names, leads to it, and keeps what was typed', async () => {
    const errors = [{ name: 'name.en', reason: 'Troppo lungo.' }];
    await render(h(TrialForm, { send: () => Promise.reject(refusedBy(400, { detail: 'Un campo non va.', errors })) }));
    await field('Nome, in italiano').fill('Officina');
    await field(/^Nome, in inglese/).fill('Workshop');
    await submit().click();
    const named = field(/^Nome, in inglese/);
    await expect.element(named).toHaveAttribute('aria-invalid', 'true');
    await expect.element(named).toHaveAccessibleDescription('Troppo lungo.');
    await expect.element(named).toHaveFocus();
    await expect.element(named).toHaveValue('Workshop');
    await expect.element(field('Nome, in italiano')).not.toHaveAttribute('aria-invalid');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Un campo non va.');
  });

  test('can be sent again after a refusal, even one that names a field it does not have', async () => {
    const errors = [{ name: 'elsewhere', reason: 'Non va.' }];
    const send = vi.fn(async () => undefined as unknown);
    send.mockRejectedValueOnce(refusedBy(400, { detail: 'Non va.', errors }));
    await render(h(TrialForm, { send }));
    await field('Nome, in italiano').fill('Officina');
    await submit().click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await submit().click();
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('says that it is sending, and is sent once however often it is asked', async () => {
    let arrive = () => {};
    const send = vi.fn(() => new Promise<void>((resolve) => (arrive = resolve)));
    await render(h(TrialForm, { send }));
    await field('Nome, in italiano').fill('Officina');
    await submit().click();
    const busy = page.getByRole('button', { name: say('form.sending') });
    await expect.element(busy).toHaveAttribute('aria-disabled', 'true');
    // aria-disabled keeps the button in the tab order; a second press must not send.
    await userEvent.keyboard('{Enter}{Enter}');
    expect(send).toHaveBeenCalledOnce();
    arrive();
    await expect.element(submit()).toHaveAttribute('aria-disabled', 'false');
  });

  test('says in its own words that there was no answer', async () => {
    await render(h(TrialForm, { send: () => Promise.reject(refusedBy(0)) }));
    await field('Nome, in italiano').fill('Officina');
    await submit().click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(say('form.silent'));
  });

  test('leads whoever is not signed in to sign in, and back to this page', async () => {
    await render(h(TrialForm, { send: () => Promise.reject(refusedBy(401, { detail: 'Accedi.' })) }), {
      at: 'labs?q=1',
    });
    await field('Nome, in italiano').fill('Officina');
    await submit().click();
    await expect
      .element(page.getByRole('alert').getByRole('link'))
      .toHaveAttribute('href', '/it/sign-in?to=%2Fit%2Fprova%2Flabs%3Fq%3D1');
  });

  test('tells whoever was signed in that the session ended', async () => {
    await render(h(TrialForm, { send: () => Promise.reject(refusedBy(401, { detail: 'Accedi.' })) }), {
      role: 'official',
    });
    await field('Nome, in italiano').fill('Officina');
    await submit().click();
    await expect.element(page.getByRole('alert').getByText(say('form.signedOut'))).toBeVisible();
  });

  test('is filled in, sent and left by keyboard alone', async () => {
    const send = vi.fn(async () => undefined);
    const onCancel = vi.fn();
    await render(h(TrialForm, { send, onCancel }));
    await userEvent.tab();
    await userEvent.keyboard('Officina');
    await userEvent.tab();
    await userEvent.keyboard('Workshop');
    await userEvent.tab();
    await userEvent.keyboard('40');
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await userEvent.tab();
    await userEvent.keyboard(' {Enter}');
    await vi.waitFor(() =>
      expect(send).toHaveBeenCalledWith({
        ...empty,
        ...sentEmpty,
        nameIt: 'Officina',
        nameEn: 'Workshop',
        surface: 40,
        kinds: ['wood', 'metal'],
      }),
    );
    for (let stop = 0; stop < 6; stop += 1) await userEvent.tab();
    expect(focused()).toBe(say('form.cancel'));
    await userEvent.keyboard('{Enter}');
    expect(onCancel).toHaveBeenCalledOnce();
  });
});

describe('a field', () => {
  test('is described by its hint, and says that it is optional unless it is required', async () => {
    await render(h(TrialForm, {}));
    await expect.element(field(/^Superficie/)).toHaveAccessibleDescription('In m²');
    await expect.element(field(/^Superficie/)).toHaveAccessibleName(`Superficie ${say('form.optional')}`);
    await expect.element(field('Nome, in italiano')).toHaveAccessibleName('Nome, in italiano');
    await expect.element(field('Nome, in italiano')).toBeRequired();
  });

  test('of two languages is marked with each, and only the Italian is required', async () => {
    await render(h(TrialForm, {}));
    await expect.element(field('Nome, in italiano')).toHaveAttribute('lang', 'it');
    await expect.element(field(/^Nome, in inglese/)).toHaveAttribute('lang', 'en');
    await expect.element(field(/^Nome, in inglese/)).not.toBeRequired();
  });

  test('of choices is a group with a name', async () => {
    await render(h(TrialForm, {}));
    await expect
      .element(page.getByRole('group', { name: 'Lavorazioni' }).getByRole('checkbox', { name: 'Legno' }))
      .not.toBeChecked();
  });

  test('of the reason is in the language of the page, and nothing is sent where it is blank', async () => {
    await render(h(TrialForm, {}), { language: 'en' });
    await expect.element(field(starting('keep.why'))).toHaveAttribute('lang', 'en');
    expect(whyOf('  ')).toEqual({});
    expect(whyOf(' rotto ')).toEqual({ why: 'rotto' });
  });
});

describe('the coordinates', () => {
  const here = () => page.getByRole('button', { name: say('entry.here') });
  const places = (take: Geolocation['getCurrentPosition']) =>
    vi.spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation(take);

  test('are taken from the device with five decimals', async () => {
    places((found) => found({ coords: { latitude: 45.4642035, longitude: 9.1899819 } } as GeolocationPosition));
    await render(h(TrialForm, {}));
    await here().click();
    await expect.element(field(starting('entry.latitude'))).toHaveValue(45.4642);
    await expect.element(field(starting('entry.longitude'))).toHaveValue(9.18998);
  });

  test('can still be typed where the device refuses, and the page says so', async () => {
    places((_, refuse) => refuse?.({} as GeolocationPositionError));
    await render(h(TrialForm, {}));
    await here().click();
    await expect.element(page.getByText(say('entry.hereFailed'))).toBeVisible();
    await field(starting('entry.latitude')).fill('45.1');
    await expect.element(field(starting('entry.latitude'))).toHaveValue(45.1);
  });
});
