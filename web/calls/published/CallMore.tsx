// SPDX-License-Identifier: AGPL-3.0-or-later

import { procedureWords } from '../../../api/calls/drafting/fields.ts';
import { beneficiaryKindWords } from '../../../api/calls/published/fields.ts';
import { useCells } from '../../charts/cells.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { type Column, DataTable, type TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import type { WholeCall } from './queries.ts';

interface PartProps<R> {
  id: string;
  title: string;
  subtitle: string;
  table: TableOf<R>;
  call: WholeCall;
}

function Part<R>({ id, title, subtitle, table, call }: PartProps<R>) {
  const { owner, updatedOn } = useProgramme();
  return (
    <Figure
      id={id}
      title={title}
      subtitle={subtitle}
      table={table}
      source={call.source}
      datedOn={updatedOn}
      owner={owner}
    >
      <div className="wordy">
        <DataTable caption={title} captionHidden table={table} />
      </div>
    </Figure>
  );
}

type Budget = WholeCall['budgets'][number];

/** Original and current budget. */
export function Budgets({ call }: { call: WholeCall }) {
  const { t, date, amount, source, note } = useCells();
  const { euroWords } = useFormat();
  const [first, last] = [call.budgets[0], call.budgets.at(-1)];
  if (!first || !last) return null;
  const columns: Column<Budget>[] = [
    { ...amount<Budget>('amount', t('callMore.budget.amount'), ({ amountEur }) => amountEur, 'eur'), sortable: false },
    date('on', t('callMore.budget.setOn'), ({ setOn }) => setOn),
    source(),
    note(),
  ];
  const way = last.amountEur > first.amountEur ? 'rose' : last.amountEur < first.amountEur ? 'fell' : 'same';
  const title = t(`callMore.budget.${way}`, { first: euroWords(first.amountEur), last: euroWords(last.amountEur) });
  const table = { columns, rows: call.budgets, rowKey: ({ number }: Budget) => String(number) };
  return <Part id="budget" title={title} subtitle={t('callMore.budget.subtitle')} table={table} call={call} />;
}

type Criterion = WholeCall['criteria'][number];

/** Evaluation criteria and bonuses. */
export function Criteria({ call }: { call: WholeCall }) {
  const { t, text, format, source } = useCells();
  const weighed = call.criteria.some(({ weight }) => weight !== null);
  const weight: Column<Criterion> = {
    key: 'weight',
    header: t('callMore.criteria.weight'),
    value: (one) => one.weight,
    cell: (one) => (one.weight === null ? '—' : format.number(one.weight)),
    numeric: true,
  };
  const columns: Column<Criterion>[] = [
    { key: 'name', header: t('callMore.criteria.name'), value: ({ name }) => text(name).text, rowHeader: true },
    ...(weighed ? [weight] : []),
    {
      key: 'rewarded',
      header: t('callMore.criteria.rewarded'),
      value: ({ rewarded }) => (rewarded ? t('callMore.criteria.yes') : ''),
    },
    source(),
  ];
  const title = t('callMore.criteria.title', { count: call.criteria.filter(({ rewarded }) => rewarded).length });
  const table = { columns, rows: call.criteria, rowKey: ({ key }: Criterion) => key };
  return <Part id="criteria" title={title} subtitle={t('callMore.criteria.subtitle')} table={table} call={call} />;
}

type Beneficiary = WholeCall['beneficiaries'][number];

/** Beneficiaries as counted by each source. */
export function Beneficiaries({ call }: { call: WholeCall }) {
  const { t, said, text, source, note } = useCells();
  const columns: Column<Beneficiary>[] = [
    { key: 'name', header: t('callMore.beneficiaries.name'), value: ({ name }) => text(name).text, rowHeader: true },
    {
      key: 'kind',
      header: t('callMore.beneficiaries.kind'),
      value: ({ kind }) => said(beneficiaryKindWords[kind]),
      sortable: true,
    },
    { key: 'number', header: t('callMore.beneficiaries.number'), value: (one) => one.number, numeric: true },
    source(),
    note(),
  ];
  const table = { columns, rows: call.beneficiaries, rowKey: ({ key }: Beneficiary) => key };
  return (
    <Part
      id="beneficiaries"
      title={t('callMore.beneficiaries.title')}
      subtitle={t('callMore.beneficiaries.subtitle')}
      table={table}
      call={call}
    />
  );
}

/** The same facts as text for the list of facts. */
export function useProcedure() {
  const { t, said } = useTranslate();
  const { euro, number } = useFormat();
  return {
    procedure: ({ procedure }: WholeCall) => procedure && said(procedureWords[procedure]),
    atLeast: ({ grantMinEur }: WholeCall) =>
      grantMinEur === null ? null : t('callMore.grantMin', { amount: euro(grantMinEur) }),
    started: ({ projectsStarted }: WholeCall) => (projectsStarted === null ? null : number(projectsStarted)),
  };
}
