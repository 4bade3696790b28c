// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { Empty, Failure, Loading } from '../ui/states.tsx';
import { useTitle } from '../ui/title.ts';
import { AtRisk } from './AtRisk.tsx';
import { Earmarks } from './Earmarks.tsx';
import { FlowFigure } from './FlowFigure.tsx';
import { Groups } from './Groups.tsx';
import { Allocations, Funds } from './MoneyTables.tsx';
import { type Money, useMoney } from './queries.ts';

function Lead({ totals }: Pick<Money, 'totals'>) {
  const { t } = useTold();
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

/** Where the programme's money comes from, where it goes, and what nobody can say of it. */
export function MoneyPage() {
  const { t } = useTold();
  const text = useText();
  const { name } = useProgramme();
  useTitle(t('nav.money'), text(name).text);
  const { data, error, refetch, isPlaceholderData } = useMoney();
  if (error && !data) return <Failure page problem={error} onRetry={refetch} />;
  if (!data) return <Loading height={1600} />;
  if (data.funds.length === 0)
    return (
      <>
        <h1 className="lead">{t('nav.money')}</h1>
        <Empty />
      </>
    );
  return (
    <div className="page" aria-busy={isPlaceholderData}>
      <Lead totals={data.totals} />
      <FlowFigure money={data} />
      <Groups money={data} />
      {data.earmarks.length > 0 && <Earmarks earmarks={data.earmarks} />}
      {data.atRisk.items.length > 0 && <AtRisk risk={data.atRisk} />}
      <Funds funds={data.funds} />
      {data.allocations.length > 0 && <Allocations allocations={data.allocations} />}
    </div>
  );
}
