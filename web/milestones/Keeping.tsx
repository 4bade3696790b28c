// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useState } from 'react';
import { useMay } from '../access/queries.ts';
import { AnswerClosing } from '../closings/AnswerClosing.tsx';
import { ProposeClosing } from '../closings/ProposeClosing.tsx';
import { AddEvidence } from '../evidence/AddEvidence.tsx';
import { useTold } from '../i18n/told.ts';
import { EditMilestone } from '../plan/EditMilestone.tsx';
import { SplitMilestone } from '../plan/SplitMilestone.tsx';
import { ReplanForm } from '../promises/ReplanForm.tsx';
import { ReportForm } from '../promises/ReportForm.tsx';
import { WithdrawForm } from '../promises/WithdrawForm.tsx';
import type { ActFormProps } from './Acting.tsx';
import type { Milestone } from './queries.ts';

type Act = 'report' | 'replan' | 'evidence' | 'close' | 'edit' | 'split' | 'withdraw';
type ActForm = (props: ActFormProps) => ReactNode;

const forms: Record<Act, ActForm> = {
  report: ReportForm,
  replan: ReplanForm,
  evidence: AddEvidence,
  close: ProposeClosing,
  edit: EditMilestone,
  split: SplitMilestone,
  withdraw: WithdrawForm,
};

/** What can be done with a milestone as it stands; the server refuses the same. */
function actsOn({ status, awaitingCheck }: Milestone): Act[] {
  const open = status === 'on-track' || status === 'at-risk' || status === 'late';
  if (awaitingCheck) return ['report', 'evidence', 'edit'];
  if (open) return ['report', 'replan', 'evidence', 'close', 'edit', 'split', 'withdraw'];
  return status === 'not-recorded' ? ['evidence', 'close', 'edit'] : ['evidence', 'edit'];
}

/** For those who answer for the milestone: what can be done, one thing at a time, where the milestone stands. */
export function Keeping({ milestone }: { milestone: Milestone }) {
  const { t } = useTold();
  const may = useMay();
  const [act, setAct] = useState<Act>();
  const [said, setSaid] = useState(false);
  if (!may('keep-milestones', milestone.area.key)) return null;
  const open = (one: Act) => {
    setSaid(false);
    setAct(one === act ? undefined : one);
  };
  const ActForm = act && forms[act];
  return (
    <section className="keeping" aria-labelledby="keeping-title">
      <h2 id="keeping-title">{t('keep.title')}</h2>
      {milestone.awaitingCheck && <AnswerClosing milestone={milestone} />}
      <fieldset className="switch">
        <legend className="visually-hidden">{t('keep.title')}</legend>
        {actsOn(milestone).map((one) => (
          <button key={one} type="button" aria-pressed={one === act} onClick={() => open(one)}>
            {t(`keep.${one}`)}
          </button>
        ))}
      </fieldset>
      {ActForm && (
        <ActForm
          key={act}
          milestone={milestone}
          onDone={() => {
            setAct(undefined);
            setSaid(true);
          }}
          onCancel={() => setAct(undefined)}
        />
      )}
      <p role="status">{said && t('keep.done')}</p>
    </section>
  );
}
