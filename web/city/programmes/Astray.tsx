// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { useAddress } from '../../ui/address.ts';
import { useTitle } from '../../ui/title.ts';

interface WayOut {
  title: string;
  why?: string;
  to: string;
  label: string;
}

function Astray({ title, why, to, label }: WayOut) {
  useTitle(title);
  return (
    <div className="state state-page">
      <h1 className="lead">{title}</h1>
      {why && <p>{why}</p>}
      <p>
        <Link to={to}>{label}</Link>
      </p>
    </div>
  );
}

/** The requested day is before the first recorded one: names that day and links to it. */
export function NothingKnown({ firstDay }: { firstDay: string | null }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { asOf } = useAddress();
  const { pathname } = useLocation();
  return (
    <Astray
      title={t('programmes.nothingKnown')}
      why={t('programmes.nothingKnownOn', { date: asOf ? day(asOf) : '' })}
      to={firstDay ? `${pathname}?asOf=${firstDay}` : pathname}
      label={firstDay ? t('programmes.firstDay', { date: day(firstDay) }) : t('programmes.now')}
    />
  );
}

/** The requested day is in the future or invalid. */
export function NoSuchDay({ future }: { future: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const why = t(future ? 'programmes.future' : 'programmes.noDay');
  return <Astray title={t('programmes.noSuchDay')} why={why} to={pathname} label={t('programmes.now')} />;
}

export function UnknownProgramme() {
  const { t } = useTranslation();
  const { language } = useAddress();
  return <Astray title={t('programmes.unknown')} to={`/${language}`} label={t('page.programmes')} />;
}
