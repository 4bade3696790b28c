// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FieldValues, Path } from 'react-hook-form';
import type { InputOf } from '../../api/contract.ts';
import type { editSpace } from '../../api/spaces/contract.ts';
import type { Section } from '../../api/spaces/rules.ts';
import { useTold } from '../i18n/told.ts';
import { useActingOn } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Overtaken } from '../ui/Conflict.tsx';
import type { Ends } from '../ui/EditSection.tsx';
import { Field, Form } from '../ui/Form.tsx';
import { type Kept, useKeptForm } from '../ui/kept.ts';
import type { Space } from './queries.ts';

export interface SpaceFormProps extends Ends {
  space: Space;
}

interface SectionFormProps<V extends FieldValues> extends SpaceFormProps {
  section: Section;
  /** The section as it stands, as it is typed; and what was typed, as it is sent. */
  typed: V;
  inputOf: (typed: V) => InputOf<typeof editSpace>;
  children: (form: Kept<V>) => ReactNode;
}

/** One section of a space, saved by itself. */
export function SpaceForm<V extends FieldValues>(props: SectionFormProps<V>) {
  const { space, section, typed, inputOf, onDone, onCancel, children } = props;
  const { t } = useTold();
  const { programme } = useAddress();
  const { act, current, ...sending } = useActingOn<typeof editSpace, Space>(
    'PATCH',
    '/api/v1/programmes/{programme}/spaces/{space}',
    space,
  );
  const {
    form,
    props: of,
    again,
  } = useKeptForm<V, void>({
    name: `space.${space.key}.${section}`,
    empty: typed,
    sending,
    send: (values) => act({ programme, space: space.key }, inputOf(values)),
    onDone,
  });
  return (
    <Form {...of} submit={t('fields.save')} onCancel={onCancel}>
      {children(form)}
      {current && (
        <Overtaken onAnyway={form.handleSubmit(again)}>
          <p>{t('census.form.changedMeanwhile')}</p>
        </Overtaken>
      )}
    </Form>
  );
}

interface BothProps<V extends FieldValues> {
  form: Kept<V>;
  /** The fields of the two languages. */
  it: Path<V>;
  en: Path<V>;
  label: string;
  rows?: number;
  required?: boolean;
}

/** One text in both languages. */
export function Both<V extends FieldValues>({ form, it, en, label, rows, required = false }: BothProps<V>) {
  const { t } = useTold();
  const tall = rows ? { rows } : {};
  return (
    <>
      <Field form={form} name={it} label={t('form.inItalian', { label })} lang="it" required={required} {...tall} />
      <Field form={form} name={en} label={t('form.inEnglish', { label })} lang="en" {...tall} />
    </>
  );
}

/** What may be left open, to choose from. */
export const orNone = <K extends string>(values: readonly K[], label: (value: K) => string) => [
  { value: '', label: '—' },
  ...values.map((value) => ({ value: value as string, label: label(value) })),
];
