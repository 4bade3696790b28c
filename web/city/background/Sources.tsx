// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Source } from '../../../api/city/background/contract.ts';
import { sourceKindWords } from '../../../api/city/background/fields.ts';
import { useColumns } from '../../charts/columns.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { Answer } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { sourceKinds, useSources } from './queries.ts';

function useSourceTable(sources: readonly Source[]): TableOf<Source> {
  const { t, said, date } = useColumns();
  const text = useText();
  return {
    columns: [
      {
        key: 'title',
        header: t('context.source'),
        value: ({ title }) => text(title).text,
        cell: ({ key, title }) => (
          <Go to={`sources/${key}`}>
            <Words of={title} />
          </Go>
        ),
        rowHeader: true,
        sortable: true,
      },
      { key: 'publisher', header: t('context.sources.publisher'), value: ({ publisher }) => publisher, sortable: true },
      { key: 'kind', header: t('labs.kind'), value: ({ kind }) => said(sourceKindWords[kind]), sortable: true },
      date('published', t('context.sources.published'), ({ published }) => published),
      { key: 'licence', header: t('context.sources.licence'), value: ({ licence }) => licence },
      {
        key: 'taken',
        header: t('context.sources.taken'),
        value: ({ taken }) => taken,
        numeric: true,
        sortable: true,
      },
    ],
    rows: sources,
    rowKey: ({ key }) => key,
  };
}

function Entry({ source: { key, title, publisher, published, taken } }: { source: Source }) {
  const { t } = useTranslate();
  const { when } = useFormat();
  const details = [publisher, published && when(published), t('context.sources.items', { count: taken })];
  return (
    <li>
      <Go to={`sources/${key}`}>
        <Words of={title} />
      </Go>
      <span className="item-note">{details.filter(Boolean).join(' · ')}</span>
    </li>
  );
}

function Shown({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const table = useSourceTable(sources);
  const kinds = sourceKinds.map((kind) => ({ kind, ofKind: sources.filter((source) => source.kind === kind) }));
  return (
    <Figure
      id="sources"
      title={t('context.sources.title', { count: sources.length })}
      subtitle={t('context.sources.subtitle')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      {kinds.map(
        ({ kind, ofKind }) =>
          ofKind.length > 0 && (
            <div key={kind} className="source-kind">
              <h3>{t(`context.sourceKinds.${kind}`)}</h3>
              <ul className="items">
                {ofKind.map((source) => (
                  <Entry key={source.key} source={source} />
                ))}
              </ul>
            </div>
          ),
      )}
    </Figure>
  );
}

/** Source documents of the figures. */
export function Sources() {
  return (
    <Answer of={useSources()} height={400}>
      {({ items }) => items.length > 0 && <Shown sources={items} />}
    </Answer>
  );
}
