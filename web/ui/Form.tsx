// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useId, useRef } from 'react';
import {
  type FieldError,
  type FieldValues,
  get as inside,
  type Path,
  type UseFormReturn,
  useController,
} from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Problem } from '../http.ts';
import { useAccount } from '../session.ts';
import { useAddress } from './address.ts';
import type { Chooser, Search } from './chooser.ts';
import type { PersistedForm } from './persisted.ts';

export interface FieldProps<V extends FieldValues> {
  form: UseFormReturn<V>;
  name: Path<V>;
  label: string;
  hint?: string;
  required?: boolean;
  type?: 'text' | 'email' | 'date' | 'number' | 'time' | 'url' | 'checkbox' | 'datetime-local';
  /** With options a select, with rows a textarea. */
  options?: Chooser['options'];
  /** Narrows the options, where there are more than are offered. */
  search?: Search;
  /** Called when another option is chosen. */
  onChoice?: () => void;
  rows?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  autoComplete?: string;
  lang?: string;
}

type Given = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; required?: boolean; lang?: string };

/**
 * A select that keeps its value whatever is offered: options may arrive later or not reach it. The value is then
 * offered under the name it last had.
 */
function Select<V extends FieldValues>({ of, given }: { of: FieldProps<V>; given: Given }) {
  const { form, name, options = [], onChoice } = of;
  const { field } = useController({ control: form.control, name });
  const named = useRef(new Map<string, string>());
  for (const { value, label } of options) named.current.set(value, label);
  const value = String(field.value ?? '');
  const beyond = options.some((one) => one.value === value)
    ? []
    : [{ value, label: named.current.get(value) ?? value }];
  return (
    <select
      {...field}
      {...given}
      value={value}
      onChange={(event) => {
        field.onChange(event);
        onChoice?.();
      }}
    >
      {[...beyond, ...options].map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Words that narrow the options of the select below. */
function Narrow({ of: { text, onText, shown, total }, label }: { of: Search; label: string }) {
  const { t } = useTranslation();
  return (
    <>
      <input
        type="search"
        value={text}
        aria-label={t('form.narrow', { label })}
        placeholder={t('form.narrow', { label })}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={(event) => {
          // Enter searches; it does not send the form.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p className="field-hint" role="status">
        {t('form.narrowed', { shown, total })}
      </p>
    </>
  );
}

function Control<V extends FieldValues>({ of, given }: { of: FieldProps<V>; given: Given }) {
  const { form, name, type = 'text', options, rows, min, max, step, autoComplete } = of;
  if (options) return <Select of={of} given={given} />;
  const registered = form.register(
    name,
    type === 'number' ? { setValueAs: (text) => (text === '' || text === null ? null : Number(text)) } : {},
  );
  if (rows) return <textarea {...registered} {...given} rows={rows} />;
  return <input {...registered} {...given} type={type} min={min} max={max} step={step} autoComplete={autoComplete} />;
}

/** One field with label, hint and error. */
export function Field<V extends FieldValues>(props: FieldProps<V>) {
  const { t } = useTranslation();
  const id = useId();
  const { form, name, label, hint, required, type, lang, search } = props;
  const error = inside(form.formState.errors, name) as FieldError | undefined;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const given: Given = {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
    ...(required ? { required } : {}),
    ...(lang ? { lang } : {}),
  };
  return (
    <div className={type === 'checkbox' ? 'field field-check' : 'field'}>
      <label htmlFor={id}>
        {label}
        {!required && type !== 'checkbox' && <span className="field-optional"> {t('form.optional')}</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {search && <Narrow of={search} label={label} />}
      <Control of={props} given={given} />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error.message}
        </p>
      )}
    </div>
  );
}

/** The error as text; after an expired session, with a link to sign in and return to the input. */
export function Refusal({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation();
  const { language } = useAddress();
  const { pathname, search } = useLocation();
  const account = useAccount();
  if (!problem) return null;
  const ended = problem.status === 401 && account !== null;
  const words = problem.status === 0 ? t('form.silent') : problem.body.detail || problem.body.title;
  return (
    <div className="refusal" role="alert">
      <p>{ended ? t('form.signedOut') : words}</p>
      {problem.status === 401 && (
        <p>
          <Link to={`/${language}/sign-in?to=${encodeURIComponent(pathname + search)}`}>
            {t(ended ? 'form.signIn' : 'access.signIn.title')}
          </Link>
        </p>
      )}
    </div>
  );
}

interface FormProps<V extends FieldValues> {
  form: PersistedForm<V> | UseFormReturn<V>;
  problem: Problem | null;
  busy: boolean;
  submit: string;
  onSubmit: (values: V) => Promise<unknown>;
  onCancel?: () => void;
  label?: string;
  children: ReactNode;
}

/** The form field for a path in a problem: `lab.latitude` -> latitude, `name.it` -> nameIt. */
function fieldFor<V extends FieldValues>(values: V, named: string): Path<V> | undefined {
  const joined = named.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
  const single = (value: unknown) => value === null || !['object', 'undefined'].includes(typeof value);
  const names = [named, joined, named.split('.').at(-1) ?? named];
  return names.find((name) => single(inside(values, name))) as Path<V> | undefined;
}

/** Marks the fields that the problem names and focuses the first. */
function useMarked<V extends FieldValues>(form: UseFormReturn<V>, problem: Problem | null) {
  const { getValues, setError } = form;
  useEffect(() => {
    const marked = (problem?.body.errors ?? []).flatMap(({ name, reason }) => {
      const field = fieldFor(getValues(), name);
      return field ? [{ field, reason }] : [];
    });
    // Errors without a field here appear beside the button only: a custom validity on them could never be cleared.
    for (const [at, { field, reason }] of marked.entries())
      setError(field, { message: reason }, { shouldFocus: at === 0 });
  }, [problem, getValues, setError]);
}

/** A form: one submission at a time, input kept until it is sent, errors beside the button. */
export function Form<V extends FieldValues>({
  form,
  problem,
  busy,
  submit,
  onSubmit,
  onCancel,
  label,
  children,
}: FormProps<V>) {
  const { t } = useTranslation();
  const sending = useRef(false);
  useMarked(form, problem);
  const send = form.handleSubmit(async (values) => {
    if (sending.current) return;
    sending.current = true;
    // The error is in `problem`; the input is kept.
    await onSubmit(values).catch(() => undefined);
    sending.current = false;
  });
  const restored = 'cameBack' in form && form.cameBack ? form : null;
  return (
    <form className="form" onSubmit={send} aria-label={label}>
      {restored && (
        <p className="form-notice" role="status">
          {t('form.cameBack')}{' '}
          <button type="button" className="plain" onClick={restored.giveUp}>
            {t('form.giveUp')}
          </button>
        </p>
      )}
      {children}
      <Refusal problem={problem} />
      <div className="form-ends">
        <button type="submit" className="button button-main" aria-disabled={busy}>
          {busy ? t('form.sending') : submit}
        </button>
        {onCancel && (
          <button type="button" className="plain" onClick={onCancel}>
            {t('form.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
