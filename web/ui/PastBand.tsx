// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { useAddress, useAsk } from './address.ts';
import { Help } from './Help.tsx';

/** Says that the page shows a past day and links back to today. */
export function PastBand() {
  const { t } = useTranslation();
  const { asOf } = useAddress();
  const { day } = useFormat();
  const ask = useAsk();
  if (!asOf) return null;
  return (
    <div className="band band-past" role="status">
      <p className="column">
        {t('asOf.past', { date: day(asOf) })}{' '}
        <button type="button" className="plain" onClick={() => ask({ asOf: undefined })}>
          {t('asOf.back')}
        </button>
      </p>
      <div className="column">
        <Help of="asOf" />
      </div>
    </div>
  );
}
