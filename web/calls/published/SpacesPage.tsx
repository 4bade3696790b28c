// SPDX-License-Identifier: AGPL-3.0-or-later

import { Readings } from '../../city/indicators/Readings.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { together } from '../../reading.ts';
import { useMay } from '../../session.ts';
import { useAllSpaces } from '../../spaces/directory/queries.ts';
import { SpaceDirectory, SpaceStates } from '../../spaces/directory/Spaces.tsx';
import { SpacesMap } from '../../spaces/directory/SpacesMap.tsx';
import { Reuse } from '../../spaces/figures/Reuse.tsx';
import { useAddress } from '../../ui/address.ts';
import { Go } from '../../ui/Go.tsx';
import { Empty, ReadPage } from '../../ui/states.tsx';
import { AssignedShares } from './AssignedShares.tsx';
import { CallDirectory } from './Calls.tsx';
import { useAllCalls } from './queries.ts';

interface Lists {
  spaces: NonNullable<ReturnType<typeof useAllSpaces>['data']>;
  calls: NonNullable<ReturnType<typeof useAllCalls>['data']>;
}

function Lead({ spaces, calls }: Lists) {
  const { t } = useTranslate();
  const inUse = spaces.items.filter(({ state }) => state === 'in-use').length;
  const open = calls.items.filter(({ state }) => state === 'open').length;
  const whole = spaces.items.length === spaces.total;
  if (spaces.total === 0 && calls.total > 0)
    return (
      <h1 className="lead">
        {t('spaces.lead.onlyCalls', { count: calls.total })}
        {t('spaces.lead.open', { count: open })}.
      </h1>
    );
  return (
    <h1 className="lead">
      {t('spaces.lead.spaces', { count: spaces.total })}
      {whole && spaces.total > 0 && t('spaces.lead.inUse', { count: inUse })}
      {t('spaces.lead.calls', { count: calls.total })}
      {calls.total > 0 && t('spaces.lead.open', { count: open })}.
    </h1>
  );
}

function Jumps({ spaces, calls }: Lists) {
  const { t } = useTranslate();
  const may = useMay();
  const { has, areaList } = useProgramme();
  const mine = areaList.some(({ key }) => may('keep-calls', key));
  return (
    <nav className="switch jumps" aria-label={t('spaces.jumps.label')}>
      {spaces.total > 0 && <a href="#directory">{t('spaces.jumps.spaces')}</a>}
      {calls.total > 0 && <a href="#calls">{t('spaces.jumps.calls')}</a>}
      {calls.total > 0 && <Go to="chain">{t('spaces.jumps.chain')}</Go>}
      {has.indicators && <a href="#measured">{t('spaces.jumps.measured')}</a>}
      {mine && <Go to="call-drafts">{t('calls.drafts')}</Go>}
    </nav>
  );
}

/** Actions on the census. */
function Ways() {
  const { t } = useTranslate();
  const may = useMay();
  const { asOf } = useAddress();
  if (asOf) return null;
  return (
    <p className="ways">
      <Go to="spaces-report">{t('census.ways.report')}</Go>
      {may('keep-spaces') && <Go to="spaces-add">{t('census.ways.add')}</Go>}
      {may('keep-spaces') && <Go to="requests">{t('census.ways.requests')}</Go>}
      {may('keep-spaces') && <Go to="spaces-import">{t('census.ways.import')}</Go>}
    </p>
  );
}

function Both({ spaces, calls }: Lists) {
  const { t } = useTranslate();
  return (
    <>
      <div>
        <Lead spaces={spaces} calls={calls} />
        <Ways />
        <Jumps spaces={spaces} calls={calls} />
      </div>
      {spaces.total === 0 && (
        <Empty>
          <p>{t('census.empty')}</p>
        </Empty>
      )}
      {spaces.total > 1 && spaces.items.length === spaces.total && <SpaceStates spaces={spaces.items} />}
      {spaces.total > 0 && <SpaceDirectory all={spaces.items} />}
      {spaces.total > 1 && <SpacesMap />}
      {spaces.total > 1 && <Reuse />}
      {calls.total > 0 && <CallDirectory all={calls.items} />}
      {calls.total > 0 && <AssignedShares />}
      <Readings id="measured" title={t('spaces.measured')} subjects={['spaces', 'calls']} />
    </>
  );
}

export function SpacesPage() {
  const { t } = useTranslate();
  const { has } = useProgramme();
  const reading = together(useAllSpaces(), useAllCalls());
  return (
    <ReadPage of={reading} title={t(has.spaces ? 'nav.spaces' : 'nav.calls')} height={1200}>
      {([spaces, calls]) => <Both spaces={spaces} calls={calls} />}
    </ReadPage>
  );
}
