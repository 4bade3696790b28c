// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Organisation } from '../../../api/city/organisations/contract.ts';
import { organisationKindWords, organisationRecord, partnerWords } from '../../../api/city/organisations/fields.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Filters } from '../../ui/Filters.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { Empty, ReadPage } from '../../ui/states.tsx';
import { OrganisationList, useOrganisationTable } from './OrganisationList.tsx';
import { partnerships, useAllOrganisations, useFoundOrganisations } from './queries.ts';

const organisationKinds = choicesOf(organisationRecord.fields.kind);

type Organisations = readonly Organisation[];

function Lead({ all, total }: { all: Organisations; total: number }) {
  const { t } = useTranslate();
  const { list } = useFormat();
  const whole = all.length === total;
  const [founding, later] = partnerships.map((kind) => all.filter(({ partner }) => partner === kind).length);
  const counts = organisationKinds.flatMap((kind) => {
    const count = all.filter((one) => one.kind === kind).length;
    return count ? [t(`organisations.tally.${kind}`, { count })] : [];
  });
  return (
    <section>
      <h1 className="lead">
        {t('organisations.lead', { count: total })}
        {whole && later ? t('organisations.leadPartners', { founding: founding ?? 0, later }) : ''}
        {whole && founding && !later ? t('organisations.leadFounding', { count: founding }) : ''}.
      </h1>
      {whole && <p className="byline">{list(counts)}</p>}
    </section>
  );
}

function OrganisationFilters({ all, found }: { all: Organisations; found: number | undefined }) {
  const { t, said } = useTranslate();
  const text = useText();
  const zones = new Map(all.flatMap(({ zone }) => (zone ? [[zone.key, text(zone.name).text] as const] : [])));
  const kinds = organisationKinds.filter((kind) => all.some((one) => one.kind === kind));
  const partners = partnerships.filter((one) => all.some(({ partner }) => partner === one));
  const choices = [
    { name: 'q', label: t('organisations.filter.q') },
    {
      name: 'kind',
      label: t('organisations.kind'),
      options: kinds.map((value) => ({ value, label: said(organisationKindWords[value]) })),
    },
    {
      name: 'partner',
      label: t('organisations.partner'),
      options: partners.map((value) => ({ value, label: said(partnerWords[value]) })),
    },
    {
      name: 'zone',
      label: t('charts.zone'),
      options: [...zones]
        .map(([value, label]) => ({ value, label }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    },
  ].filter(({ options }) => !options || options.length > 0);
  const count = found === undefined ? {} : { found: t('organisations.found', { count: found }) };
  return <Filters choices={choices} {...count} />;
}

function Directory({ all }: { all: Organisations }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const pages = useFoundOrganisations();
  const table = useOrganisationTable(pages.items ?? []);
  return (
    <Figure
      id="directory"
      title={t('organisations.directory')}
      subtitle={t('organisations.directoryWords')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <OrganisationFilters all={all} found={pages.items && pages.total} />
      <Listing pages={pages} nothing={t('listing.nothing')}>
        {(organisations) => <OrganisationList organisations={organisations} />}
      </Listing>
    </Figure>
  );
}

/** Participating organisations: partners, signatories, owners, recipients. */
export function OrganisationsPage() {
  const { t } = useTranslate();
  return (
    <ReadPage of={useAllOrganisations()} title={t('nav.organisations')} height={1000}>
      {({ items, total }) => (
        <>
          <Lead all={items} total={total} />
          {total > 0 ? <Directory all={items} /> : <Empty />}
        </>
      )}
    </ReadPage>
  );
}
