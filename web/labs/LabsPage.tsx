// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { LabSummary as Lab } from '../../api/labs/contract.ts';
import { useTold } from '../i18n/told.ts';
import { Readings } from '../indicators/Readings.tsx';
import { useProgramme } from '../programmes/queries.ts';
import { useZoneOptions } from '../territory/queries.ts';
import { Figure } from '../ui/Figure.tsx';
import { Filters } from '../ui/Filters.tsx';
import { Listing } from '../ui/Listing.tsx';
import { Empty, ReadPage } from '../ui/states.tsx';
import { LabList, useLabTable } from './LabList.tsx';
import { LabsLead } from './LabsLead.tsx';
import { labKinds, useAllLabs, useFoundLabs } from './queries.ts';

function LabFilters({ labs, found }: { labs: readonly Lab[]; found: number | undefined }) {
  const { t } = useTold();
  const [search] = useSearchParams();
  const zones = useZoneOptions('labs', search.get('zone') ?? undefined);
  const held = labKinds.filter((kind) => labs.some((lab) => lab.kind === kind));
  const choices = [
    { name: 'q', label: t('labs.filter.q') },
    {
      name: 'kind',
      label: t('labs.filter.kind'),
      options: held.map((kind) => ({ value: kind, label: t(`labs.kinds.${kind}`) })),
    },
    { name: 'zone', label: t('labs.filter.zone'), options: zones },
  ];
  return <Filters choices={choices} {...(found === undefined ? {} : { found: t('labs.found', { count: found }) })} />;
}

function Directory({ all }: { all: readonly Lab[] }) {
  const { t } = useTold();
  const { owner, updatedOn } = useProgramme();
  const pages = useFoundLabs();
  const table = useLabTable(pages.items ?? []);
  return (
    <Figure
      id="directory"
      title={t('labs.directory')}
      subtitle={t('labs.directoryWords')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <LabFilters labs={all} found={pages.items && pages.total} />
      <Listing pages={pages} nothing={t('listing.nothing')}>
        {(labs) => <LabList labs={labs} />}
      </Listing>
    </Figure>
  );
}

export function LabsPage() {
  const { t } = useTold();
  return (
    <ReadPage of={useAllLabs()} title={t('nav.labs')} height={1000}>
      {({ items, total }) => (
        <>
          <section>
            <LabsLead labs={items} total={total} />
          </section>
          {total > 0 ? <Directory all={items} /> : <Empty />}
          <Readings id="measured" title={t('labs.measured')} subjects={['labs']} />
        </>
      )}
    </ReadPage>
  );
}
