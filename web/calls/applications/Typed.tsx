// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/translate.ts';
import type { Content } from './queries.ts';

/** Element id of a field, so that the list of missing values can link to it. */
export const fieldId = (name: string) => `apply-${name.replaceAll('.', '-')}`;

export interface StepProps {
  content: Content;
  change: (content: Content) => void;
}

interface TypedProps {
  name: string;
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  /** Validates the value while typing. */
  wrong?: string | false | undefined;
  rows?: number;
  /** With options a select. */
  options?: readonly { value: string; label: string }[];
  type?: 'text' | 'date' | 'number' | 'url';
  optional?: boolean;
  inputMode?: 'decimal' | 'numeric';
}

/** A field that is saved while typing. */
export function Typed({
  name,
  label,
  value,
  onChange,
  hint,
  wrong,
  rows,
  options,
  type = 'text',
  optional,
  inputMode,
}: TypedProps) {
  const { t } = useTranslate();
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  const given = {
    id,
    value,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
    ...(described ? { 'aria-describedby': described } : {}),
    ...(wrong ? { 'aria-invalid': true } : {}),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="field-optional"> {t('form.optional')}</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options && (
        <select {...given}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {!options && rows && <textarea {...given} rows={rows} />}
      {!options && !rows && <input {...given} type={type} inputMode={inputMode} />}
      {wrong && (
        <p className="field-error" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

/** Parses an amount; empty means none. */
export const eurOf = (typed: string): number | null => {
  const value = Number(typed.replace(',', '.'));
  return typed.trim() === '' || Number.isNaN(value) || value < 0 ? null : Math.round(value * 100) / 100;
};

interface TickProps {
  name: string;
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function Tick({ name, label, checked, onChange }: TickProps) {
  const id = fieldId(name);
  return (
    <div className="field field-check">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
    </div>
  );
}
