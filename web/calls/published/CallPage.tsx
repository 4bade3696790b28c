// SPDX-License-Identifier: AGPL-3.0-or-later

import { useParams } from 'react-router';
import { callKindWords } from '../../../api/calls/drafting/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { DemandFigures } from '../figures/DemandFigures.tsx';
import { CallLead } from './CallLead.tsx';
import { Beneficiaries, Budgets, Criteria, useProcedure } from './CallMore.tsx';
import { Awards, Lots } from './CallTables.tsx';
import { useCall, type WholeCall } from './queries.ts';
import { RunLead, RunStanding, RunTerms } from './RunCall.tsx';

function Recorded({ call }: { call: WholeCall }) {
  const { t, said } = useTranslate();
  const { when, day, euro, share } = useFormat();
  const { initiative, milestone, area, zone, grantShare, grantMaxEur } = call;
  const { procedure, atLeast } = useProcedure();
  const grant = [
    atLeast(call),
    grantShare !== null && t('calls.grantShare', { share: share(grantShare) }),
    grantMaxEur !== null && t('calls.grantMax', { amount: euro(grantMaxEur) }),
  ];
  const to = (page: string, ref: WholeCall['area'] | null) =>
    ref && (
      <Go to={page}>
        <Words of={ref.name} />
      </Go>
    );
  const facts = [
    [t('calls.kind'), said(callKindWords[call.kind])],
    [t('milestone.area'), to(`areas/${area.key}`, area)],
    [t('calls.initiative'), to(`initiatives/${initiative?.key}`, initiative)],
    [t('milestone.name'), to(`milestones/${milestone?.key}`, milestone)],
    [t('charts.zone'), to(`periphery#${zone?.key}`, zone)],
    [t('callMore.procedure'), procedure(call)],
    [t('calls.published'), call.published && when(call.published)],
    [t('calls.opensOn'), call.opensOn && day(call.opensOn)],
    [t('calls.closesOn'), call.closesOn && day(call.closesOn)],
    [t('calls.concluded'), call.concluded && when(call.concluded)],
    [t('calls.grant'), grant.filter(Boolean).join(', ') || null],
    [t('calls.page'), call.url && <a href={call.url}>{call.url.replace(/^https?:\/\//, '')}</a>],
  ] as const;
  // Calls run here are drafted here: missing values do not apply rather than being unrecorded.
  return <Facts facts={call.run ? facts.filter(([, value]) => value !== null) : facts} />;
}

function KeyFigures({ call }: { call: WholeCall }) {
  const { t } = useTranslate();
  const { euro, number } = useFormat();
  const money = (value: number | null) => (value === null ? null : euro(value));
  const count = (value: number | null) => (value === null ? null : number(value));
  const { started } = useProcedure();
  const figures = [
    [t('calls.budgetEur'), money(call.budgetEur)],
    [t('calls.awardedEur'), money(call.awardedEur)],
    [t('calls.applications'), count(call.applications)],
    [t('calls.admitted'), count(call.admitted)],
    ...(call.projectsStarted === null ? [] : [[t('callMore.projectsStarted'), started(call)] as const]),
  ] as const;
  return <Facts large facts={figures} />;
}

function One({ call }: { call: WholeCall }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  return (
    <>
      <CallLead call={call} />
      {call.run && <RunLead call={call} run={call.run} />}
      {!call.run && <KeyFigures call={call} />}
      {call.awardList.length > 0 && <Awards call={call} />}
      {call.run && <RunStanding call={call} />}
      {call.run && <DemandFigures call={call} />}
      <section className="record-notes" aria-labelledby="recorded-title">
        <h2 id="recorded-title">{t('labs.recorded')}</h2>
        <Recorded call={call} />
        <FigureNotes source={call.source} datedOn={updatedOn} owner={owner} />
      </section>
      {call.budgets.length > 0 && <Budgets call={call} />}
      {call.run && <RunTerms call={call} run={call.run} />}
      {!call.run && call.criteria.length > 0 && <Criteria call={call} />}
      {call.beneficiaries.length > 0 && <Beneficiaries call={call} />}
      {call.lotList.length > 0 && <Lots call={call} />}
      {!call.run && call.awardList.length + call.beneficiaries.length === 0 && (
        <p className="muted">{t('calls.noAwards')}</p>
      )}
      <History of={`calls/${call.key}`} />
    </>
  );
}

export function CallPage() {
  const { t } = useTranslate();
  const { call = '' } = useParams();
  return (
    <ReadPage of={useCall(call)} title={t('calls.one')} named={({ name }) => name} height={900}>
      {(found) => <One call={found} />}
    </ReadPage>
  );
}
