// SPDX-License-Identifier: AGPL-3.0-or-later

import { endingWords } from '../../../api/calls/published/award.fields.ts';
import type { endAward } from '../../../api/money/awards/contract.ts';
import type { Ending } from '../../../api/money/awards/rules.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { textIn } from '../../plan/milestones/Acting.tsx';
import { useProgramme } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { type AwardFormProps, AwardOvertaken, useActingOnAward } from './Acting.tsx';

const endings = choicesOf({ choices: endingWords });

/** Ends an award and decides about its space and money. */
export function EndForm({ award, onDone, onCancel }: AwardFormProps) {
  const { t } = useTranslate();
  const { language } = useAddress();
  const { today } = useProgramme();
  const { act, current, ...sending } = useActingOnAward<typeof endAward>(award, '/end');
  const { form, props, again } = usePersistedForm({
    name: `end.${award.key}`,
    empty: { as: 'gave-up', on: today, act: '', reason: '' },
    sending,
    send: ({ as, on, act: number, reason }) =>
      act({
        as: as as Ending,
        on,
        ...(number.trim() ? { act: number.trim() } : {}),
        ...(reason.trim() ? { reason: textIn(language, reason.trim()) } : {}),
      }),
    onDone,
  });
  const as = form.watch('as') as Ending;
  const revoked = as === 'revoked';
  const back = award.firstCome && as !== 'term-ended';
  return (
    <Form {...props} submit={t('awards.endSend')} onCancel={onCancel}>
      <Field
        form={form}
        name="as"
        label={t('awards.as')}
        options={endings.map((value) => ({ value, label: t(`awards.steps.${value}`) }))}
        required
      />
      {award.space && <p className="muted">{t('awards.spaceBack')}</p>}
      {back && <p className="muted">{t(award.paidEur > 0 ? 'awards.moneyStays' : 'awards.moneyBack')}</p>}
      <Field form={form} name="on" type="date" max={today} label={t('awards.on')} required />
      <Field form={form} name="act" label={t('awards.act')} required={revoked} />
      <Field form={form} name="reason" label={t('awards.why')} rows={3} required={revoked} />
      <AwardOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}
