// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { InputOf } from '../../api/contract.ts';
import type { editLab } from '../../api/entries/contract.ts';
import type { Section } from '../../api/labs/rules.ts';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';
import type { Lab } from '../labs/queries.ts';
import { Overtaken } from '../ui/Conflict.tsx';
import { Form } from '../ui/Form.tsx';
import { type Kept, useKeptForm } from '../ui/kept.ts';
import { useEditing } from './queries.ts';

export interface SectionProps {
  lab: Lab;
  onDone: () => void;
  onCancel: () => void;
}

interface SectionFormProps<V extends FieldValues> extends SectionProps {
  section: Exclude<Section, 'machines'>;
  /** The section as it stands, as it is typed; and what was typed, as it is sent. */
  typed: V;
  inputOf: (typed: V) => InputOf<typeof editLab>;
  children: (form: Kept<V>) => ReactNode;
}

/** One section of an entry: saved by itself, kept where there is no connection. */
export function SectionForm<V extends FieldValues>(props: SectionFormProps<V>) {
  const { lab, section, typed, inputOf, onDone, onCancel, children } = props;
  const { t } = useTold();
  const { age } = useFormat();
  const { edit, current, ...sending } = useEditing(lab, t(`entry.sections.${section}`));
  const {
    form,
    props: of,
    again,
  } = useKeptForm<V, void>({
    name: `entry.${lab.key}.${section}`,
    empty: typed,
    sending,
    send: (values) => edit(inputOf(values)),
    onDone,
  });
  return (
    <Form {...of} submit={t('fields.save')} onCancel={onCancel}>
      {children(form)}
      {current && (
        <Overtaken onAnyway={form.handleSubmit(again)}>
          <p>
            {current.confirmed[section]
              ? t('entry.confirmedOn', { age: age(current.confirmed[section], new Date()) })
              : t('entry.never')}
          </p>
        </Overtaken>
      )}
    </Form>
  );
}

/** Words of two languages as they are sent; none where the Italian is empty. */
export const textOrNull = (it: string, en: string) =>
  it.trim() ? { it: it.trim(), ...(en.trim() ? { en: en.trim() } : {}) } : null;

export const numberOrNull = (typed: unknown): number | null =>
  typed === null || typed === undefined || typed === '' || Number.isNaN(Number(typed)) ? null : Number(typed);
