// SPDX-License-Identifier: AGPL-3.0-or-later
import { withRooms } from '../../i18n/start.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useMay } from '../../session.ts';
import { late } from '../../ui/late.tsx';
import { Empty, ReadPage } from '../../ui/states.tsx';
import { PeripheryLead } from './PeripheryLead.tsx';
import { PeripheryMap } from './PeripheryMap.tsx';
import { PeripheryShares } from './PeripheryShares.tsx';
import { type Territory, useZones } from './queries.ts';
import { Zones } from './Zones.tsx';

const { Page: ImportBoundaries } = late(
  () => withRooms(import('../boundaries/ImportBoundaries.tsx')),
  'ImportBoundaries',
  { waiting: null },
);

function Charts({ territory: { items, periphery } }: { territory: Territory }) {
  const { t } = useTranslate();
  const measured = periphery.filter((one) => one.periphery + one.centre > 0);
  if (measured.length === 0)
    return (
      <Empty>
        <p>{t('dashboard.periphery.none')}</p>
      </Empty>
    );
  const outer = items.some((zone) => zone.periphery);
  return (
    <div className="pair">
      {items.some(({ tile, bounded }) => tile || bounded) && <PeripheryMap zones={items} shares={measured} />}
      {outer && <PeripheryShares shares={periphery.filter((one) => one.target !== null || measured.includes(one))} />}
    </div>
  );
}

export function PeripheryPage() {
  const { t } = useTranslate();
  const may = useMay();
  return (
    <ReadPage of={useZones()} title={t('nav.periphery')} height={1200}>
      {(territory) => (
        <>
          <PeripheryLead territory={territory} />
          <Charts territory={territory} />
          {territory.items.length > 0 && <Zones zones={territory.items} />}
          {territory.items.length > 0 && may('keep-register') && <ImportBoundaries zones={territory.items} />}
        </>
      )}
    </ReadPage>
  );
}
