// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../../../api/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Language } from '../../ui/address.ts';
import { MaybeGo } from '../../ui/Go.tsx';
import { NotRecorded } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { useChoices, useFieldNumber } from '../fields/FieldValue.tsx';
import { useListed } from './Listed.tsx';
import { type Field, pageOf } from './queries.ts';

export type Recorded = Field['before'];
type Plain = string | number;

const longest = 180;

/** A long text is truncated and expands by click or keyboard, and always in print. */
function Long({ text, lang }: { text: string; lang?: string | undefined }) {
  const { t } = useTranslate();
  if (text.length <= longest) return <span lang={lang}>{text}</span>;
  return (
    <details className="long">
      <summary>
        <span className="long-start" lang={lang}>
          {text.slice(0, text.lastIndexOf(' ', longest - 40) + 1 || longest)}…{' '}
        </span>
        <span className="long-open">{t('records.whole')}</span>
      </summary>
      <p lang={lang}>{text}</p>
    </details>
  );
}

function usePlain(): (table: string, column: string, value: Plain) => string {
  const { day, second, exact } = useFormat();
  const { wordOf } = useChoices();
  const number = useFieldNumber();
  return (table, column, value) => {
    const field = fieldOf(table, column);
    if (typeof value === 'number') return field ? number(field, value) : exact(value);
    if (field && 'choices' in field) return wordOf(field, value);
    if (field?.kind === 'instant') return second(value);
    return field?.kind === 'date' || field?.kind === 'when' ? day(value) : value;
  };
}

interface ValueProps {
  table: string;
  column: string;
  value: Recorded;
  /** Set to show the other language, because only it changed. */
  language?: Language | undefined;
}

function Bilingual({ of, language }: { of: { it: string; en?: string | undefined }; language: Language | undefined }) {
  const { i18n } = useTranslation();
  const wanted = language ?? (i18n.language === 'en' ? 'en' : 'it');
  const text = wanted === 'en' ? of.en : of.it;
  // No translation; if the translation itself changed, show it as missing.
  if (text === undefined) return language ? <NotRecorded /> : <Long text={of.it} lang="it" />;
  return <Long text={text} lang={wanted === i18n.language ? undefined : wanted} />;
}

/** One logged value in the reader's language and format. */
export function Value({ table, column, value, language }: ValueProps): ReactNode {
  const { t } = useTranslate();
  const { when } = useFormat();
  const plain = usePlain();
  const listed = useListed();
  if (value === null) return <NotRecorded />;
  if (typeof value === 'boolean') return t(value ? 'records.yes' : 'records.no');
  if (typeof value !== 'object') {
    return <Long text={listed(table, column, String(value)) ?? plain(table, column, value)} />;
  }
  if ('date' in value) return when(value);
  if ('it' in value) return <Bilingual of={value} language={language} />;
  return <MaybeGo to={pageOf(value.table, value.key)}>{value.name ? <Words of={value.name} /> : value.key}</MaybeGo>;
}
