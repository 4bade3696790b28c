// SPDX-License-Identifier: AGPL-3.0-or-later

import { Link } from 'react-router';
import type { Cycle } from '../../../api/city/programmes/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';

/** Cycles with milestones, in chronological order. */
export function CycleSwitch({ shown }: { shown: Cycle }) {
  const { t } = useTranslate();
  const { span } = useFormat();
  const { cycles } = useProgramme();
  const { to } = useAddress();
  const planned = cycles.filter((cycle) => cycle.milestones > 0);
  if (planned.length < 2) return null;
  return (
    <nav className="switch" aria-label={t('plan.cycles')}>
      {planned.map((cycle) => (
        <Link
          key={cycle.key}
          to={to(`plan?cycle=${cycle.key}`)}
          replace
          aria-current={cycle.key === shown.key ? 'true' : undefined}
        >
          {span(cycle.startsOn, cycle.endsOn)}
        </Link>
      ))}
    </nav>
  );
}
