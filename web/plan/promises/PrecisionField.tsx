// SPDX-License-Identifier: AGPL-3.0-or-later

import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { precisionWords } from '../../../api/platform/fields/choices.fields.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Field } from '../../ui/Form.tsx';

const precisions = choicesOf({ choices: precisionWords });

/** Precision of a date: "by June" is due on 30 June and is shown as June. */
export function PrecisionField<V extends FieldValues>({ form, name }: { form: UseFormReturn<V>; name: Path<V> }) {
  const { t, said } = useTranslate();
  return (
    <Field
      form={form}
      name={name}
      label={t('keep.precision')}
      options={precisions.map((value) => ({ value, label: said(precisionWords[value]) }))}
      required
    />
  );
}
