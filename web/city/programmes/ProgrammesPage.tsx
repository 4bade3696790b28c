// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import type { ProgrammeSummary } from '../../../api/city/programmes/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgrammes } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';
import { Failure, Loading } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';
import { Words } from '../../ui/Words.tsx';

function Card({ programme }: { programme: ProgrammeSummary }) {
  const { key, name, owner, summary, illustrative, adoptedOn, areas, milestones, terms } = programme;
  const { t } = useTranslate(terms);
  const { day } = useFormat();
  const { language } = useAddress();
  return (
    <li>
      <h2>
        <Link to={`/${language}/${key}`}>
          <Words of={name} />
        </Link>
      </h2>
      <p>
        <Words of={summary} />
      </p>
      <p className="byline">
        <span>
          <Words of={owner} />
        </span>
        {adoptedOn && <span>{t('programmes.adopted', { date: day(adoptedOn) })}</span>}
        <span>{t('programmes.areas', { count: areas })}</span>
        <span>{t('programmes.milestones', { count: milestones })}</span>
        {illustrative && <strong className="illustrative">{t('programmes.illustrative')}</strong>}
      </p>
    </li>
  );
}

/** The programmes; a single one opens directly. */
export function ProgrammesPage() {
  const { t } = useTranslation();
  const { language } = useAddress();
  useTitle(t('page.programmes'));
  const { data, error, refetch } = useProgrammes();
  if (error && !data) return <Failure page problem={error} onRetry={refetch} />;
  if (!data) return <Loading height={480} />;
  const [only] = data.items;
  if (only && data.items.length === 1) return <Navigate replace to={`/${language}/${only.key}`} />;
  if (!only)
    return (
      <div className="state state-page">
        <h1 className="lead">{t('programmes.none')}</h1>
        <p>{t('programmes.noneHint')}</p>
      </div>
    );
  return (
    <>
      <h1 className="lead">{t('programmes.lead')}</h1>
      <ul className="programmes">
        {data.items.map((one) => (
          <Card key={one.key} programme={one} />
        ))}
      </ul>
    </>
  );
}
