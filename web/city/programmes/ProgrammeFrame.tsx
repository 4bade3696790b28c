// SPDX-License-Identifier: AGPL-3.0-or-later
import { useDeferredValue } from 'react';
import { Outlet } from 'react-router';
import type { Problem } from '../../http.ts';
import { useLive } from '../../live.ts';
import { type Programme, useProgrammeReading, useProgrammeToday } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';
import { Page, type Section } from '../../ui/Page.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { NoSuchDay, NothingKnown, UnknownProgramme } from './Astray.tsx';

const waiting = <Loading height={640} />;
const nothingKnown = 'urn:officina:problem:nothing-known';

function without({ has, milestones }: Programme): Section[] {
  const empty: Section[] = [];
  if (!has.labs) empty.push('labs');
  if (milestones === 0) empty.push('plan');
  if (!has.spaces) empty.push('spaces');
  if (has.spaces || !has.calls) empty.push('calls');
  for (const kind of ['money', 'agreements', 'organisations', 'events'] as const) if (!has[kind]) empty.push(kind);
  if (!has.context) empty.push('context');
  return empty;
}

const framed = (programme: Programme) => ({
  owner: programme.owner,
  programme: programme.name,
  illustrative: programme.illustrative,
  without: without(programme),
  terms: programme.terms,
  changedAt: programme.updatedOn,
});

/** Shown in the frame if the programme is not available on this day. */
function Without({ problem, today, onRetry }: { problem: Problem; today: Programme | null; onRetry: () => void }) {
  const { asOf } = useAddress();
  if (problem.body.type === nothingKnown) return <NothingKnown firstDay={today?.firstDay ?? null} />;
  if (problem.status === 400 && asOf) return <NoSuchDay future={today !== null && asOf > today.today} />;
  if (problem.status === 404) return <UnknownProgramme />;
  return <Failure page problem={problem} onRetry={onRetry} />;
}

/** Layout of all pages of a programme; its data is loaded once and kept during navigation. */
export function ProgrammeFrame() {
  const { programme, asOf } = useAddress();
  const { lostSince } = useLive(programme);
  const { data: latest, error, refetch } = useProgrammeReading();
  const data = useDeferredValue(latest);
  const refused = asOf !== undefined && (error?.status === 404 || error?.status === 400);
  const today = useProgrammeToday(refused);
  if (error && (refused || !latest)) {
    if (refused && today.isPending) return <Page waiting>{waiting}</Page>;
    return (
      <Page {...(today.data ? framed(today.data) : {})} dayless>
        <Without problem={error} today={today.data ?? null} onRetry={refetch} />
      </Page>
    );
  }
  if (!data) return <Page waiting>{waiting}</Page>;
  return (
    <Page {...framed(data)} lostSince={lostSince}>
      <Outlet context={data} />
    </Page>
  );
}
