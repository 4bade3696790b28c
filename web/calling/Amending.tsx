// SPDX-License-Identifier: AGPL-3.0-or-later
import type { amendCall, answerQuestion } from '../../api/calling/contract.ts';
import type { WholeCall } from '../calls/queries.ts';
import { numberOrNull } from '../entries/SectionForm.tsx';
import { useTold } from '../i18n/told.ts';
import type { Question } from '../questions/queries.ts';
import { useSending } from '../sending.ts';
import { Acts } from '../ui/Acts.tsx';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { useKeptForm } from '../ui/kept.ts';
import { useRunState } from './Countdown.tsx';

const room = '/api/v1/programmes/{programme}/calls/{call}';
const bilingual = (it: string, en: string) => ({ it: it.trim(), ...(en.trim() ? { en: en.trim() } : {}) });

interface ActFormProps {
  call: WholeCall;
  onDone: () => void;
  onCancel: () => void;
}

function Amend({ call, onDone, onCancel }: ActFormProps) {
  const { t } = useTold();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof amendCall>('POST', `${room}/amendments`);
  const { form, props } = useKeptForm({
    name: `amend.${call.key}`,
    empty: { act: '', closesAt: '', budgetEur: '', reasonIt: '', reasonEn: '' },
    sending,
    send: ({ act, closesAt, budgetEur, reasonIt, reasonEn }) => {
      const at = closesAt ? new Date(closesAt).toISOString() : null;
      const input = { act, closesAt: at, budgetEur: numberOrNull(budgetEur), reason: bilingual(reasonIt, reasonEn) };
      return send({ params: { programme, call: call.key }, input });
    },
    onDone,
  });
  const why = t('amending.reason');
  return (
    <Form {...props} submit={t('amending.amend')} onCancel={onCancel}>
      <p className="muted">{t('amending.about')}</p>
      <Field form={form} name="act" label={t('publishing.act')} required />
      <Field form={form} name="closesAt" type="datetime-local" label={t('amending.closesAt')} />
      {call.budgetEur !== null && (
        <Field form={form} name="budgetEur" type="number" step="0.01" min="0" label={t('amending.budgetEur')} />
      )}
      <Field form={form} name="reasonIt" label={t('form.inItalian', { label: why })} rows={2} lang="it" required />
      <Field form={form} name="reasonEn" label={t('form.inEnglish', { label: why })} rows={2} lang="en" />
    </Form>
  );
}

/** A question and its answer, in public; one that a firm asked stands there already. */
export function AnswerOne({ call, onDone, onCancel, asked }: ActFormProps & { asked?: Question }) {
  const { t } = useTold();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof answerQuestion>('POST', `${room}/answers`);
  const { form, props } = useKeptForm({
    name: `answer.${call.key}${asked ? `.${asked.questionId}` : ''}`,
    empty: {
      questionIt: asked?.language === 'it' ? asked.words : '',
      questionEn: asked?.language === 'en' ? asked.words : '',
      answerIt: '',
      answerEn: '',
    },
    sending,
    send: ({ questionIt, questionEn, answerIt, answerEn }) => {
      const said = { question: bilingual(questionIt, questionEn), answer: bilingual(answerIt, answerEn) };
      const input = { ...said, ...(asked ? { questionId: asked.questionId } : {}) };
      return send({ params: { programme, call: call.key }, input });
    },
    onDone,
  });
  const [question, answer] = [t('amending.question'), t('amending.answer')];
  return (
    <Form {...props} submit={t('amending.publish')} onCancel={onCancel}>
      <Field
        form={form}
        name="questionIt"
        label={t('form.inItalian', { label: question })}
        rows={2}
        lang="it"
        required
      />
      <Field form={form} name="questionEn" label={t('form.inEnglish', { label: question })} rows={2} lang="en" />
      <Field form={form} name="answerIt" label={t('form.inItalian', { label: answer })} rows={3} lang="it" required />
      <Field form={form} name="answerEn" label={t('form.inEnglish', { label: answer })} rows={3} lang="en" />
    </Form>
  );
}

/** What can be said in public of a call that is published. */
export function Amending({ call }: { call: WholeCall }) {
  const { t } = useTold();
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
