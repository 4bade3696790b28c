// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslate } from '../../i18n/translate.ts';
import { useMay } from '../../session.ts';
import { Acts } from '../../ui/Acts.tsx';
import { useAsk } from '../../ui/address.ts';
import { SignInFirst } from '../../ui/SignInFirst.tsx';
import { AnswerClosing } from '../closings/AnswerClosing.tsx';
import { ProposeClosing } from '../closings/ProposeClosing.tsx';
import { DependForm } from '../drafting/DependForm.tsx';
import { EditMilestone } from '../drafting/EditMilestone.tsx';
import { SplitMilestone } from '../drafting/SplitMilestone.tsx';
import { AddEvidence } from '../evidence/AddEvidence.tsx';
import { ReplanForm } from '../promises/ReplanForm.tsx';
import { ReportForm } from '../promises/ReportForm.tsx';
import { WithdrawForm } from '../promises/WithdrawForm.tsx';
import type { ActFormProps } from './Acting.tsx';
import type { Milestone } from './queries.ts';

type Act = 'report' | 'replan' | 'evidence' | 'close' | 'edit' | 'depend' | 'split' | 'withdraw';
type ActForm = (props: ActFormProps) => ReactNode;

const forms: Record<Act, ActForm> = {
  report: ReportForm,
  replan: ReplanForm,
  evidence: AddEvidence,
  close: ProposeClosing,
  edit: EditMilestone,
  depend: DependForm,
  split: SplitMilestone,
  withdraw: WithdrawForm,
};

/** Actions allowed in the milestone's state; the server enforces the same rules. */
function actsOn({ status, awaitingCheck }: Milestone): Act[] {
  const open = status === 'on-track' || status === 'at-risk' || status === 'late';
  if (awaitingCheck) return ['report', 'evidence', 'edit', 'depend'];
  if (open) return ['report', 'replan', 'evidence', 'close', 'edit', 'depend', 'split', 'withdraw'];
  return status === 'not-recorded' ? ['evidence', 'close', 'edit'] : ['evidence', 'edit'];
}

/** Action requested by the address (mail links), until it is done or cancelled. */
function useAsked(milestone: Milestone) {
  const [search] = useSearchParams();
  const ask = useAsk();
  const asked = actsOn(milestone).find((one) => one === search.get('do'));
  return { asked, answered: () => search.has('do') && ask({ do: undefined }) };
}

/** Actions for people responsible for the milestone; one form is open at a time. */
export function Keeping({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslate();
  const may = useMay();
  const { asked, answered } = useAsked(milestone);
  if (!may('keep-milestones', milestone.area.key))
    return asked === 'report' ? <SignInFirst about={t('keep.signInAbout')} label={t('keep.signInToReport')} /> : null;
  return (
    <Acts
      title={t('keep.title')}
      acts={actsOn(milestone)}
      label={(act) => t(`keep.${act}`)}
      asked={asked}
      onAnswered={answered}
      formOf={(act, ends) => {
        const ActForm = forms[act];
        return <ActForm milestone={milestone} {...ends} />;
      }}
    >
      {milestone.awaitingCheck && <AnswerClosing milestone={milestone} />}
    </Acts>
  );
}
