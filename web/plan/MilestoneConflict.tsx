// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FieldValues, Path } from 'react-hook-form';
import { useTold } from '../i18n/told.ts';
import { Conflict } from '../ui/Conflict.tsx';
import type { Kept } from '../ui/kept.ts';
import { useMilestoneChoices } from './MilestoneFields.tsx';

interface MilestoneConflictProps<V extends FieldValues> {
  form: Kept<V>;
  names: readonly (keyof V & string)[];
  /** As it was when the typing began, and as somebody else left it meanwhile. */
  before: V;
  theirs: V;
  onMerge: (merged: V) => void;
}

/** Both versions of a milestone, with keys shown as the names of what they stand for. */
export function MilestoneConflict<V extends FieldValues>({
  form,
  names,
  before,
  theirs,
  onMerge,
}: MilestoneConflictProps<V>) {
  const { t } = useTold();
  const mine = form.getValues();
  const { choices, labels } = useMilestoneChoices(String(mine.area));
  const labelOf = (name: string) => {
    const more: Record<string, string> = {
      plannedOn: t('fields.planned'),
      precision: t('keep.precision'),
      weight: t('fields.weight'),
    };
    return (labels as Record<string, string>)[name] ?? more[name] ?? name;
  };
  const shown = (name: string, value: unknown) =>
    (choices as Record<string, { value: string; label: string }[]>)[name]?.find((one) => one.value === value)?.label ??
    String(value);
  const fields = names.map((name) => ({
    name,
    label: labelOf(name),
    before: shown(name, before[name]),
    mine: shown(name, mine[name]),
    theirs: shown(name, theirs[name]),
  }));
  const merge = (chosen: Record<string, 'mine' | 'theirs'>) => {
    const merged = { ...mine };
    for (const name of names) if (chosen[name] === 'theirs') merged[name] = theirs[name];
    for (const name of names) form.setValue(name as Path<V>, merged[name]);
    onMerge(merged);
  };
  return <Conflict fields={fields} onMerge={merge} />;
}
