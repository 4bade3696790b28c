// SPDX-License-Identifier: AGPL-3.0-or-later

import { useParams } from 'react-router';
import type { Agreement } from '../../../api/money/agreements/contract.ts';
import { agreementKindWords } from '../../../api/money/agreements/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Described } from '../../ui/Prose.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { Contributions } from './Contributions.tsx';
import { Obligations } from './Obligations.tsx';
import { Parties } from './Parties.tsx';
import { useAgreement } from './queries.ts';

function Byline({ agreement: { kind, signed, runsUntil, area, url } }: { agreement: Agreement }) {
  const { t, said } = useTranslate();
  const { at, when } = useFormat();
  return (
    <p className="byline">
      <span>{said(agreementKindWords[kind])}</span>
      <span>{signed ? t('agreements.signedOn', { date: at(signed) }) : t('agreements.notSigned')}</span>
      {runsUntil && <span>{t('agreements.runsUntilOn', { date: when(runsUntil) })}</span>}
      {area && (
        <span>
          <Go to={`areas/${area.key}`}>
            <Words of={area.name} />
          </Go>
        </span>
      )}
      {url && (
        <span>
          <a href={url}>{t('agreements.page')}</a>
        </span>
      )}
    </p>
  );
}

function Heading({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const { name, source } = agreement;
  return (
    <section className="record-notes">
      <p className="kicker">
        <Go to="agreements">{t('nav.agreements')}</Go>
      </p>
      <h1 className="lead">
        <Words of={name} />
      </h1>
      <Byline agreement={agreement} />
      <Described of={agreement} />
      <FigureNotes source={source} datedOn={updatedOn} owner={owner} />
    </section>
  );
}

function KeyFigures({ agreement: { totalEur, contributedEur, parties, obligations } }: { agreement: Agreement }) {
  const { t } = useTranslate();
  const { euro, number } = useFormat();
  const figures = [
    [t('agreements.total'), totalEur === null ? null : euro(totalEur)],
    [t('agreements.contributed'), contributedEur ? euro(contributedEur) : null],
    [t('agreements.parties'), number(parties)],
    [t('agreements.obligations'), number(obligations)],
  ] as const;
  return <Facts large facts={figures} />;
}

/** One agreement: parties, contributions and obligations with deadlines. */
export function AgreementPage() {
  const { t } = useTranslate();
  const { agreement = '' } = useParams();
  return (
    <ReadPage of={useAgreement(agreement)} title={t('agreements.one')} named={({ name }) => name} height={1200}>
      {(found) => (
        <>
          <Heading agreement={found} />
          <KeyFigures agreement={found} />
          {found.contributions.length > 0 && <Contributions agreement={found} />}
          {found.obligationList.length > 0 && <Obligations agreement={found} />}
          {found.partyList.length > 0 && <Parties agreement={found} />}
          <History of={`agreements/${found.key}`} />
        </>
      )}
    </ReadPage>
  );
}
