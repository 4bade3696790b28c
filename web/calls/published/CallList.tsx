// SPDX-License-Identifier: AGPL-3.0-or-later

import { callKindWords } from '../../../api/calls/drafting/fields.ts';
import type { Call } from '../../../api/calls/published/contract.ts';
import { useColumns } from '../../charts/columns.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Column, TableOf } from '../../ui/DataTable.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import { TimeLeft } from '../drafting/Countdown.tsx';
import { CallState, standing, useCallDate } from './CallState.tsx';

const onDay = (date: string | null) => (date ? { date, precision: 'day' as const } : null);

/** Columns of the table and its CSV. */
export function useCallTable(calls: readonly Call[]): TableOf<Call> {
  const { t, said, format, date } = useColumns();
  const text = useText();
  const amount = (key: 'budgetEur' | 'awardedEur' | 'applications' | 'admitted' | 'lots'): Column<Call> => ({
    key,
    header: t(`calls.${key}`),
    value: (call) => call[key],
    numeric: true,
    sortable: true,
    cell: (call) => {
      const value = call[key];
      if (value === null) return '—';
      return key.endsWith('Eur') ? format.euro(value) : format.number(value);
    },
  });
  return {
    columns: [
      {
        key: 'name',
        header: t('calls.one'),
        value: ({ name }) => text(name).text,
        cell: ({ key, name }) => (
          <Go to={`calls/${key}`}>
            <Words of={name} />
          </Go>
        ),
        rowHeader: true,
        sortable: true,
      },
      { key: 'kind', header: t('calls.kind'), value: ({ kind }) => said(callKindWords[kind]), sortable: true },
      { key: 'state', header: t('calls.stateOf'), value: ({ state }) => t(`calls.state.${state}`), sortable: true },
      { key: 'area', header: t('milestone.area'), value: ({ area }) => text(area.name).text },
      date('published', t('calls.published'), ({ published }) => published),
      date('opens', t('calls.opensOn'), ({ opensOn }) => onDay(opensOn)),
      date('closes', t('calls.closesOn'), ({ closesOn }) => onDay(closesOn)),
      date('concluded', t('calls.concluded'), ({ concluded }) => concluded),
      ...(['budgetEur', 'awardedEur', 'applications', 'admitted', 'lots'] as const).map(amount),
    ],
    rows: calls,
    rowKey: ({ key }) => key,
  };
}

/** Budget and number of applications, if recorded. */
function useCallFigures() {
  const { t } = useTranslate();
  const { euro } = useFormat();
  return ({ budgetEur, awardedEur, applications, admitted, lots }: Call): string[] => {
    const money = [
      awardedEur !== null && t('calls.told.awarded', { amount: euro(awardedEur) }),
      budgetEur !== null && t('calls.told.budget', { amount: euro(budgetEur) }),
    ];
    const people = [
      applications !== null && t('calls.told.applications', { count: applications }),
      admitted !== null && t('calls.told.admitted', { count: admitted }),
    ];
    const lines = [money, people, [lots > 0 && t('calls.told.lots', { count: lots })]];
    return lines.map((line) => line.filter(Boolean).join(', ')).filter(Boolean);
  };
}

/** Countdown for calls run here; otherwise the most relevant date. */
function Due({ call }: { call: Call }) {
  const { t } = useTranslate();
  const dateOf = useCallDate();
  const { window, state } = call;
  if (window && (state === 'open' || state === 'announced')) return <TimeLeft {...window} />;
  return dateOf(call) ?? t('calls.noDate');
}

export function CallList({ calls }: { calls: readonly Call[] }) {
  const { t, said } = useTranslate();
  const figuresOf = useCallFigures();
  return (
    <ul className="entries">
      {calls.map(standing).map((call) => (
        <li key={call.key} className="entry">
          <div>
            <Go to={`calls/${call.key}`} className="entry-name">
              <Words of={call.name} />
            </Go>
            <span>
              {said(callKindWords[call.kind])} ·{' '}
              <Go to={`areas/${call.area.key}`}>
                <Words of={call.area.name} />
              </Go>
            </span>
          </div>
          <div>
            <CallState state={call.state} />
            <span className="entry-soft">
              <Due call={call} />
            </span>
          </div>
          <div>
            {figuresOf(call).map((line) => (
              <span key={line}>{line}</span>
            ))}
            {figuresOf(call).length === 0 && <span className="entry-soft">{t('calls.noFigures')}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
