// SPDX-License-Identifier: AGPL-3.0-or-later
import { useParams } from 'react-router';
import { useRecipient } from '../../calls/published/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { ChainLink } from '../../ui/ChainLink.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Prose } from '../../ui/Prose.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { Checks, Payments } from './AwardTables.tsx';
import { KeepAward } from './KeepAward.tsx';
import { type Award, useAward } from './queries.ts';
import { Timeline } from './Timeline.tsx';

/** Date of the latest event. */
const lastDay = ({ stage, endedOn, openedOn, keysOn, signedOn, awarded }: Award) =>
  ({ awarded: awarded?.date, signed: signedOn, keys: keysOn, opened: openedOn })[stage as 'signed'] ?? endedOn;

function Heading({ award }: { award: Award }) {
  const { t } = useTranslate();
  const { at } = useFormat();
  const name = useRecipient()(award);
  const day = lastDay(award);
  const date = day ? at({ date: day, precision: 'day' }) : '';
  return (
    <section>
      <p className="kicker">
        <Go to={`calls/${award.call.key}`}>
          <Words of={award.call.name} />
        </Go>
      </p>
      <h1 className="lead">{t(day ? `awards.lead.${award.stage}` : 'awards.lead.undated', { name, date })}</h1>
      <p className="byline">
        <span>
          <Go to={`areas/${award.area.key}`}>
            <Words of={award.area.name} />
          </Go>
        </span>
        {award.space && (
          <span>
            <Go to={`spaces/${award.space.key}`}>
              <Words of={award.space.name} />
            </Go>
          </span>
        )}
        {award.zone && (
          <span>
            <Go to={`periphery#${award.zone.key}`}>
              <Words of={award.zone.name} />
            </Go>
          </span>
        )}
        <span>
          <ChainLink kind="award" itemKey={award.key} />
        </span>
      </p>
      <Prose of={award.note} />
    </section>
  );
}

function KeyFigures({ award }: { award: Award }) {
  const { t } = useTranslate();
  const { euro, squareMetres, number } = useFormat();
  const { amountEur, paidEur, floorAreaM2, jobs, jobsExpected, space } = award;
  const figures = [
    ...(amountEur === null
      ? []
      : ([
          [t('awards.amount'), euro(amountEur)],
          [t('awards.paid'), euro(paidEur)],
        ] as const)),
    ...(space ? [[t('awards.floorArea'), floorAreaM2 === null ? null : squareMetres(floorAreaM2)] as const] : []),
    [t('awards.jobsExpected'), jobsExpected === null ? null : number(jobsExpected)],
    [t('awards.jobs'), jobs === null ? null : number(jobs)],
  ] as const;
  return <Facts large facts={figures} />;
}

function One({ award }: { award: Award }) {
  const { owner, updatedOn } = useProgramme();
  return (
    <>
      <Heading award={award} />
      <KeyFigures award={award} />
      <KeepAward award={award} />
      <Timeline award={award} />
      {award.amountEur !== null && <Payments award={award} />}
      {award.checks.length > 0 && <Checks award={award} />}
      <History of={`awards/${award.key}`} />
      <div className="figure-foot">
        <FigureNotes source={award.source} datedOn={updatedOn} owner={owner} />
      </div>
    </>
  );
}

/** One award and its progress. */
export function AwardPage() {
  const { t } = useTranslate();
  const { award = '' } = useParams();
  return (
    <ReadPage
      of={useAward(award)}
      title={t('awards.one')}
      named={({ organisation, call }) => (organisation ?? call).name}
      height={900}
    >
      {(found) => <One award={found} />}
    </ReadPage>
  );
}
