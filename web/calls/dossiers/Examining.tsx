// SPDX-License-Identifier: AGPL-3.0-or-later
import type {
  askForMore,
  decideObjection,
  excludeApplication,
  refuseBonus,
} from '../../../api/calls/dossiers/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { useInstants } from '../../ui/instants.ts';
import { usePersistedForm } from '../../ui/persisted.ts';
import type { Received } from '../applications/queries.ts';
import type { WholeCall } from '../published/queries.ts';

type Item = Received['items'][number];
const one = '/api/v1/programmes/{programme}/calls/{call}/applications/{application}';

export interface ActProps {
  call: WholeCall;
  item: Item;
  onDone: () => void;
}

function useParamsOf({ call, item }: ActProps) {
  const { programme } = useAddress();
  return { programme, call: call.key, application: item.applicationId };
}

export type ReasonedAct = 'exclusion' | 'readmission' | 'release';

/** Actions on an application that need only a reason. */
export function Reasoned({ act, ...of }: ActProps & { act: ReasonedAct }) {
  const { t } = useTranslate();
  const params = useParamsOf(of);
  const { send, ...sending } = useSending<typeof excludeApplication>(
    'POST',
    `${one}/${act}` as `${typeof one}/exclusion`,
  );
  const { form, props } = usePersistedForm({
    name: `${act}.${of.item.applicationId}`,
    empty: { reason: '' },
    sending,
    send: (input) => send({ params, input }),
    onDone: of.onDone,
  });
  return (
    <Form {...props} submit={t(`received.${act}`)} onCancel={of.onDone}>
      <Field form={form} name="reason" label={t('received.why')} hint={t(`received.hints.${act}`)} rows={3} required />
    </Form>
  );
}

/** Rejects a claimed bonus that the firm cannot prove. */
export function RefuseBonus(of: ActProps) {
  const { t } = useTranslate();
  const text = useText();
  const params = useParamsOf(of);
  const { send, ...sending } = useSending<typeof refuseBonus>('POST', `${one}/bonuses/{bonus}/refusal`);
  const options = bonusesLeft(of.call, of.item).map(({ key, name }) => ({ value: key, label: text(name).text }));
  const { form, props } = usePersistedForm({
    name: `bonus.${of.item.applicationId}`,
    empty: { bonus: options[0]?.value ?? '', reason: '' },
    sending,
    send: ({ bonus, reason }) => send({ params: { ...params, bonus }, input: { reason } }),
    onDone: of.onDone,
  });
  return (
    <Form {...props} submit={t('received.bonus')} onCancel={of.onDone}>
      <Field form={form} name="bonus" label={t('received.whichBonus')} options={options} required />
      <Field form={form} name="reason" label={t('received.why')} rows={2} required />
    </Form>
  );
}

/** The bonuses claimed and not rejected. */
export function bonusesLeft({ run }: WholeCall, { content, dossier }: Item) {
  const lost = dossier.filter(({ kind }) => kind === 'bonus-refused').map(({ about }) => about);
  return (run?.bonuses ?? []).filter(({ key }) => content?.bonuses.includes(key) && !lost.includes(key));
}

export function AskForMore(of: ActProps) {
  const { instantOf, hint } = useInstants();
  const { t } = useTranslate();
  const params = useParamsOf(of);
  const { send, ...sending } = useSending<typeof askForMore>('POST', `${one}/request`);
  const { form, props } = usePersistedForm({
    name: `ask-more.${of.item.applicationId}`,
    empty: { words: '', until: '' },
    sending,
    send: ({ words, until }) => send({ params, input: { words, until: instantOf(until) ?? '' } }),
    onDone: of.onDone,
  });
  return (
    <Form {...props} submit={t('received.ask')} onCancel={of.onDone}>
      <Field form={form} name="words" label={t('received.askWords')} rows={3} required />
      <Field
        form={form}
        name="until"
        type="datetime-local"
        label={t('received.until')}
        required
        {...(hint ? { hint } : {})}
      />
    </Form>
  );
}

/** The office decides on an objection. */
export function Decide({ record, ...of }: Omit<ActProps, 'onDone'> & { record: number }) {
  const { t } = useTranslate();
  const params = useParamsOf({ ...of, onDone: () => undefined });
  const { send, ...sending } = useSending<typeof decideObjection>('POST', `${one}/decision`);
  const { form, props } = usePersistedForm({
    name: `decide.${record}`,
    empty: { accepted: 'no', words: '' },
    sending,
    send: ({ accepted, words }) => send({ params, input: { record, words, accepted: accepted === 'yes' } }),
    onDone: () => undefined,
  });
  const options = (['no', 'yes'] as const).map((value) => ({
    value,
    label: t(value === 'yes' ? 'dossier.accepted' : 'dossier.rejected'),
  }));
  return (
    <Form {...props} submit={t('dossier.decide')}>
      <Field form={form} name="accepted" label={t('dossier.decision')} options={options} required />
      <Field form={form} name="words" label={t('received.why')} rows={3} required />
    </Form>
  );
}
