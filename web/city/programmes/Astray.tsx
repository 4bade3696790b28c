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

/** The day asked for lies before anything was recorded: says which day is the first, and leads there. */
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

/** A day still to come, or none at all. */
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
