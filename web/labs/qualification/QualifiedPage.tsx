// SPDX-License-Identifier: AGPL-3.0-or-later

import { requirementMeasureWords } from '../../../api/labs/qualification/fields.ts';
import { useColumns } from '../../charts/columns.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useMay } from '../../session.ts';
import { Acts } from '../../ui/Acts.tsx';
import { DataTable, type TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { Help } from '../../ui/Help.tsx';
import { Empty, ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { type Qualified, type Requirement, useQualified } from './queries.ts';
import { RequirementsForm } from './Requirements.tsx';

type Item = Qualified['items'][number];

function useListTable(items: readonly Item[]): TableOf<Item> {
  const { t, date } = useColumns();
  const text = useText();
  const dayOf = (day: string | null) => (day ? { date: day, precision: 'day' as const } : null);
  return {
    rows: items,
    rowKey: ({ lab }) => lab.key,
    columns: [
      {
        key: 'name',
        header: t('labs.one'),
        value: ({ lab }) => text(lab.name).text,
        cell: ({ lab }) => (
          <Go to={`labs/${lab.key}#qualification`}>
            <Words of={lab.name} />
          </Go>
        ),
        rowHeader: true,
        sortable: true,
      },
      { key: 'kind', header: t('labs.kind'), value: ({ kind }) => t(`labs.kinds.${kind}`), sortable: true },
      {
        key: 'state',
        header: t('qualification.state'),
        value: ({ state }) => t(`qualification.states.${state}`),
        sortable: true,
      },
      date('since', t('qualification.since'), ({ since }) => dayOf(since)),
      date('until', t('qualification.until'), ({ until }) => dayOf(until)),
    ],
  };
}

function Asked({ of }: { of: readonly Requirement[] }) {
  const { t, said } = useTranslate();
  const { number } = useFormat();
  if (of.length === 0) return <p className="not-recorded">{t('qualification.noRequirements')}</p>;
  return (
    <ol className="checks">
      {of.map(({ key, name, measure, atLeast, document }) => (
        <li key={key}>
          <Words of={name} />
          <span className="entry-soft">
            {[
              measure && atLeast !== null && `${said(requirementMeasureWords[measure])} ≥ ${number(atLeast)}`,
              document && t('qualification.document'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function List({ items }: { items: readonly Item[] }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const table = useListTable(items);
  return (
    <Figure
      id="qualified"
      title={t('qualification.list')}
      subtitle={t('qualification.listWords')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <DataTable caption={t('qualification.list')} table={table} captionHidden />
    </Figure>
  );
}

/** The qualified list: its requirements and its labs. */
export function QualifiedPage() {
  const { t } = useTranslate();
  const may = useMay();
  return (
    <ReadPage of={useQualified()} title={t('qualification.title')} height={640}>
      {({ requirements, items }) => (
        <>
          <section>
            <p className="kicker">
              <Go to="labs">{t('nav.labs')}</Go>
            </p>
            <h1 className="lead">
              {t('qualification.lead', { count: items.filter(({ state }) => state === 'qualified').length })}
            </h1>
          </section>
          <section>
            <h2>{t('qualification.requirements')}</h2>
            <Help of="qualified" />
            <Asked of={requirements} />
          </section>
          {may('keep-register') && (
            <Acts
              title={t('qualification.title')}
              acts={['requirements']}
              label={() => t('qualification.editRequirements')}
              formOf={(_, ends) => <RequirementsForm requirements={requirements} {...ends} />}
            />
          )}
          {items.length > 0 ? <List items={items} /> : <Empty />}
        </>
      )}
    </ReadPage>
  );
}
