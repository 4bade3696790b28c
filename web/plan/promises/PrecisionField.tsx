// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { Precision } from '../../../api/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Field } from '../../ui/Form.tsx';

const precisions: readonly Precision[] = ['day', 'month', 'quarter', 'half-year', 'year', 'cycle'];

/** Precision of a date: "by June" is due on 30 June and is shown as June. */
export function PrecisionField<V extends FieldValues>({ form, name }: { form: UseFormReturn<V>; name: Path<V> }) {
  const { t } = useTranslate();
  return (
    <Field
      form={form}
      name={name}
      label={t('keep.precision')}
      options={precisions.map((value) => ({ value, label: t(`keep.precisions.${value}`) }))}
      required
    />
  );
}
