// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslate } from '../i18n/translate.ts';
import { useAddress } from './address.ts';
import { Field } from './Form.tsx';

/** The reason for a change, shown in the history. */
export function WhyField<V extends FieldValues & { why: string }>({ form }: { form: UseFormReturn<V> }) {
  const { t } = useTranslate();
  const { language } = useAddress();
  return <Field form={form} name={'why' as Path<V>} label={t('keep.why')} hint={t('keep.whyHint')} lang={language} />;
}

/** The reason as an API value: undefined if empty. */
export const whyOf = (why: string) => (why.trim() ? { why: why.trim() } : {});
