// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../../../api/fields.ts';
import type { Change } from '../../../api/platform/history/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Language } from '../../ui/address.ts';
import type { Field } from './queries.ts';
import { type Recorded, Value } from './Value.tsx';

/** Label of a column; a column that the table no longer has is named as it was. */
function useColumnName(): (table: string, column: string) => string {
  const { said } = useTranslate();
  return (table, column) => {
    const field = fieldOf(table, column);
    return field ? said(field.label) : column;
  };
}

const saidIn = (value: Recorded, language: Language) =>
  value !== null && typeof value === 'object' && 'it' in value ? (value[language] ?? null) : null;

/** The language to show if only the other one changed. */
function useShownLanguage(): ({ before, after }: Field) => Language | undefined {
  const { i18n } = useTranslation();
  const [own, other] = i18n.language === 'en' ? (['en', 'it'] as const) : (['it', 'en'] as const);
  return ({ before, after }) => {
    const same = (language: Language) => saidIn(before, language) === saidIn(after, language);
    return same(own) && !same(other) && saidIn(before ?? after, own) !== null ? other : undefined;
  };
}

/** The fields of an edit, before and after. */
export function Edited({ change: { table, fields } }: { change: Pick<Change, 'table' | 'fields'> }) {
  const { t } = useTranslate();
  const nameOf = useColumnName();
  const languageOf = useShownLanguage();
  return (
    <dl className="fields">
      {fields.map((field) => {
        const language = languageOf(field);
        const name = nameOf(table, field.name);
        const sides = [
          ['before', field.before],
          ['after', field.after],
        ] as const;
        return (
          <div key={field.name} className="is-edited">
            <dt>{language ? t('records.otherLanguage', { name }) : name}</dt>
            {sides.map(([side, value]) => (
              <dd key={side}>
                <span className="fields-side">{t(`records.${side}`)}</span>
                <Value table={table} column={field.name} value={value} language={language} />
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}

/** All values of an added or removed item, collapsed. */
function Held({ change: { table, fields, kind } }: { change: Change }) {
  const { t } = useTranslate();
  const nameOf = useColumnName();
  const removed = kind === 'removed';
  return (
    <details className="held">
      <summary>{t(removed ? 'records.gone' : 'records.held', { count: fields.length })}</summary>
      <dl className="fields">
        {fields.map(({ name, before, after }) => (
          <div key={name}>
            <dt>{nameOf(table, name)}</dt>
            <dd>
              <Value table={table} column={name} value={removed ? before : after} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** All values of a change. */
export function Changed({ change }: { change: Change }) {
  if (change.fields.length === 0) return null;
  return change.operation === 'update' ? <Edited change={change} /> : <Held change={change} />;
}
