// SPDX-License-Identifier: AGPL-3.0-or-later
import type { withdraw } from '../../api/promises/contract.ts';
import { useTold } from '../i18n/told.ts';
import { type ActFormProps, ActOvertaken, textIn, useActing } from '../milestones/Acting.tsx';
import { useProgramme } from '../programmes/queries.ts';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { useKept } from '../ui/kept.ts';

export function WithdrawForm({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTold();
  const { programme, language } = useAddress();
  const { today } = useProgramme();
  const form = useKept(`withdraw.${programme}.${milestone.key}`, { on: today, reason: '' });
  const finish = () => {
    form.forget();
    onDone();
  };
  const { act, problem, busy, current } = useActing<typeof withdraw>(milestone, '/withdrawal', { onDone: finish });
  const giveUp = ({ on, reason }: { on: string; reason: string }) => act({ on, reason: textIn(language, reason) });
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('withdrawal.send')} onSubmit={giveUp} onCancel={onCancel}>
      <p className="muted">{t('withdrawal.about')}</p>
      <Field form={form} name="on" type="date" label={t('withdrawal.on')} max={today} required />
      <Field form={form} name="reason" label={t('withdrawal.reason')} rows={3} required />
      <ActOvertaken current={current} onAnyway={form.handleSubmit(giveUp)} />
    </Form>
  );
}
