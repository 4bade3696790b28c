// SPDX-License-Identifier: AGPL-3.0-or-later
import { useParams } from 'react-router';
import type { Ref } from '../../../api/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Described, Prose } from '../../ui/Prose.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { MilestoneList } from '../milestones/MilestoneLinks.tsx';
import { KeepInitiative } from './KeepInitiative.tsx';
import { useInitiative, type WholeInitiative } from './queries.ts';

function Heading({ initiative }: { initiative: WholeInitiative }) {
  const { t } = useTranslate();
  const { day } = useFormat();
  const { area, name, existing, withdrawnOn, withdrawnReason } = initiative;
  return (
    <section>
      <p className="kicker">
        <Go to={`areas/${area.key}`}>
          <Words of={area.name} />
        </Go>
      </p>
      <h1 className="lead">
        <Words of={name} />
      </h1>
      <p className="byline">
        <span>{t(existing ? 'areas.isExisting' : 'areas.isNew')}</span>
        {withdrawnOn && <strong>{t('initiatives.withdrawn', { date: day(withdrawnOn) })}</strong>}
      </p>
      <Prose of={withdrawnReason} lead={`${t('initiatives.reason')}.`} />
      <Described of={initiative} />
    </section>
  );
}

function Recorded({ initiative }: { initiative: WholeInitiative }) {
  const { t } = useTranslate();
  const { euro, day } = useFormat();
  const { owner, zone, amountEur, startsOn, endsOn, calls } = initiative;
  const to = (page: string, { key, name }: Ref) => (
    <Go to={`${page}${key}`}>
      <Words of={name} />
    </Go>
  );
  const facts = [
    [t('areas.owner'), owner && to('organisations/', owner)],
    [t('charts.zone'), zone && to('periphery#', zone)],
    [t('areas.amount'), amountEur === null ? null : euro(amountEur)],
    [t('areas.starts'), startsOn && day(startsOn)],
    [t('areas.ends'), endsOn && day(endsOn)],
    ...(calls.length
      ? [[t('areas.calls'), calls.map((call) => <p key={call.key}>{to('calls/', call)}</p>)] as const]
      : []),
  ] as const;
  return <Facts facts={facts} />;
}

function One({ initiative }: { initiative: WholeInitiative }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const { milestoneList, source, key } = initiative;
  return (
    <>
      <Heading initiative={initiative} />
      <KeepInitiative initiative={initiative} />
      <div className="pair">
        <section className="record-notes" aria-labelledby="recorded-title">
          <h2 id="recorded-title">{t('labs.recorded')}</h2>
          <Recorded initiative={initiative} />
          <FigureNotes source={source} datedOn={updatedOn} owner={owner} />
        </section>
        <section aria-labelledby="milestones-title">
          <h2 id="milestones-title">{t('areas.milestonesTitle')}</h2>
          {milestoneList.length === 0 && <p className="muted">{t('areas.noMilestones')}</p>}
          <MilestoneList milestones={milestoneList} />
        </section>
      </div>
      <History of={`initiatives/${key}`} />
    </>
  );
}

/** One initiative: description, owner, place and its milestones. */
export function InitiativePage() {
  const { t } = useTranslate();
  const { initiative = '' } = useParams();
  return (
    <ReadPage of={useInitiative(initiative)} title={t('calls.initiative')} named={({ name }) => name} height={900}>
      {(found) => <One initiative={found} />}
    </ReadPage>
  );
}
