// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  hint?: string;
  children: (given: { id: string; 'aria-describedby'?: string }) => ReactNode;
}

/** A file field outside the stored form: files cannot be restored. */
export function Plain({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, ...(hint ? { 'aria-describedby': `${id}-hint` } : {}) })}
    </div>
  );
}

export function FileField(props: { label: string; accept: string; onFile: (file: File | undefined) => void }) {
  const { label, accept, onFile } = props;
  return (
    <Plain label={label}>
      {(given) => <input {...given} type="file" accept={accept} onChange={({ target }) => onFile(target.files?.[0])} />}
    </Plain>
  );
}

interface SelectProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
}

export function Select<V extends string>({ label, value, options, onChange }: SelectProps<V>) {
  return (
    <Plain label={label}>
      {(given) => (
        <select {...given} value={value} onChange={({ target }) => onChange(target.value as V)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Plain>
  );
}
