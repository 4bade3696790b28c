// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Ref, When } from '../../../api/contract.ts';
import {
  type Choices,
  entriesOf,
  type Field,
  type Fields,
  nameOf,
  precisionOf,
  type RecordOf,
} from '../../../api/platform/fields/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import type { Bilingual } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { FactsProps } from '../../ui/Facts.tsx';
import { MaybeGo } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';

import { pageOf } from '../history/queries.ts';

type ChoiceField = { choices: Choices };

/** Words of a field's choices; a value that is none of them as it is. */
export function useChoices() {
  const { said } = useTranslate();
  const wordOf = ({ choices }: ChoiceField, value: string): string => {
    const words = choices[value];
    return words ? said(words) : value;
  };
  const optionsOf = (field: ChoiceField, only: readonly string[] = Object.keys(field.choices)) =>
    only.map((value) => ({ value, label: wordOf(field, value) }));
  const orNone = (field: ChoiceField) => [{ value: '', label: '—' }, ...optionsOf(field)];
  return { wordOf, optionsOf, orNone };
}

/** Formats a number by the kind and the unit of its field, with all recorded decimals. */
export function useFieldNumber(): (field: Field, value: number) => string {
  const { euro, exact, exactShare, exactSquareMetres } = useFormat();
  return (field, value) => {
    if (field.kind === 'euro') return euro(value);
    if (field.kind === 'share') return exactShare(value);
    const unit = 'unit' in field ? field.unit : undefined;
    if (unit === 'm²') return exactSquareMetres(value);
    return unit ? `${exact(value)}\u00a0${unit}` : exact(value);
  };
}

/** A recorded value as the page shows it; null if it is not recorded. */
export function useFieldValue(): (field: Field, value: unknown) => ReactNode {
  const { t } = useTranslate();
  const { day, when, list } = useFormat();
  const { wordOf } = useChoices();
  const number = useFieldNumber();
  return (field, value) => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
    if (typeof value === 'number') return number(field, value);
    if (typeof value === 'boolean') return t(value ? 'records.yes' : 'records.no');
    switch (field.kind) {
      case 'bilingual':
        return <Words of={value as Bilingual} />;
      case 'reference':
        return (
          <MaybeGo to={pageOf(field.table, (value as Ref).key)}>
            <Words of={(value as Ref).name} />
          </MaybeGo>
        );
      case 'when':
        return when(value as When);
      case 'date':
        return day(value as string);
      case 'choice':
        return wordOf(field, value as string);
      case 'choices':
        return list((value as string[]).map((one) => wordOf(field, one)));
      case 'words':
        return (value as string[]).join(' ');
      case 'link':
        return (
          <a href={value as string} rel="noopener">
            {value as string}
          </a>
        );
      default:
        return String(value);
    }
  };
}

/** Names a cell of a record's table, or a field of its API, in words of the page; undefined for other names. */
export function useCellName(fields: Fields): (name: string) => string | undefined {
  const { t, said } = useTranslate();
  return (name) => {
    for (const [column, field] of entriesOf(fields)) {
      const label = said(field.label);
      if (name === column || name === nameOf(column, field)) return label;
      if (field.kind === 'when' && name === precisionOf(column)) return t('records.precision', { label });
      if (field.kind === 'bilingual' && name === `${column}_it`) return t('records.it', { label });
      if (field.kind === 'bilingual' && name === `${column}_en`) return t('records.en', { label });
    }
    return undefined;
  };
}

/** The facts of one section of a record; what the room shows by its own code is left out. */
export function useFacts<F extends Fields>({ fields }: RecordOf<F>) {
  const { said } = useTranslate();
  const shown = useFieldValue();
  return (section: string, reply: object): FactsProps['facts'] =>
    Object.entries(fields as Fields)
      .filter(([, field]) => field.section === section && !field.own && !field.apart && !field.fixed)
      .map(([column, field]) => [
        said(field.label),
        shown(field, (reply as Record<string, unknown>)[nameOf(column, field)]),
      ]);
}
