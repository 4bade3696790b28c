// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../../i18n/format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { MatchReason } from './queries.ts';

/** Why a lab matches, one text per reason; missing data is shown as missing. */
export function useReasonWords(): (reason: MatchReason) => string {
  const { t } = useTranslate();
  const { number } = useFormat();
  const { nameOf } = useTerms();
  return ({ what, holds, machine, process, area, km, days, freshness }) => {
    const yes = holds === 'yes';
    switch (what) {
      case 'machine':
        return machine
          ? t('match.reasons.machine', { process: nameOf(process ?? ''), machine })
          : t('match.reasons.machineUnnamed', { process: nameOf(process ?? '') });
      case 'size':
        if (!yes) return t('match.reasons.sizeUnknown');
        return area
          ? t('match.reasons.sizeYes', { area: `${number(area.widthMm)} × ${number(area.depthMm)} mm` })
          : t('match.reasons.sizeYesPlain');
      case 'material':
        return t(yes ? 'match.reasons.materialYes' : 'match.reasons.materialUnknown');
      case 'quantity':
        return t(yes ? 'match.reasons.quantityYes' : 'match.reasons.quantityUnknown');
      case 'time':
        return yes ? t('match.reasons.timeYes', { days: days ?? 0 }) : t('match.reasons.timeUnknown');
      case 'distance':
        return t('match.reasons.distance', { km: number(km ?? 0) });
      case 'qualified':
        return t('match.reasons.qualified');
      case 'freshness':
        return t(`match.reasons.freshness.${freshness ?? 'confirmed'}`);
    }
  };
}

export function Reasons({ of }: { of: readonly MatchReason[] }) {
  const say = useReasonWords();
  return (
    <ul className="reasons">
      {of.map((reason) => (
        <li key={reason.what} className={reason.holds === 'yes' ? 'is-yes' : 'is-open'}>
          {say(reason)}
        </li>
      ))}
    </ul>
  );
}
