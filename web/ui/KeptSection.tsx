// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { Problem } from '../http.ts';
import { useTold } from '../i18n/told.ts';
import { Overtaken } from './Conflict.tsx';
import type { Ends } from './EditSection.tsx';
import { Form } from './Form.tsx';
import { type Kept, useKeptForm } from './kept.ts';

interface KeptSectionProps<V extends FieldValues> extends Ends {
  /** Key of the stored input. */
  name: string;
  /** Current values of the section, in form format. */
  typed: V;
  sending: { problem: Problem | null; busy: boolean };
  send: (typed: V) => Promise<void>;
  /** Content shown after an edit conflict; null if there is none. */
  overtaken: ReactNode;
  children: (form: Kept<V>) => ReactNode;
}

/** One section of an entry, saved separately. */
export function KeptSection<V extends FieldValues>(of: KeptSectionProps<V>) {
  const { name, typed, sending, send, overtaken, onDone, onCancel, children } = of;
  const { t } = useTold();
  const { form, props, again } = useKeptForm<V, void>({ name, empty: typed, sending, send, onDone });
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
