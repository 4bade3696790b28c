// SPDX-License-Identifier: AGPL-3.0-or-later

import { Readings } from '../../city/indicators/Readings.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { Listing } from '../../ui/Listing.tsx';
import { Empty, ReadPage } from '../../ui/states.tsx';
import { LabFiles } from '../import/LabFiles.tsx';
import { LabFilters } from './LabFilters.tsx';
import { LabList, useLabTable } from './LabList.tsx';
import { LabsLead } from './LabsLead.tsx';
import { LabsMap } from './LabsMap.tsx';
import { type Register, useFoundLabs, useRegister } from './queries.ts';

function Directory({ register }: { register: Register }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const pages = useFoundLabs();
  const table = useLabTable(pages.items ?? []);
  return (
    <Figure
      id="directory"
      title={t('labs.directory')}
      subtitle={t('labs.directoryWords')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <LabFiles />
      <LabFilters register={register} found={pages.items && pages.total} />
      <Listing pages={pages} nothing={t('listing.nothing')}>
        {(labs) => <LabList labs={labs} />}
      </Listing>
    </Figure>
  );
}

/** Actions on the register. */
function Ways() {
  const { t } = useTranslate();
  const may = useMay();
  const { asOf } = useAddress();
  if (asOf) return null;
  return (
    <p className="ways">
      <Go to="labs-match">{t('labs.ways.match')}</Go>
      <Go to="labs-propose">{t('labs.ways.propose')}</Go>
      <Go to="qualified-labs">{t('qualification.title')}</Go>
      {may('keep-register') && <Go to="requests">{t('labs.ways.requests')}</Go>}
      {may('keep-register') && <Go to="labs-import">{t('labs.ways.import')}</Go>}
    </p>
  );
}

export function LabsPage() {
  const { t } = useTranslate();
  return (
    <ReadPage of={useRegister()} title={t('nav.labs')} height={1000}>
      {(register) => (
        <>
          <LabsLead register={register} />
          <Ways />
          {register.labs + register.closed > 0 ? <Directory register={register} /> : <Empty />}
          {register.labs > 0 && <LabsMap />}
          <Readings id="measured" title={t('labs.measured')} subjects={['labs']} />
        </>
      )}
    </ReadPage>
  );
}
