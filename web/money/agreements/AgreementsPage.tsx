// SPDX-License-Identifier: AGPL-3.0-or-later

import type { AgreementSummary } from '../../../api/money/agreements/contract.ts';
import { agreementKindWords } from '../../../api/money/agreements/fields.ts';
import { useCells } from '../../charts/cells.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { EmptyPage, ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { useAgreements } from './queries.ts';

type Agreements = readonly AgreementSummary[];

function useAgreementTable(agreements: Agreements) {
  const { t, said, text, date, link, amount } = useCells();
  const count = (key: 'parties' | 'obligations'): Column<AgreementSummary> => ({
    key,
    header: t(`agreements.${key}`),
    value: (one) => one[key],
    numeric: true,
    sortable: true,
  });
  const columns: Column<AgreementSummary>[] = [
    { key: 'name', header: t('agreements.one'), value: ({ name }) => text(name).text, rowHeader: true, sortable: true },
    { key: 'kind', header: t('agreements.kind'), value: ({ kind }) => said(agreementKindWords[kind]), sortable: true },
    link('area', t('milestone.area'), ({ area }) => area, 'areas/'),
    date('signed', t('agreements.signed'), ({ signed }) => signed),
    date('until', t('agreements.runsUntil'), ({ runsUntil }) => runsUntil),
    amount('total', t('agreements.total'), ({ totalEur }) => totalEur, 'eur'),
    amount('contributed', t('agreements.contributed'), ({ contributedEur }) => contributedEur, 'eur'),
    count('parties'),
    count('obligations'),
  ];
  return { columns, rows: agreements, rowKey: ({ key }: AgreementSummary) => key };
}

function Entry({ agreement }: { agreement: AgreementSummary }) {
  const { t, said } = useTranslate();
  const { at, euroWords } = useFormat();
  const { key, name, kind, summary, signed, totalEur, parties, obligations } = agreement;
  return (
    <li className="entry">
      <div>
        <Go to={`agreements/${key}`} className="entry-name">
          <Words of={name} />
        </Go>
        <span>{said(agreementKindWords[kind])}</span>
        {summary && (
          <span className="entry-soft">
            <Words of={summary} />
          </span>
        )}
      </div>
      <div>
        <span>{signed ? t('agreements.signedOn', { date: at(signed) }) : t('agreements.notSigned')}</span>
        <span className="entry-soft">{t('agreements.told.parties', { count: parties })}</span>
        <span className="entry-soft">{t('agreements.told.obligations', { count: obligations })}</span>
      </div>
      <div>
        {totalEur === null ? (
          <span className="entry-soft">{t('agreements.told.noTotal')}</span>
        ) : (
          <span className="entry-figure">{euroWords(totalEur)}</span>
        )}
      </div>
    </li>
  );
}

function All({ agreements }: { agreements: Agreements }) {
  const { t } = useTranslate();
  const { euroWords } = useFormat();
  const { owner, updatedOn } = useProgramme();
  const table = useAgreementTable(agreements);
  const count = agreements.length;
  const total = agreements.reduce((sum, { totalEur }) => sum + (totalEur ?? 0), 0);
  return (
    <>
      <h1 className="lead">
        {t('agreements.lead', { count })}
        {total > 0 && t('agreements.leadWorth', { count, total: euroWords(total) })}.
      </h1>
      <Figure
        id="directory"
        title={t('agreements.directory')}
        subtitle={t('agreements.directoryWords')}
        table={table}
        datedOn={updatedOn}
        owner={owner}
      >
        <ul className="entries">
          {agreements.map((one) => (
            <Entry key={one.key} agreement={one} />
          ))}
        </ul>
      </Figure>
    </>
  );
}

/** The programme's agreements and their signatories. */
export function AgreementsPage() {
  const { t } = useTranslate();
  const title = t('nav.agreements');
  return (
    <ReadPage of={useAgreements()} title={title} className="page spaced" height={800}>
      {({ items }) => (items.length === 0 ? <EmptyPage title={title} /> : <All agreements={items} />)}
    </ReadPage>
  );
}
