// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useFormat } from '../i18n/format.ts';
import { useAddress } from '../ui/address.ts';
import { useTitle } from '../ui/title.ts';

/** The day asked for lies before anything was recorded: says which day is the first, and leads there. */
export function NothingKnown({ firstDay }: { firstDay: string | null }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { asOf } = useAddress();
  const { pathname } = useLocation();
  useTitle(t('programmes.nothingKnown'));
  return (
    <div className="state state-page">
      <h1 className="lead">{t('programmes.nothingKnown')}</h1>
      <p>{asOf && t('programmes.nothingKnownOn', { date: day(asOf) })}</p>
      {firstDay && (
        <p>
          <Link to={`${pathname}?asOf=${firstDay}`}>{t('programmes.firstDay', { date: day(firstDay) })}</Link>
        </p>
      )}
    </div>
  );
}
