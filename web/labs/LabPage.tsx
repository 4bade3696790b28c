// SPDX-License-Identifier: AGPL-3.0-or-later

import { useParams } from 'react-router';
import type { Lab } from '../../api/labs/contract.ts';
import { History } from '../history/History.tsx';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { Coordinates } from '../territory/Coordinates.tsx';
import { Where } from '../territory/Where.tsx';
import { Facts } from '../ui/Facts.tsx';
import { FigureNotes } from '../ui/FigureNotes.tsx';
import { Go } from '../ui/Go.tsx';
import { Described } from '../ui/Prose.tsx';
import { ReadPage } from '../ui/states.tsx';
import { Words } from '../ui/Words.tsx';
import { useEntryAge } from './LabList.tsx';
import { useLab } from './queries.ts';

function Recorded({ lab }: { lab: Lab }) {
  const { t } = useTold();
  const { squareMetres, when, day } = useFormat();
  const facts = [
    [t('labs.kind'), t(`labs.kinds.${lab.kind}`)],
    [
      t('labs.organisation'),
      lab.organisation && (
        <Go key="organisation" to={`organisations/${lab.organisation.key}`}>
          <Words of={lab.organisation.name} />
        </Go>
      ),
    ],
    [t('charts.zone'), <Where key="zone" zone={lab.zone} />],
    [t('labs.address'), lab.address],
    [t('territory.coordinates'), <Coordinates key="coordinates" latitude={lab.latitude} longitude={lab.longitude} />],
    [t('labs.floorArea'), lab.floorAreaM2 === null ? null : squareMetres(lab.floorAreaM2)],
    [t('labs.opened'), lab.opened && when(lab.opened)],
    [t('labs.closing'), lab.closed ? when(lab.closed) : null],
    [t('labs.site'), lab.url && <a href={lab.url}>{lab.url.replace(/^https?:\/\//, '')}</a>],
    [t('labs.confirmed'), lab.confirmedOn && day(lab.confirmedOn)],
  ] as const;
  return <Facts facts={facts} />;
}

function One({ lab }: { lab: Lab }) {
  const { t } = useTold();
  const { owner, updatedOn } = useProgramme();
  const ageOf = useEntryAge();
  return (
    <>
      <section>
        <p className="kicker">
          <Go to="labs">{t('nav.labs')}</Go>
        </p>
        <h1 className="lead">
          <Words of={lab.name} />
        </h1>
        <p className="byline">
          <span>{t(`labs.kinds.${lab.kind}`)}</span>
          <Where zone={lab.zone} />
          <span>{ageOf(lab)}</span>
        </p>
        <Described of={lab} />
      </section>
      <section className="record-notes" aria-labelledby="recorded-title">
        <h2 id="recorded-title">{t('labs.recorded')}</h2>
        <Recorded lab={lab} />
        <FigureNotes source={lab.source} datedOn={updatedOn} owner={owner} />
      </section>
      <History of={`labs/${lab.key}`} />
    </>
  );
}

export function LabPage() {
  const { t } = useTold();
  const { lab = '' } = useParams();
  return (
    <ReadPage of={useLab(lab)} title={t('labs.one')} named={({ name }) => name} height={720}>
      {(found) => <One lab={found} />}
    </ReadPage>
  );
}
