// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { Space } from '../../api/spaces/contract.ts';
import { Bars, type BarsProps } from '../charts/Bars.tsx';
import { useBarsTable } from '../charts/tables.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { useZoneOptions } from '../territory/queries.ts';
import { Figure } from '../ui/Figure.tsx';
import { Filters } from '../ui/Filters.tsx';
import { Listing } from '../ui/Listing.tsx';
import { spaceKinds, spaceStates, useFoundSpaces } from './queries.ts';
import { SpaceList, useSpaceTable } from './SpaceList.tsx';

/** How many spaces stand at each step of the way back to use. */
export function SpaceStates({ spaces }: { spaces: readonly Space[] }) {
  const { t } = useTold();
  const { owner, updatedOn } = useProgramme();
  const counted = (state: Space['state']) => spaces.filter((space) => space.state === state).length;
  const title = t('spaces.statesTitle', { count: counted('in-use'), of: spaces.length });
  const bars: BarsProps = {
    label: title,
    unit: 'count',
    bars: spaceStates.map((state) => ({
      key: state,
      name: t(`spaces.state.${state}`),
      value: counted(state),
      strong: state === 'in-use',
      to: `spaces?state=${state}`,
    })),
  };
  const table = useBarsTable(bars);
  return (
    <Figure
      id="states"
      title={title}
      subtitle={t('spaces.statesWords')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <Bars {...bars} />
    </Figure>
  );
}

function SpaceFilters({ spaces, found }: { spaces: readonly Space[]; found: number | undefined }) {
  const { t } = useTold();
  const [search] = useSearchParams();
  const zones = useZoneOptions('spaces', search.get('zone') ?? undefined);
  const kinds = spaceKinds.filter((kind) => spaces.some((space) => space.kind === kind));
  const states = spaceStates.filter((state) => spaces.some((space) => space.state === state));
  const choices = [
    { name: 'q', label: t('spaces.filter.q') },
    {
      name: 'state',
      label: t('spaces.filter.state'),
      options: states.map((state) => ({ value: state, label: t(`spaces.state.${state}`) })),
    },
    {
      name: 'kind',
      label: t('spaces.filter.kind'),
      options: kinds.map((kind) => ({ value: kind, label: t(`spaces.kinds.${kind}`) })),
    },
    { name: 'zone', label: t('spaces.filter.zone'), options: zones },
  ];
  const told = found === undefined ? {} : { found: t('spaces.found', { count: found }) };
  return <Filters label={t('spaces.filter.label')} choices={choices} {...told} />;
}

export function SpaceDirectory({ all }: { all: readonly Space[] }) {
  const { t } = useTold();
  const { owner, updatedOn } = useProgramme();
  const pages = useFoundSpaces();
  const table = useSpaceTable(pages.items ?? []);
  return (
    <Figure
      id="directory"
      title={t('spaces.directory')}
      subtitle={t('spaces.directoryWords')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <SpaceFilters spaces={all} found={pages.items && pages.total} />
      <Listing pages={pages} nothing={t('listing.nothing')}>
        {(spaces) => <SpaceList spaces={spaces} />}
      </Listing>
    </Figure>
  );
}
