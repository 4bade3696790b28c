// SPDX-License-Identifier: AGPL-3.0-or-later

import type { amendCall, answerQuestion } from '../../../api/calls/drafting/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { Acts } from '../../ui/Acts.tsx';
import { useAddress } from '../../ui/address.ts';
import { Both } from '../../ui/Both.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { useInstants } from '../../ui/instants.ts';
import { usePersistedForm } from '../../ui/persisted.ts';
import { numberOrNull, words } from '../../ui/typed.ts';
import type { WholeCall } from '../published/queries.ts';
import type { Question } from '../questions/queries.ts';
import { useRunState } from './Countdown.tsx';

const room = '/api/v1/programmes/{programme}/calls/{call}';

interface ActFormProps {
  call: WholeCall;
  onDone: () => void;
  onCancel: () => void;
}

function Amend({ call, onDone, onCancel }: ActFormProps) {
  const { instantOf, hint } = useInstants();
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof amendCall>('POST', `${room}/amendments`);
  const { form, props } = usePersistedForm({
    name: `amend.${call.key}`,
    empty: { act: '', closesAt: '', budgetEur: '', reasonIt: '', reasonEn: '' },
    sending,
    send: ({ act, closesAt, budgetEur, reasonIt, reasonEn }) => {
      const input = {
        act,
        closesAt: instantOf(closesAt),
        budgetEur: numberOrNull(budgetEur),
        reason: words(reasonIt, reasonEn),
      };
      return send({ params: { programme, call: call.key }, input });
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('amending.amend')} onCancel={onCancel}>
      <p className="muted">{t('amending.about')}</p>
      <Field form={form} name="act" label={t('publishing.act')} required />
      <Field
        form={form}
        name="closesAt"
        type="datetime-local"
        label={t('amending.closesAt')}
        {...(hint ? { hint } : {})}
      />
      {call.budgetEur !== null && (
        <Field form={form} name="budgetEur" type="number" step="0.01" min="0" label={t('amending.budgetEur')} />
      )}
      <Both form={form} it="reasonIt" en="reasonEn" label={t('amending.reason')} rows={2} required />
    </Form>
  );
}

/** A public question and answer; prefilled with the question if a firm asked it. */
export function AnswerOne({ call, onDone, onCancel, asked }: ActFormProps & { asked?: Question }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof answerQuestion>('POST', `${room}/answers`);
  const { form, props } = usePersistedForm({
    name: `answer.${call.key}${asked ? `.${asked.questionId}` : ''}`,
    empty: {
      questionIt: asked?.language === 'it' ? asked.words : '',
      questionEn: asked?.language === 'en' ? asked.words : '',
      answerIt: '',
      answerEn: '',
    },
    sending,
    send: ({ questionIt, questionEn, answerIt, answerEn }) => {
      const said = { question: words(questionIt, questionEn), answer: words(answerIt, answerEn) };
      const input = { ...said, ...(asked ? { questionId: asked.questionId } : {}) };
      return send({ params: { programme, call: call.key }, input });
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('amending.publish')} onCancel={onCancel}>
      <Both form={form} it="questionIt" en="questionEn" label={t('amending.question')} rows={2} required />
      <Both form={form} it="answerIt" en="answerEn" label={t('amending.answer')} rows={3} required />
    </Form>
  );
}

/** Public additions to a published call. */
export function Amending({ call }: { call: WholeCall }) {
  const { t } = useTranslate();
  const state = useRunState(call.run);
  const acts = state === 'closed' ? (['answer'] as const) : (['answer', 'amend'] as const);
  return (
    <Acts
      title={t('amending.title')}
      acts={acts}
      label={(act) => t(`amending.acts.${act}`)}
      formOf={(act, ends) => (act === 'amend' ? <Amend call={call} {...ends} /> : <AnswerOne call={call} {...ends} />)}
    />
  );
}
