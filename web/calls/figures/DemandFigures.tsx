// SPDX-License-Identifier: AGPL-3.0-or-later

import { Answer } from '../../ui/states.tsx';
import type { WholeCall } from '../published/queries.ts';
import { ByDay } from './ByDay.tsx';
import { ByZone } from './ByZone.tsx';
import { useDemand } from './queries.ts';

/** Number of applications for the offered spaces or funds, and their zones. */
export function DemandFigures({ call }: { call: WholeCall }) {
  return (
    <Answer of={useDemand(call.key)} height={240}>
      {(demand) => (
        <>
          {demand.days.length > 0 && <ByDay demand={demand} />}
          {demand.zones.length > 0 && demand.applications > 0 && <ByZone demand={demand} />}
        </>
      )}
    </Answer>
  );
}
