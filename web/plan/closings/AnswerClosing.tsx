// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { answerClosing } from '../../../api/plan/closings/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form, Refusal } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { type ActFormProps, ActOvertaken, textIn, useActing } from '../milestones/Acting.tsx';
import type { Milestone } from '../milestones/queries.ts';

function SendBack({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTranslate();
  const { language } = useAddress();
  const { act, current, ...sending } = useActing<typeof answerClosing>(milestone, '/closing/answer');
  const { form, props, again } = usePersistedForm({
    name: `answer.${milestone.key}`,
    empty: { answer: '' },
    sending,
    send: ({ answer }) => act({ confirmed: false, answer: textIn(language, answer) }),
    onDone,
  });
  return (
    <Form {...props} submit={t('closing.answerSend')} onCancel={onCancel}>
      <Field form={form} name="answer" label={t('closing.answer')} rows={3} required />
      <ActOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}

/** The second person accepts or rejects a closing proposal. */
export function AnswerClosing({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslate();
  const { day, at } = useFormat();
  const [sending, setSending] = useState(false);
  const { act, problem, busy, current } = useActing<typeof answerClosing>(milestone, '/closing/answer');
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
