// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { answerClosing } from '../../api/closings/contract.ts';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';
import { type ActFormProps, ActOvertaken, textIn, useActing } from '../milestones/Acting.tsx';
import type { Milestone } from '../milestones/queries.ts';
import { useAddress } from '../ui/address.ts';
import { Field, Form, Refusal } from '../ui/Form.tsx';
import { useKept } from '../ui/kept.ts';

function SendBack({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTold();
  const { programme, language } = useAddress();
  const form = useKept(`answer.${programme}.${milestone.key}`, { answer: '' });
  const finish = () => {
    form.forget();
    onDone();
  };
  const { act, problem, busy, current } = useActing<typeof answerClosing>(milestone, '/closing/answer', {
    onDone: finish,
  });
  const answer = ({ answer: words }: { answer: string }) => act({ confirmed: false, answer: textIn(language, words) });
  return (
    <Form
      form={form}
      problem={problem}
      busy={busy}
      submit={t('closing.answerSend')}
      onSubmit={answer}
      onCancel={onCancel}
    >
      <Field form={form} name="answer" label={t('closing.answer')} rows={3} required />
      <ActOvertaken current={current} onAnyway={form.handleSubmit(answer)} />
    </Form>
  );
}

/** The second person's answer to a claim that the milestone is reached. */
export function AnswerClosing({ milestone }: { milestone: Milestone }) {
  const { t } = useTold();
  const { day, at } = useFormat();
  const [sending, setSending] = useState(false);
  const { act, problem, busy, current } = useActing<typeof answerClosing>(milestone, '/closing/answer', {
    onDone: () => undefined,
  });
  const claim = milestone.closings.find(({ state }) => state === 'proposed');
  if (!claim) return null;
  const confirm = () => act({ confirmed: true }).catch(() => undefined);
  return (
    <div className="check">
      <h3>{t('closing.check')}</h3>
      <p>{t('closing.checkAbout', { proposed: day(claim.proposedOn), done: at(claim.done) })}</p>
      <Refusal problem={problem} />
      <ActOvertaken current={current} onAnyway={confirm} />
      {!sending && (
        <div className="form-ends">
          <button type="button" className="button button-main" onClick={confirm} aria-disabled={busy}>
            {t('closing.confirm')}
          </button>
          <button type="button" className="plain" onClick={() => setSending(true)}>
            {t('closing.sendBack')}
          </button>
        </div>
      )}
      {sending && (
        <SendBack milestone={milestone} onDone={() => setSending(false)} onCancel={() => setSending(false)} />
      )}
    </div>
  );
}
