// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Help } from '../../ui/Help.tsx';
import { EmptyPage, ReadPage } from '../../ui/states.tsx';
import { AtRisk } from './AtRisk.tsx';
import { AwardedMoney } from './AwardedMoney.tsx';
import { Earmarks } from './Earmarks.tsx';
import { FlowFigure } from './FlowFigure.tsx';
import { Groups } from './Groups.tsx';
import { Allocations, Funds } from './MoneyTables.tsx';
import { type Money, useMoney } from './queries.ts';

function Lead({ totals }: Pick<Money, 'totals'>) {
  const { t } = useTranslate();
  const { euro, euroWords, millions } = useFormat();
  const { amountEur, publicEur, privateEur, plannedEur, committedEur, paidEur, unallocatedEur } = totals;
  const part = amountEur < 1e6 ? euro : millions;
  const said = { total: euroWords(amountEur), public: part(publicEur), private: part(privateEur) };
  const whole = privateEur === 0 ? 'totalPublic' : publicEur === 0 ? 'totalPrivate' : 'total';
  return (
    <section>
      <h1 className="lead">
        {t(`money.lead.${whole}`, said)}
        {paidEur > 0 && t('money.lead.paid', { paid: euroWords(paidEur) })}
        {unallocatedEur > 0
          ? t('money.lead.unallocated', { unallocated: euroWords(unallocatedEur) })
          : t('money.lead.allPlaced')}
        .
      </h1>
      <p className="byline">
        <span>{t('money.byline.planned', { amount: euroWords(plannedEur) })}</span>
        <span>
          {committedEur > 0
            ? t('money.byline.committed', { amount: euroWords(committedEur) })
            : t('money.byline.nothingCommitted')}
        </span>
        <span>
          {paidEur > 0 ? t('money.byline.paid', { amount: euroWords(paidEur) }) : t('money.byline.nothingPaid')}
        </span>
      </p>
    </section>
  );
}

function All({ money }: { money: Money }) {
  return (
    <>
      <Lead totals={money.totals} />
      <Help of="money" />
      <FlowFigure money={money} />
      <Groups money={money} />
      {money.earmarks.length > 0 && <Earmarks earmarks={money.earmarks} />}
      {money.atRisk.items.length > 0 && <AtRisk risk={money.atRisk} />}
      {money.awards.length > 0 && <AwardedMoney awards={money.awards} />}
      <Funds funds={money.funds} />
      {money.allocations.length > 0 && <Allocations allocations={money.allocations} />}
    </>
  );
}

/** Sources and uses of the programme's money, and unattributed amounts. */
export function MoneyPage() {
  const { t } = useTranslate();
  return (
    <ReadPage of={useMoney()} title={t('nav.money')} height={1600}>
      {(money) => (money.funds.length === 0 ? <EmptyPage title={t('nav.money')} /> : <All money={money} />)}
    </ReadPage>
  );
}
