// SPDX-License-Identifier: AGPL-3.0-or-later

import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { Bars, type BarsProps } from '../../charts/Bars.tsx';
import { useBarsTable } from '../../charts/tables.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { useProgramme } from '../../programme.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { type SpaceSummary, useFoundSpaces } from './queries.ts';
import { SpaceFiles } from './SpaceFiles.tsx';
import { SpaceFilters } from './SpaceFilters.tsx';
import { SpaceList, useSpaceTable } from './SpaceList.tsx';

/** States on the way to reuse, nearest first. */
const nearestFirst = [
  'in-use',
  'assigned',
  'in-call',
  'available',
  'verified',
  'surveyed',
  'returned',
  'withdrawn',
] as const;

/** Number of spaces per state. */
export function SpaceStates({ spaces }: { spaces: readonly SpaceSummary[] }) {
  const { t } = useTranslate();
  const { wordOf } = useChoices();
  const { owner, updatedOn } = useProgramme();
  const counted = (state: SpaceSummary['state']) => spaces.filter((space) => space.state === state).length;
  const title = t('spaces.statesTitle', { count: counted('in-use'), of: spaces.length });
  const bars: BarsProps = {
    label: title,
    unit: 'count',
    bars: nearestFirst.map((state) => ({
      key: state,
      name: wordOf(spaceFields.state, state),
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

export function SpaceDirectory({ all }: { all: readonly SpaceSummary[] }) {
  const { t } = useTranslate();
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
      <SpaceFiles />
      <SpaceFilters spaces={all} found={pages.items && pages.total} />
      <Listing pages={pages} nothing={t('listing.nothing')}>
        {(spaces) => <SpaceList spaces={spaces} />}
      </Listing>
    </Figure>
  );
}
