// SPDX-License-Identifier: AGPL-3.0-or-later
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useLive } from '../live.ts';
import { useAddress } from '../ui/address.ts';
import { Page, type Section } from '../ui/Page.tsx';
import { Failure, Loading, NotFound } from '../ui/states.tsx';
import { NothingKnown } from './NothingKnown.tsx';
import { type Programme, useProgrammeReading, useProgrammeToday } from './queries.ts';

const nothingKnown = 'urn:officina:problem:nothing-known';

function without({ has }: Programme): Section[] {
  const empty: Section[] = [];
  if (!has.labs) empty.push('labs');
  if (!has.spaces && !has.calls) empty.push('spaces');
  if (!has.context) empty.push('context');
  return empty;
}

const framed = (programme: Programme) => ({
  owner: programme.owner,
  programme: programme.name,
  illustrative: programme.illustrative,
  without: without(programme),
  changedAt: programme.updatedOn,
});

/** The frame of every page of a programme: read once, kept while the reader goes from page to page. */
export function ProgrammeFrame() {
  const { programme } = useAddress();
  const { lostSince } = useLive(programme);
  const { data, error, refetch } = useProgrammeReading();
  const unknown = error?.body.type === nothingKnown;
  const today = useProgrammeToday(unknown).data;
  if (unknown && today)
    return (
      <Page {...framed(today)}>
        <NothingKnown firstDay={today.firstDay} />
      </Page>
    );
  if (!data)
    return (
      <Page>
        {error?.status === 404 && !unknown && <NotFound />}
        {error && error.status !== 404 && <Failure problem={error} onRetry={refetch} />}
        {(!error || unknown) && <Loading height={640} />}
      </Page>
    );
  return (
    <Page {...framed(data)} lostSince={lostSince}>
      <Suspense fallback={<Loading height={640} />}>
        <Outlet context={data} />
      </Suspense>
    </Page>
  );
}
