// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FieldValues } from 'react-hook-form';
import { useTranslate } from '../../i18n/translate.ts';
import type { Chooser } from '../../ui/chooser.ts';
import { FormConflict } from '../../ui/FormConflict.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { useMilestoneChoices } from './MilestoneFields.tsx';

interface MilestoneConflictProps<V extends FieldValues> {
  form: PersistedForm<V>;
  names: readonly (keyof V & string)[];
  /** Values when typing began, and the current values. */
  before: V;
  theirs: V;
  onMerge: (merged: V) => void;
}

/** Both versions of a milestone, with keys shown as names. */
export function MilestoneConflict<V extends FieldValues>({ names, ...versions }: MilestoneConflictProps<V>) {
  const { t } = useTranslate();
  const { choices, labels } = useMilestoneChoices(String(versions.form.getValues().area));
  const all: Record<string, string> = {
    ...labels,
    plannedOn: t('fields.planned'),
    precision: t('keep.precision'),
    weight: t('fields.weight'),
  };
  const options: Record<string, Chooser['options']> = { ...choices, owner: choices.owner.options };
  const shown = (name: string, value: unknown) =>
    options[name]?.find((one) => one.value === value)?.label ?? String(value);
  const fields = names.map((name) => ({ name, label: all[name] ?? name }));
  return <FormConflict {...versions} fields={fields} shown={shown} />;
}
