// SPDX-License-Identifier: AGPL-3.0-or-later

import type { recordPayment, removePayment } from '../../../api/money/awards/contract.ts';
import { paymentKindWords } from '../../../api/money/awards/fields.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useActingOn } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { type AwardFormProps, AwardOvertaken, useActingOnAward } from './Acting.tsx';
import { type Award, room } from './queries.ts';

const kinds = choicesOf({ choices: paymentKindWords });

/** Records a payment with its act. */
export function PaymentForm({ award, onDone, onCancel }: AwardFormProps) {
  const { t, said } = useTranslate();
  const { today } = useProgramme();
  const { euro } = useFormat();
  const { act, current, ...sending } = useActingOnAward<typeof recordPayment>(award, '/payments');
  const { form, props, again } = usePersistedForm({
    name: `payment.${award.key}`,
    empty: { kind: 'advance', amountEur: null as number | null, paidOn: '', act: '' },
    sending,
    send: ({ kind, amountEur, paidOn, act: number }) =>
      act({
        kind: kind as (typeof kinds)[number],
        amountEur: amountEur ?? 0,
        paidOn,
        ...(number.trim() ? { act: number.trim() } : {}),
      }),
    onDone,
  });
  const left = euro((award.amountEur ?? 0) - award.paidEur);
  return (
    <Form {...props} submit={t('awards.record')} onCancel={onCancel}>
      <Field
        form={form}
        name="kind"
        label={t('awards.kind')}
        options={kinds.map((value) => ({ value, label: said(paymentKindWords[value]) }))}
        required
      />
      <Field
        form={form}
        name="amountEur"
        type="number"
        min={0.01}
        step={0.01}
        label={t('awards.sumEur')}
        hint={t('awards.left', { left })}
        required
      />
      <Field form={form} name="paidOn" type="date" max={today} label={t('awards.paidOn')} required />
      <Field form={form} name="act" label={t('awards.act')} />
      <AwardOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}

/** Cancels a payment that was recorded by mistake. */
export function RemovePaymentForm({ award, onDone, onCancel }: AwardFormProps) {
  const { t, said } = useTranslate();
  const { programme } = useAddress();
  const { euro, day } = useFormat();
  const path = `${room}/payments/{payment}/removal` as const;
  const { act, current, ...sending } = useActingOn<typeof removePayment, Award>('POST', path, award);
  const { form, props, again } = usePersistedForm({
    name: `unpay.${award.key}`,
    empty: { payment: award.payments.at(-1)?.key ?? '', why: '' },
    sending,
    send: ({ payment, why }) => act({ programme, award: award.key, payment }, { why }),
    onDone,
  });
  const options = award.payments.map(({ key, kind, amountEur, paidOn }) => {
    return { value: key, label: `${day(paidOn)}, ${said(paymentKindWords[kind])}: ${euro(amountEur)}` };
  });
  return (
    <Form {...props} submit={t('awards.acts.unpay')} onCancel={onCancel}>
      <Field form={form} name="payment" label={t('awards.payment')} options={options} required />
      <Field form={form} name="why" label={t('awards.why')} hint={t('keep.whyHint')} rows={2} required />
      <AwardOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}
