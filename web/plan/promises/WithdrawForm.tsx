// SPDX-License-Identifier: AGPL-3.0-or-later
import type { withdraw } from '../../../api/plan/promises/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { type ActFormProps, ActOvertaken, textIn, useActing } from '../milestones/Acting.tsx';

export function WithdrawForm({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTranslate();
  const { language } = useAddress();
  const { today } = useProgramme();
  const { act, current, ...sending } = useActing<typeof withdraw>(milestone, '/withdrawal');
  const { form, props, again } = usePersistedForm({
    name: `withdraw.${milestone.key}`,
    empty: { on: today, reason: '' },
    sending,
    send: ({ on, reason }) => act({ on, reason: textIn(language, reason) }),
    onDone,
  });
  return (
    <Form {...props} submit={t('withdrawal.send')} onCancel={onCancel}>
      <p className="muted">{t('withdrawal.about')}</p>
      <Field form={form} name="on" type="date" label={t('withdrawal.on')} max={today} required />
      <Field form={form} name="reason" label={t('withdrawal.reason')} rows={3} required />
      <ActOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}
