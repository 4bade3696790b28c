// SPDX-License-Identifier: AGPL-3.0-or-later

import { Fragment } from 'react';
import { useParams } from 'react-router';
import type { OrganisationWithRoles } from '../../../api/city/organisations/contract.ts';
import { organisationKindWords, partnerWords } from '../../../api/city/organisations/fields.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { ChainLink } from '../../ui/ChainLink.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Prose } from '../../ui/Prose.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { useOrganisation } from './queries.ts';
import { Roles } from './Roles.tsx';

function Resembles({ others }: { others: OrganisationWithRoles['resembles'] }) {
  const { t } = useTranslate();
  if (others.length === 0) return null;
  return (
    <p className="caveat">
      <strong>{t('organisations.resembles', { count: others.length })}</strong>
      {others.map(({ key, name }, index) => (
        <Fragment key={key}>
          {index > 0 && ', '}
          <Go to={`organisations/${key}`}>
            <Words of={name} />
          </Go>
        </Fragment>
      ))}
      . {t('organisations.resemblesWhy')}
    </p>
  );
}

function Heading({ organisation }: { organisation: OrganisationWithRoles }) {
  const { t, said } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const { name, kind, sector, zone, partner, url, note, source, resembles } = organisation;
  return (
    <section className="record-notes">
      <p className="kicker">
        <Go to="organisations">{t('nav.organisations')}</Go>
      </p>
      <h1 className="lead">
        <Words of={name} />
      </h1>
      <p className="byline">
        <span>{said(organisationKindWords[kind])}</span>
        {sector && (
          <span>
            <Words of={sector} />
          </span>
        )}
        {partner && <span>{said(partnerWords[partner])}</span>}
        {organisation.awards.length > 0 && (
          <span>
            <ChainLink kind="organisation" itemKey={organisation.key} />
          </span>
        )}
        <span>
          {zone ? (
            <Go to={`periphery#${zone.key}`}>
              <Words of={zone.name} />
            </Go>
          ) : (
            t('organisations.noZone')
          )}
        </span>
        {url && (
          <span>
            <a href={url}>{url.replace(/^https?:\/\//, '')}</a>
          </span>
        )}
      </p>
      <Prose of={note} />
      <Resembles others={resembles} />
      <FigureNotes source={source} datedOn={updatedOn} owner={owner} />
    </section>
  );
}

/** One organisation with all its roles. */
export function OrganisationPage() {
  const { t } = useTranslate();
  const { organisation = '' } = useParams();
  return (
    <ReadPage of={useOrganisation(organisation)} title={t('organisations.one')} named={({ name }) => name} height={800}>
      {(found) => (
        <>
          <Heading organisation={found} />
          <Roles organisation={found} />
          <History of={`organisations/${found.key}`} />
        </>
      )}
    </ReadPage>
  );
}
