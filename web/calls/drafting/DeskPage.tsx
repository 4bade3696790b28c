// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { type Stage, stageOf } from '../../../api/calls/drafting/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useMay, useMe } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Go } from '../../ui/Go.tsx';
import { SignInFirst } from '../../ui/SignInFirst.tsx';
import { Slot } from '../../ui/slots.tsx';
import { Loading, NotFound, ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { useReceived } from '../applications/queries.ts';
import { Received } from '../applications/Received.tsx';
import { RoundOf } from '../evaluation/RoundOf.tsx';
import { Fund } from '../first-come/Fund.tsx';
import { Awards } from '../published/CallTables.tsx';
import { useCall, type WholeCall } from '../published/queries.ts';
import { OpenQuestions } from '../questions/OpenQuestions.tsx';
import { PublishRanking } from '../ranking/PublishRanking.tsx';
import { useRankings } from '../ranking/queries.ts';
import { Amending, AnswerOne } from './Amending.tsx';
import { Countdown, useRunState } from './Countdown.tsx';
import type { Run } from './Declared.tsx';

declare module '../../ui/slots.tsx' {
  interface Slots {
    grantAdmitted: { call: WholeCall };
  }
}

function useStage(call: WholeCall, run: Run): Stage {
  const state = useRunState(run) ?? 'closed';
  const kinds = useRankings(call.key).data?.items.map(({ kind }) => kind) ?? [];
  return stageOf(state, { firstCome: call.procedure === 'first-come', kinds });
}

/** The call's progress from the first application to the final ranking. */
function Pipeline({ call, stage }: { call: WholeCall; stage: Stage }) {
  const { t } = useTranslate();
  const count = useReceived(call.key).data?.items.length ?? 0;
  const stages =
    call.procedure === 'first-come'
      ? (['open', 'over'] as const)
      : (['open', 'round', 'provisional', 'final'] as const);
  return (
    <ol className="pipeline" aria-label={t('office.pipeline')}>
      {stages.map((one) => (
        <li key={one} aria-current={one === stage ? 'step' : undefined}>
          {t(`office.stages.${one}`, { count })}
        </li>
      ))}
    </ol>
  );
}

/** Once all awards are open, the call's milestone can be closed. */
function AllOpen({ call: { awardList, milestone } }: { call: WholeCall }) {
  const { t } = useTranslate();
  const standing = awardList.filter(({ stage }) => stage !== 'gave-up' && stage !== 'revoked');
  if (!milestone || standing.length === 0 || standing.some(({ openedOn }) => openedOn === null)) return null;
  return (
    <p className="check" role="status">
      {t('awards.allOpen')} <Go to={`milestones/${milestone.key}?do=close`}>{t('awards.closeMilestone')}</Go>:{' '}
      <Words of={milestone.name} />
    </p>
  );
}

function Body({ call, run }: { call: WholeCall; run: Run }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const stage = useStage(call, run);
  const first = call.procedure === 'first-come';
  const closed = stage !== 'open' && stage !== 'announced';
  const client = useQueryClient();
  useEffect(() => {
    // The seal ends at the deadline: refetch data read before it.
    if (closed) client.invalidateQueries({ queryKey: ['programme', programme] });
  }, [closed, client, programme]);
  return (
    <>
      <section>
        <p className="kicker">
          <Go to={`calls/${call.key}`}>
            <Words of={call.name} />
          </Go>
        </p>
        <h1 className="lead">{t(`office.lead.${stage}`)}</h1>
        <Countdown opensAt={run.opensAt} closesAt={run.closesAt} />
        <Pipeline call={call} stage={stage} />
      </section>
      {first && <Fund call={call.key} />}
      {first && <Slot name="grantAdmitted" with={{ call }} />}
      <Received call={call} />
      {!first && <RoundOf call={call} />}
      {!first && closed && <PublishRanking call={call} />}
      {call.awardList.length > 0 && <Awards call={call} />}
      <AllOpen call={call} />
      <OpenQuestions
        call={call.key}
        answering={(asked, onEnd) => <AnswerOne call={call} asked={asked} onDone={onEnd} onCancel={onEnd} />}
      />
      <Amending call={call} />
    </>
  );
}

function Desk({ call }: { call: WholeCall }) {
  const { t } = useTranslate();
  const may = useMay();
  const { isLoading } = useMe();
  if (isLoading) return <Loading height={640} />;
  if (!call.run) return <NotFound />;
  if (!may('keep-calls', call.area.key))
    return (
      <>
        <h1 className="lead">{t('office.notYours')}</h1>
        <SignInFirst about={t('office.signIn')} label={t('access.signIn.title')} />
      </>
    );
  return <Body call={call} run={call.run} />;
}

/** The office's desk for a call run here. */
export function DeskPage() {
  const { t } = useTranslate();
  const { call = '' } = useParams();
  return (
    <ReadPage of={useCall(call)} title={t('bids.desk')} named={({ name }) => name} height={640}>
      {(found) => <Desk call={found} />}
    </ReadPage>
  );
}
