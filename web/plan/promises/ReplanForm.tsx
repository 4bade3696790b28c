// SPDX-License-Identifier: AGPL-3.0-or-later

import { reasonKindWords } from '../../../api/plan/milestones/choices.fields.ts';
import type { ReasonKind } from '../../../api/plan/milestones/contract.ts';
import type { replan } from '../../../api/plan/promises/contract.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { type ActFormProps, ActOvertaken, textIn, useActing } from '../milestones/Acting.tsx';
import type { Milestone } from '../milestones/queries.ts';
import { PrecisionField } from './PrecisionField.tsx';

const kinds = choicesOf({ choices: reasonKindWords });

interface Typed {
  dueOn: string;
  precision: Milestone['promise']['precision'];
  reasonKind: ReasonKind;
  reason: string;
}

export function ReplanForm({ milestone, onDone, onCancel }: ActFormProps) {
  const { t, said } = useTranslate();
  const { language } = useAddress();
  const { act, current, ...sending } = useActing<typeof replan>(milestone, '/promises');
  const { form, props, again } = usePersistedForm({
    name: `replan.${milestone.key}`,
    empty: { dueOn: milestone.forecast?.date ?? '', precision: 'day', reasonKind: 'procedure', reason: '' },
    sending,
    send: ({ reason, ...typed }: Typed) => act({ ...typed, reason: textIn(language, reason) }),
    onDone,
  });
  return (
    <Form {...props} submit={t('replan.send')} onCancel={onCancel}>
      <p className="muted">{t('replan.about')}</p>
      <div className="field-pair">
        <Field form={form} name="dueOn" type="date" label={t('replan.due')} required />
        <PrecisionField form={form} name="precision" />
      </div>
      <Field
        form={form}
        name="reasonKind"
        label={t('replan.kind')}
        options={kinds.map((value) => ({ value, label: said(reasonKindWords[value]) }))}
        required
      />
      <Field form={form} name="reason" label={t('replan.reason')} rows={3} required />
      <ActOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}
