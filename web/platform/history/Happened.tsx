// SPDX-License-Identifier: AGPL-3.0-or-later
import { recordOf, records } from '../../../api/fields.ts';
import type { Change } from '../../../api/platform/history/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Words } from '../../ui/Words.tsx';

const plainKinds = ['added', 'edited', 'removed'] as const;
type PlainKind = (typeof plainKinds)[number];
const isPlain = (kind: Change['kind']): kind is PlainKind => plainKinds.includes(kind as PlainKind);

const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Labels of change kinds and of tables; `tables` lists all labelled tables. */
export function useChangeWords() {
  const { t, said } = useTranslate();
  const ofKind = (kind: Change['kind']): string => {
    const [, after = ''] = t(`history.kind.${kind}`, { what: '\u0001' }).split('\u0001');
    return first(after.replace(/^:\s*/, ''));
  };
  const ofTable = (table: string): string => {
    const record = recordOf(table);
    return record ? said(record.title) : table;
  };
  const tables = records.map((record) => record.table);
  return { ofKind, ofTable, tables };
}

/** A change on the item's own page: names the part, not the item. */
export function Happened({ change: { kind, about, table, name } }: { change: Change }) {
  const { t } = useTranslate();
  const { ofKind, ofTable } = useChangeWords();
  if (isPlain(kind) && !about) return t(`records.item.${kind}`);
  return (
    <>
      {isPlain(kind) ? t(`records.part.${kind}`, { what: ofTable(table) }) : ofKind(kind)}
      {about && name && (
        <span className="muted">
          {' '}
          (<Words of={name} />)
        </span>
      )}
    </>
  );
}
