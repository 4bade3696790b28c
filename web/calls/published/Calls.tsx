// SPDX-License-Identifier: AGPL-3.0-or-later

import { callKindWords } from '../../../api/calls/drafting/fields.ts';
import type { Call } from '../../../api/calls/published/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Filters } from '../../ui/Filters.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { CallList, useCallTable } from './CallList.tsx';
import { callKinds, callStates, useFoundCalls } from './queries.ts';

function CallFilters({ calls, found }: { calls: readonly Call[]; found: number | undefined }) {
  const { t, said } = useTranslate();
  const text = useText();
  const { areaList } = useProgramme();
  const present = <T,>(all: readonly T[], of: (call: Call) => T) =>
    all.filter((one) => calls.some((c) => of(c) === one));
  const areas = areaList.filter(({ key }) => calls.some(({ area }) => area.key === key));
  const choices = [
    { name: 'callQ', label: t('calls.filter.q') },
    {
      name: 'callState',
      label: t('calls.filter.state'),
      options: present(callStates, ({ state }) => state).map((value) => ({ value, label: t(`calls.state.${value}`) })),
    },
    {
      name: 'callKind',
      label: t('calls.filter.kind'),
      options: present(callKinds, ({ kind }) => kind).map((value) => ({ value, label: said(callKindWords[value]) })),
    },
    {
      name: 'area',
      label: t('calls.filter.area'),
      options: areas.map(({ key, name }) => ({ value: key, label: text(name).text })),
    },
  ];
  const count = found === undefined ? {} : { found: t('calls.found', { count: found }) };
  return <Filters label={t('calls.filter.label')} choices={choices} {...count} />;
}

/** The calls, latest first, with filters from the address. */
export function CallDirectory({ all }: { all: readonly Call[] }) {
  const { t } = useTranslate();
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
