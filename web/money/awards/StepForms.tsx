// SPDX-License-Identifier: AGPL-3.0-or-later

import type { recordCheck, recordJobs, recordStep } from '../../../api/money/awards/contract.ts';
import { checkOutcomeWords } from '../../../api/money/awards/fields.ts';
import { type CheckMonths, checkMonths, type Step, stepsOf } from '../../../api/money/awards/rules.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { textIn } from '../../plan/milestones/Acting.tsx';
import { useProgramme } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { type AwardFormProps, AwardOvertaken, useActingOnAward } from './Acting.tsx';
import type { Award } from './queries.ts';

/** The next step; after the last one, the last step for correction. */
function nextStep({ signedOn, keysOn, openedOn, space }: Award): Step {
  const days = { signed: signedOn, keys: keysOn, opened: openedOn };
  return stepsOf({ hasSpace: space !== null }).find((step) => days[step] === null) ?? 'opened';
}

/** Agreement, keys, opening. */
export function StepForm({ award, onDone, onCancel }: AwardFormProps) {
  const { t } = useTranslate();
  const { today } = useProgramme();
  const { act, current, ...sending } = useActingOnAward<typeof recordStep>(award, '/steps');
  const next = nextStep(award);
  const { form, props, again } = usePersistedForm({
    name: `step.${award.key}.${next}`,
    empty: { step: next as string, on: '', act: award.signedAct ?? '' },
    sending,
    send: ({ step, on, act: number }) =>
      act({ step: step as Step, on, ...(step === 'signed' && number.trim() ? { act: number.trim() } : {}) }),
    onDone,
  });
  const steps = stepsOf({ hasSpace: award.space !== null });
  return (
    <Form {...props} submit={t('awards.record')} onCancel={onCancel}>
      <Field
        form={form}
        name="step"
        label={t('awards.step')}
        options={steps.map((value) => ({ value, label: t(`awards.steps.${value}`) }))}
        required
      />
      <Field form={form} name="on" type="date" label={t('awards.on')} max={today} required />
      {form.watch('step') === 'signed' && <Field form={form} name="act" label={t('awards.act')} required />}
      <AwardOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}

/** Expected jobs, and jobs counted on a date. */
export function JobsForm({ award, onDone, onCancel }: AwardFormProps) {
  const { t } = useTranslate();
  const { today } = useProgramme();
  const { act, current, ...sending } = useActingOnAward<typeof recordJobs>(award, '/jobs');
  const { jobsExpected, jobs, jobsCountedOn } = award;
  const { form, props, again } = usePersistedForm({
    name: `jobs.${award.key}`,
    empty: { expected: jobsExpected, jobs, countedOn: jobsCountedOn ?? '' },
    sending,
    send: ({ expected, jobs: counted, countedOn }) =>
      act({ expected: expected ?? null, jobs: counted ?? null, countedOn: countedOn || null }),
    onDone,
  });
  return (
    <Form {...props} submit={t('awards.record')} onCancel={onCancel}>
      <div className="field-three">
        <Field form={form} name="expected" type="number" min={0} label={t('awards.jobsExpected')} />
        <Field form={form} name="jobs" type="number" min={0} label={t('awards.jobs')} />
        <Field form={form} name="countedOn" type="date" max={today} label={t('awards.countedOn')} />
      </div>
      <AwardOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}

const outcomes = choicesOf({ choices: checkOutcomeWords });

/** Result of an on-site check. */
export function CheckForm({ award, onDone, onCancel }: AwardFormProps) {
  const { t, said } = useTranslate();
  const { language } = useAddress();
  const { today } = useProgramme();
  const { act, current, ...sending } = useActingOnAward<typeof recordCheck>(award, '/checks');
  const due = award.nextCheck?.months ?? 6;
  const { form, props, again } = usePersistedForm({
    name: `check.${award.key}.${due}`,
    empty: { months: String(due), checkedOn: '', outcome: 'passed', words: '' },
    sending,
    send: ({ months, checkedOn, outcome, words }) =>
      act({
        months: Number(months) as CheckMonths,
        checkedOn,
        outcome: outcome as (typeof outcomes)[number],
        ...(words.trim() ? { words: textIn(language, words.trim()) } : {}),
      }),
    onDone,
  });
  return (
    <Form {...props} submit={t('awards.record')} onCancel={onCancel}>
      <Field
        form={form}
        name="months"
        label={t('awards.check')}
        options={checkMonths.map((months) => ({ value: String(months), label: t('awards.after', { count: months }) }))}
        required
      />
      <Field form={form} name="checkedOn" type="date" max={today} label={t('awards.checkedOn')} required />
      <Field
        form={form}
        name="outcome"
        label={t('awards.outcome')}
        options={outcomes.map((value) => ({ value, label: said(checkOutcomeWords[value]) }))}
        required
      />
      <Field form={form} name="words" label={t('awards.words')} hint={t('awards.wordsHint')} rows={3} />
      <AwardOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}
