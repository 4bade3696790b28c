// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../i18n/translate.ts';

export interface Contested {
  name: string;
  label: string;
  /** Value when typing began. */
  before: string;
  mine: string;
  theirs: string;
}

function Choice({
  field,
  side,
  chosen,
  onChoose,
}: {
  field: Contested;
  side: 'mine' | 'theirs';
  chosen: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslate();
  return (
    <label className="choice">
      <input type="radio" name={`conflict-${field.name}`} checked={chosen} onChange={onChoose} />
      <span>
        <span className="visually-hidden">
          {field.label}, {t(`conflict.${side}`)}:{' '}
        </span>
        {field[side] || <em>{t('conflict.empty')}</em>}
      </span>
    </label>
  );
}

/**
 * Shows both versions of an item field by field after an edit conflict. Fields that only one side changed are
 * preselected; typed values are kept.
 */
export function Conflict({
  fields,
  onMerge,
}: {
  fields: readonly Contested[];
  onMerge: (chosen: Record<string, 'mine' | 'theirs'>) => void;
}) {
  const { t } = useTranslate();
  const contested = fields.filter(({ mine, theirs }) => mine !== theirs);
  const [choice, setChoice] = useState<Record<string, 'mine' | 'theirs'>>(() =>
    Object.fromEntries(fields.map(({ name, mine, before }) => [name, mine === before ? 'theirs' : 'mine'])),
  );
  return (
    <div className="conflict" role="alert">
      <h3>{t('conflict.title')}</h3>
      <p>{contested.length ? t('conflict.about') : t('conflict.same')}</p>
      {contested.length > 0 && (
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t('conflict.field')}</th>
              <th scope="col">{t('conflict.mine')}</th>
              <th scope="col">{t('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {contested.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                {(['mine', 'theirs'] as const).map((side) => (
                  <td key={side}>
                    <Choice
                      field={field}
                      side={side}
                      chosen={choice[field.name] === side}
                      onChoose={() => setChoice((before) => ({ ...before, [field.name]: side }))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" className="button button-main" onClick={() => onMerge(choice)}>
        {t('conflict.merge')}
      </button>
    </div>
  );
}

/** Conflict view for an action without fields in common with the item: shows the current state, asks to continue. */
export function Overtaken({ children, onAnyway }: { children: ReactNode; onAnyway: () => void }) {
  const { t } = useTranslate();
  return (
    <div className="conflict" role="alert">
      <h3>{t('conflict.title')}</h3>
      <p>{t('conflict.aboutAct')}</p>
      {children}
      <button type="button" className="button" onClick={onAnyway}>
        {t('conflict.anyway')}
      </button>
    </div>
  );
}
