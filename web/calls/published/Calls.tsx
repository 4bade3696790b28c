// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Call } from '../../../api/calls/published/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTold } from '../../i18n/told.ts';
import { useProgramme } from '../../programme.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Filters } from '../../ui/Filters.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { CallList, useCallTable } from './CallList.tsx';
import { callKinds, callStates, useFoundCalls } from './queries.ts';

function CallFilters({ calls, found }: { calls: readonly Call[]; found: number | undefined }) {
  const { t } = useTold();
  const text = useText();
  const { areaList } = useProgramme();
  const held = <T,>(all: readonly T[], of: (call: Call) => T) => all.filter((one) => calls.some((c) => of(c) === one));
  const areas = areaList.filter(({ key }) => calls.some(({ area }) => area.key === key));
  const choices = [
    { name: 'callQ', label: t('calls.filter.q') },
    {
      name: 'callState',
      label: t('calls.filter.state'),
      options: held(callStates, ({ state }) => state).map((value) => ({ value, label: t(`calls.state.${value}`) })),
    },
    {
      name: 'callKind',
      label: t('calls.filter.kind'),
      options: held(callKinds, ({ kind }) => kind).map((value) => ({ value, label: t(`calls.kinds.${value}`) })),
    },
    {
      name: 'area',
      label: t('calls.filter.area'),
      options: areas.map(({ key, name }) => ({ value: key, label: text(name).text })),
    },
  ];
  const told = found === undefined ? {} : { found: t('calls.found', { count: found }) };
  return <Filters label={t('calls.filter.label')} choices={choices} {...told} />;
}

/** The calls, latest first, with filters from the address. */
export function CallDirectory({ all }: { all: readonly Call[] }) {
  const { t } = useTold();
  const { owner, updatedOn } = useProgramme();
  const pages = useFoundCalls();
  const table = useCallTable(pages.items ?? []);
  const silent = all.filter(({ state }) => state === 'not-recorded').length;
  return (
    <Figure
      id="calls"
      title={silent ? t('calls.silent', { count: silent, of: all.length }) : t('calls.directory')}
      subtitle={t('calls.directoryWords')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <CallFilters calls={all} found={pages.items && pages.total} />
      <Listing pages={pages} nothing={t('listing.nothing')}>
        {(calls) => <CallList calls={calls} />}
      </Listing>
    </Figure>
  );
}
