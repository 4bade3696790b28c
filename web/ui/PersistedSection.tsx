// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { Problem } from '../http.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Overtaken } from './Conflict.tsx';
import type { Ends } from './EditSection.tsx';
import { Form } from './Form.tsx';
import { type PersistedForm, usePersistedForm } from './persisted.ts';

interface PersistedSectionProps<V extends FieldValues, R> extends Ends<R> {
  /** Key of the stored input. */
  name: string;
  /** Current values of the section, in form format. */
  typed: V;
  sending: { problem: Problem | null; busy: boolean };
  send: (typed: V) => Promise<R>;
  /** Content shown after an edit conflict; null if there is none. */
  overtaken: ReactNode;
  children: (form: PersistedForm<V>) => ReactNode;
}

/** One section of an entry, saved separately. */
export function PersistedSection<V extends FieldValues, R>(of: PersistedSectionProps<V, R>) {
  const { name, typed, sending, send, overtaken, onDone, onCancel, children } = of;
  const { t } = useTranslate();
  const { form, props, again } = usePersistedForm<V, R>({ name, empty: typed, sending, send, onDone });
  return (
    <Form {...props} submit={t('fields.save')} onCancel={onCancel}>
      {children(form)}
      {overtaken !== null && (
        <Overtaken onAnyway={form.handleSubmit(again)}>
          <p>{overtaken}</p>
        </Overtaken>
      )}
    </Form>
  );
}
