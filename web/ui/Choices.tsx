// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';

interface ChoicesProps<V extends FieldValues> {
  form: UseFormReturn<V>;
  name: Path<V>;
  label: string;
  options: readonly { value: string; label: string }[];
}

/** Checkboxes for a list; the field holds the checked values. */
export function Choices<V extends FieldValues>({ form, name, label, options }: ChoicesProps<V>) {
  return (
    <fieldset className="field choices">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="checkbox" value={option.value} {...form.register(name)} />
            {option.label.trim()}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
