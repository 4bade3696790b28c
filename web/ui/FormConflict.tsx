// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FieldValues, Path } from 'react-hook-form';
import { Conflict } from './Conflict.tsx';
import type { PersistedForm } from './persisted.ts';

interface FormConflictProps<V extends FieldValues> {
  form: PersistedForm<V>;
  fields: readonly { name: keyof V & string; label: string }[];
  /** Formats a value, e.g. a key as its name. */
  shown: (name: string, value: unknown) => string;
  /** Values when typing began, and the current values. */
  before: V;
  theirs: V;
  onMerge: (merged: V) => void;
}

/** Shows the input beside the current version; the chosen values go back into the form. */
export function FormConflict<V extends FieldValues>(props: FormConflictProps<V>) {
  const { form, fields, shown, before, theirs, onMerge } = props;
  const mine = form.getValues();
  const contested = fields.map(({ name, label }) => ({
    name,
    label,
    before: shown(name, before[name]),
    mine: shown(name, mine[name]),
    theirs: shown(name, theirs[name]),
  }));
  const merge = (chosen: Record<string, 'mine' | 'theirs'>) => {
    const merged = { ...mine };
    for (const { name } of fields) if (chosen[name] === 'theirs') merged[name] = theirs[name];
    for (const { name } of fields) form.setValue(name as Path<V>, merged[name]);
    onMerge(merged);
  };
  return <Conflict fields={contested} onMerge={merge} />;
}
