// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslate } from '../i18n/translate.ts';
import { Field } from './Form.tsx';

interface BothProps<V extends FieldValues> {
  form: UseFormReturn<V>;
  /** Field names for the two languages. */
  it: Path<V>;
  en: Path<V>;
  label: string;
  rows?: number;
  required?: boolean;
}

/** A text field in both languages. */
export function Both<V extends FieldValues>({ form, it, en, label, rows, required = false }: BothProps<V>) {
  const { t } = useTranslate();
  const tall = rows ? { rows } : {};
  return (
    <>
      <Field form={form} name={it} label={t('form.inItalian', { label })} lang="it" required={required} {...tall} />
      <Field form={form} name={en} label={t('form.inEnglish', { label })} lang="en" {...tall} />
    </>
  );
}
