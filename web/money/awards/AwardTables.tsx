// SPDX-License-Identifier: AGPL-3.0-or-later
import { checkOutcomeWords, paymentKindWords } from '../../../api/money/awards/fields.ts';
import { useCells } from '../../charts/cells.tsx';
import { useProgramme } from '../../programme.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Award } from './queries.ts';

type Payment = Award['payments'][number];
type Check = Award['checks'][number];

const onDay = (date: string | null) => (date ? { date, precision: 'day' as const } : null);

/** Paid amount against the award. */
export function Payments({ award }: { award: Award }) {
  const { t, said, date, amount, source, format } = useCells();
  const { owner, updatedOn } = useProgramme();
  const { payments, paidEur, amountEur, key } = award;
  const columns: Column<Payment>[] = [
    { ...date<Payment>('on', t('awards.paidOn'), ({ paidOn }) => onDay(paidOn)), rowHeader: true },
    { key: 'kind', header: t('awards.kind'), value: ({ kind }) => said(paymentKindWords[kind]) },
    amount('amount', t('awards.sum'), (one) => one.amountEur, 'eur'),
    { key: 'act', header: t('awards.act'), value: ({ act }) => act },
    ...(payments.some((one) => one.source) ? [source<Payment>()] : []),
  ];
  const table = { columns, rows: payments, rowKey: (one: Payment) => one.key };
  const sums = { paid: format.euro(paidEur), amount: format.euro(amountEur ?? 0) };
  const title = t(paidEur === 0 ? 'awards.nothingPaid' : 'awards.paidOf', sums);
  return (
    <Figure id={`payments-${key}`} title={title} table={table} source={award.source} datedOn={updatedOn} owner={owner}>
      <div className="fund">
        <div className="fund-track" aria-hidden="true">
          <div className="fund-bar" style={{ width: `${amountEur ? Math.min(paidEur / amountEur, 1) * 100 : 0}%` }} />
        </div>
      </div>
      {payments.length > 0 && <DataTable caption={title} captionHidden table={table} />}
    </Figure>
  );
}

const stateClass: Partial<Record<Check['state'], string>> = { overdue: 'is-late', 'due-soon': 'is-at-risk' };
const outcomeClass = { passed: 'is-reached-on-time', 'with-remarks': 'is-at-risk', failed: 'is-late' } as const;

/** Checks after the opening: results and next due date. */
export function Checks({ award }: { award: Award }) {
  const { t, said, date, text, format } = useCells();
  const { owner, updatedOn } = useProgramme();
  const { checks, nextCheck, key } = award;
  const found = ({ outcome, state }: Check) => (outcome ? said(checkOutcomeWords[outcome]) : t(`awards.due.${state}`));
  const columns: Column<Check>[] = [
    {
      key: 'months',
      header: t('awards.check'),
      value: ({ months }) => t('awards.after', { count: months }),
      rowHeader: true,
    },
    date('due', t('awards.dueOn'), ({ dueOn }) => onDay(dueOn)),
    date('checked', t('awards.checkedOn'), ({ checkedOn }) => onDay(checkedOn)),
    {
      key: 'outcome',
      header: t('awards.outcome'),
      value: found,
      cell: (one) => (
        <span className={one.outcome ? outcomeClass[one.outcome] : stateClass[one.state]}>{found(one)}</span>
      ),
    },
    {
      key: 'words',
      header: t('awards.words'),
      value: ({ words }) => (words ? text(words).text : null),
      cell: ({ words }) => (words ? <Words of={words} /> : '—'),
    },
  ];
  const table = { columns, rows: checks, rowKey: ({ months }: Check) => String(months) };
  const next = nextCheck && { months: nextCheck.months, date: format.day(nextCheck.dueOn) };
  const title = next
    ? t(nextCheck.state === 'overdue' ? 'awards.nextOverdue' : 'awards.nextCheck', next)
    : t('awards.allChecked');
  return (
    <Figure id={`checks-${key}`} title={title} table={table} source={award.source} datedOn={updatedOn} owner={owner}>
      <DataTable caption={title} captionHidden table={table} />
    </Figure>
  );
}
