// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFieldArray } from 'react-hook-form';
import type { splitMilestone } from '../../../api/plan/drafting/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { type ActFormProps, ActOvertaken, useActing } from '../milestones/Acting.tsx';

interface Typed {
  parts: { it: string; weight: number }[];
}

/** Splits a weight (in hundredths) into two halves. */
const halved = (weight: number) => {
  const first = Math.floor((weight * 100) / 2) / 100;
  return [first, Math.round((weight - first) * 100) / 100];
};

export function SplitMilestone({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTranslate();
  const { number } = useFormat();
  const [first = 0, second = 0] = halved(milestone.weight);
  const { act, current, ...sending } = useActing<typeof splitMilestone>(milestone, '/split');
  const parts = [
    { it: milestone.name.it, weight: first },
    { it: '', weight: second },
  ];
  const { form, props, again } = usePersistedForm({
    name: `split.${milestone.key}`,
    empty: { parts },
    sending,
    send: (typed: Typed) =>
      act({ parts: typed.parts.map(({ it, weight }) => ({ name: { it: it.trim() }, weight: Number(weight) })) }),
    onDone,
  });
  const { fields, append } = useFieldArray({ control: form.control, name: 'parts' });
  return (
    <Form {...props} submit={t('split.send')} onCancel={onCancel}>
      <p className="muted">{t('split.about', { weight: number(milestone.weight) })}</p>
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="field">
          <legend>{t('split.part', { number: index + 1 })}</legend>
          <Field
            form={form}
            name={`parts.${index}.it`}
            label={t('form.inItalian', { label: t('fields.name') })}
            lang="it"
            required
          />
          <Field
            form={form}
            name={`parts.${index}.weight`}
            type="number"
            step="0.01"
            min="0.01"
            label={t('fields.weight')}
            required
          />
        </fieldset>
      ))}
      <button type="button" className="plain" onClick={() => append({ it: '', weight: 0 })}>
        {t('split.more')}
      </button>
      <ActOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}
