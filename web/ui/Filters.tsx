// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslate } from '../i18n/translate.ts';
import { useAsk } from './address.ts';

export interface Choice {
  name: string;
  label: string;
  /** With options a select, otherwise a search field. */
  options?: readonly { value: string; label: string }[];
  type?: 'search' | 'date';
}

const settle = 300;
/** Without `max`, browsers accept six-digit years. */
const lastDay = '9999-12-31';

function Search({ name, label, type = 'search' }: Choice) {
  const [search] = useSearchParams();
  const ask = useAsk();
  const given = search.get(name) ?? '';
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  useEffect(() => {
    if (text === given) return;
    const timer = setTimeout(() => ask({ [name]: text.trim() }), settle);
    return () => clearTimeout(timer);
  }, [text, given, name, ask]);
  return (
    <label>
      {label}
      <input
        type={type}
        value={text}
        max={type === 'date' ? lastDay : undefined}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}

function Select({ name, label, options = [] }: Choice) {
  const { t } = useTranslate();
  const [search] = useSearchParams();
  const ask = useAsk();
  return (
    <label>
      {label}
      <select value={search.get(name) ?? ''} onChange={(event) => ask({ [name]: event.target.value })}>
        <option value="">{t('filters.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FiltersProps {
  choices: readonly Choice[];
  /** Rarely used filters: behind a disclosure, open if the address sets one of them. */
  more?: readonly Choice[];
  /** Announced to screen readers when it changes. */
  found?: string;
  /** Distinguishes two filter forms on one page. */
  label?: string;
}

const Choices = ({ of }: { of: readonly Choice[] }) =>
  of.map((choice) =>
    choice.options ? <Select key={choice.name} {...choice} /> : <Search key={choice.name} {...choice} />,
  );

/** Filters a list through the address, so that the result can be shared as a link. */
export function Filters({ choices, more = [], found, label }: FiltersProps) {
  const { t } = useTranslate();
  const [search] = useSearchParams();
  const ask = useAsk();
  const all = [...choices, ...more];
  const active = all.some(({ name }) => search.get(name));
  return (
    <search className="filters" aria-label={label ?? t('filters.label')}>
      <Choices of={choices} />
      {more.length > 0 && (
        <details className="filters-more" open={more.some(({ name }) => search.get(name))}>
          <summary>{t('filters.more')}</summary>
          <div className="filters-rest">
            <Choices of={more} />
          </div>
        </details>
      )}
      {active && (
        <button
          type="button"
          className="plain"
          onClick={() => ask(Object.fromEntries(all.map(({ name }) => [name, undefined])))}
        >
          {t('filters.clear')}
        </button>
      )}
      <output className="filters-found">{found}</output>
    </search>
  );
}
