// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Agreement } from '../../../api/money/agreements/contract.ts';
import { contributionFormWords } from '../../../api/money/agreements/fields.ts';
import { originWords } from '../../../api/platform/fields/choices.fields.ts';
import { Bars } from '../../charts/Bars.tsx';
import { useCells } from '../../charts/cells.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';

type Contribution = Agreement['contributions'][number];

const cents = (eur: number) => Math.round(eur * 100);

/** Whether contributions add up to the declared total: "30 + 7,5 + 0,5 = 38 milioni di euro". */
function useReconciliation() {
  const { t } = useTranslate();
  const { euro, euroWords, millions } = useFormat();
  return ({ contributions, contributedEur, totalEur }: Agreement): string => {
    const known = contributions.flatMap(({ amountEur }) => (amountEur === null ? [] : [amountEur]));
    if (known.length === 0) return t('agreements.contribution.noAmounts');
    const large = contributedEur >= 1e6;
    const parts = known.map(large ? millions : euro).join(' + ');
    const total = large ? millions(contributedEur) : euro(contributedEur);
    const sum =
      known.length === 1
        ? t('agreements.contribution.single', { total: euroWords(contributedEur) })
        : t(large ? 'agreements.contribution.sum' : 'agreements.contribution.sumEuro', { parts, total });
    if (totalEur === null) return sum + t('agreements.contribution.undeclared');
    const gap = (cents(totalEur) - cents(contributedEur)) / 100;
    if (gap === 0) return sum + t('agreements.contribution.agrees');
    const said = { total: euroWords(totalEur), gap: euroWords(Math.abs(gap)) };
    return sum + t(gap > 0 ? 'agreements.contribution.less' : 'agreements.contribution.more', said);
  };
}

function useContributionTable(contributions: readonly Contribution[]) {
  const { t, said, text, link, amount, source, note } = useCells();
  const columns: Column<Contribution>[] = [
    { key: 'name', header: t('agreements.contribution.name'), value: ({ name }) => text(name).text, rowHeader: true },
    link('organisation', t('agreements.contribution.from'), ({ organisation }) => organisation, 'organisations/'),
    {
      key: 'origin',
      header: t('agreements.contribution.origin'),
      value: ({ origin }) => said(originWords[origin]),
    },
    {
      key: 'form',
      header: t('agreements.contribution.form'),
      value: ({ form }) => said(contributionFormWords[form]),
    },
    amount('amount', t('agreements.contribution.amount'), ({ amountEur }) => amountEur, 'eur'),
    source(),
    note(),
  ];
  return { columns, rows: contributions, rowKey: ({ key }: Contribution) => key };
}

/** Contributions by party and the check of their total. */
export function Contributions({ agreement }: { agreement: Agreement }) {
  const { t, said } = useTranslate();
  const text = useText();
  const { owner, updatedOn } = useProgramme();
  const { contributions, source } = agreement;
  const title = useReconciliation()(agreement);
  const table = useContributionTable(contributions);
  const bars = contributions.map(({ key, name, organisation, origin, form, amountEur }) => {
    const kind = [said(originWords[origin]), said(contributionFormWords[form])];
    const from = organisation ? [text(organisation.name).text] : [];
    return { key, name: text(name).text, value: amountEur, note: [...from, ...kind].join(' · '), strong: true };
  });
  return (
    <Figure
      id="contributions"
      title={title}
      subtitle={t('agreements.contribution.subtitle')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <Bars label={title} unit="eur" bars={bars} />
    </Figure>
  );
}
