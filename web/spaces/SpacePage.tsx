// SPDX-License-Identifier: AGPL-3.0-or-later

import { useParams } from 'react-router';
import type { Space } from '../../api/spaces/contract.ts';
import { ChainLink } from '../chain/ChainLink.tsx';
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
import { useSpace } from './queries.ts';
import { SpaceState } from './SpaceState.tsx';

function Recorded({ space }: { space: Space }) {
  const { t } = useTold();
  const { squareMetres, when } = useFormat();
  const { ownerKind, owner, floorAreaM2, latitude, longitude } = space;
  const facts = [
    [t('spaces.kind'), t(`spaces.kinds.${space.kind}`)],
    [t('spaces.stateOf'), <SpaceState key="state" space={space} />],
    [t('spaces.owner'), owner && <Words of={owner.name} />],
    [t('spaces.ownerKind'), ownerKind && t(`spaces.ownerKinds.${ownerKind}`)],
    [t('charts.zone'), <Where key="zone" zone={space.zone} />],
    [t('labs.address'), space.address],
    [t('territory.coordinates'), <Coordinates key="coordinates" latitude={latitude} longitude={longitude} />],
    [t('labs.floorArea'), floorAreaM2 === null ? null : squareMetres(floorAreaM2)],
    [t('spaces.disusedSince'), space.disusedSince && when(space.disusedSince)],
  ] as const;
  return <Facts facts={facts} />;
}

function Calls({ calls }: Pick<Space, 'calls'>) {
  const { t } = useTold();
  return (
    <section aria-labelledby="calls-title">
      <h2 id="calls-title">{t('spaces.calls')}</h2>
      {calls.length === 0 && <p className="muted">{t('spaces.noCalls')}</p>}
      <ul className="items">
        {calls.map(({ key, name }) => (
          <li key={key}>
            <Go to={`calls/${key}`}>
              <Words of={name} />
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ space }: { space: Space }) {
  const { t } = useTold();
  const { owner, updatedOn } = useProgramme();
  return (
    <>
      <section>
        <p className="kicker">
          <Go to="spaces">{t('nav.spaces')}</Go>
        </p>
        <h1 className="lead">
          <Words of={space.name} />
        </h1>
        <p className="byline">
          <SpaceState space={space} />
          <span>{t(`spaces.kinds.${space.kind}`)}</span>
          <Where zone={space.zone} />
          <span>
            <ChainLink kind="space" itemKey={space.key} />
          </span>
        </p>
        <Described of={space} />
      </section>
      <div className="pair">
        <section className="record-notes" aria-labelledby="recorded-title">
          <h2 id="recorded-title">{t('labs.recorded')}</h2>
          <Recorded space={space} />
          <FigureNotes source={space.source} datedOn={updatedOn} owner={owner} />
        </section>
        <Calls calls={space.calls} />
      </div>
      <History of={`spaces/${space.key}`} />
    </>
  );
}

export function SpacePage() {
  const { t } = useTold();
  const { space = '' } = useParams();
  return (
    <ReadPage of={useSpace(space)} title={t('spaces.one')} named={({ name }) => name} height={720}>
      {(found) => <One space={found} />}
    </ReadPage>
  );
}
