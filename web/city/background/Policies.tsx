// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ContextEntry } from '../../../api/city/background/contract.ts';
import { useColumns } from '../../charts/columns.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Point } from './Points.tsx';
import { Provenance } from './Provenance.tsx';

type Entries = readonly ContextEntry[];

function usePolicyTable(entries: Entries): TableOf<ContextEntry> {
  const { t, format } = useColumns();
  const text = useText();
  return {
    columns: [
      { key: 'name', header: t('context.policies.name'), value: ({ name }) => text(name).text, rowHeader: true },
      {
        key: 'amount',
        header: t('calls.amount'),
        value: ({ amountEur }) => amountEur,
        cell: ({ amountEur }) => (amountEur === null ? '—' : format.euro(amountEur)),
        numeric: true,
        sortable: true,
      },
      { key: 'body', header: t('context.policies.what'), value: ({ body }) => (body ? text(body).text : null) },
      { key: 'source', header: t('figure.source'), value: ({ source }) => (source ? text(source.name).text : null) },
    ],
    rows: entries,
    rowKey: ({ key }) => key,
  };
}

/** Related policies of other bodies and their budgets. */
export function Policies({ entries }: { entries: Entries }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const { format } = useColumns();
  const table = usePolicyTable(entries);
  const known = entries.filter(({ amountEur }) => amountEur !== null).length;
  if (entries.length === 0) return null;
  return (
    <Figure
      id="policies"
      title={t('context.policies.title', { count: entries.length, known })}
      subtitle={t('context.policies.subtitle')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <ul className="policies">
        {entries.map((entry) => (
          <li key={entry.key}>
            <strong className="policy-amount">
              {entry.amountEur === null ? (
                <span className="not-recorded">{t('context.policies.noAmount')}</span>
              ) : (
                format.euro(entry.amountEur)
              )}
            </strong>
            <ul>
              <Point entry={entry} among={entries} />
            </ul>
          </li>
        ))}
      </ul>
      <Provenance of={entries} answered={false} />
    </Figure>
  );
}
