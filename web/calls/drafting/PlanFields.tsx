// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { aidRuleWords, type FileKind, procedureWords } from '../../../api/calls/drafting/fields.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Both } from '../../ui/Both.tsx';
import { Field } from '../../ui/Form.tsx';
import { useInstants } from '../../ui/instants.ts';
import { numberOrNull, textOrNull } from '../../ui/typed.ts';
import type { Plan } from './queries.ts';

type Amount = number | string | null;
interface Named {
  nameIt: string;
  nameEn: string;
}

/** Form values of a plan. */
export interface PlanTyped extends Named {
  summaryIt: string;
  summaryEn: string;
  area: string;
  zone: string;
  initiative: string;
  milestone: string;
  procedure: Plan['procedure'];
  opensAt: string;
  closesAt: string;
  questionsUntil: string;
  budgetEur: Amount;
  grantMinEur: Amount;
  grantMaxEur: Amount;
  grantShare: Amount;
  partialGrants: boolean;
  fileKinds: FileKind[];
  aidRule: string;
  threshold: Amount;
  ties: { tie: string }[];
  criteria: (Named & { weight: Amount; scale: Amount; threshold: Amount })[];
  bonuses: (Named & { kind: string; points: Amount })[];
  requirements: (Named & { kind: string; required: boolean })[];
  lots: { space: string; feeEurYear: Amount }[];
}

const namedOf = ({ name }: { name: { it: string; en?: string | undefined } }): Named => ({
  nameIt: name.it,
  nameEn: name.en ?? '',
});
const nameOf = ({ nameIt, nameEn }: Named) => textOrNull(nameIt, nameEn) ?? { it: '—' };

type Instants = ReturnType<typeof useInstants>;

export const typedOf = (plan: Plan, { typedAt }: Instants): PlanTyped => ({
  ...namedOf(plan),
  summaryIt: plan.summary?.it ?? '',
  summaryEn: plan.summary?.en ?? '',
  area: plan.area,
  zone: plan.zone ?? '',
  initiative: plan.initiative ?? '',
  milestone: plan.milestone ?? '',
  procedure: plan.procedure,
  opensAt: typedAt(plan.opensAt),
  closesAt: typedAt(plan.closesAt),
  questionsUntil: typedAt(plan.questionsUntil),
  budgetEur: plan.budgetEur ?? '',
  grantMinEur: plan.grantMinEur ?? '',
  grantMaxEur: plan.grantMaxEur ?? '',
  grantShare: plan.grantShare === null ? '' : Math.round(plan.grantShare * 100),
  partialGrants: plan.partialGrants,
  fileKinds: plan.fileKinds,
  aidRule: plan.aidRule ?? 'none',
  threshold: plan.threshold ?? '',
  ties: plan.tieBreaks.map((tie) => ({ tie: typeof tie === 'string' ? tie : `criterion:${tie.criterion}` })),
  criteria: plan.criteria.map((one) => ({ ...one, ...namedOf(one), threshold: one.threshold ?? '' })),
  bonuses: plan.bonuses.map((one) => ({ ...one, ...namedOf(one) })),
  requirements: plan.requirements.map((one) => ({ ...one, ...namedOf(one) })),
  lots: plan.lots.map(({ space, feeEurYear }) => ({ space, feeEurYear: feeEurYear ?? '' })),
});

const tieOf = (tie: string): Plan['tieBreaks'][number] =>
  tie.startsWith('criterion:') ? { criterion: Number(tie.slice(10)) } : (tie as 'earlier');

const listsOf = ({ ties, criteria, bonuses, requirements, lots }: PlanTyped) => ({
  tieBreaks: ties.map(({ tie }) => tieOf(tie)),
  criteria: criteria.map((one) => ({
    name: nameOf(one),
    weight: Number(one.weight),
    scale: Number(one.scale),
    threshold: numberOrNull(one.threshold),
  })),
  bonuses: bonuses.map((one) => ({
    kind: one.kind as Plan['bonuses'][number]['kind'],
    name: nameOf(one),
    points: Number(one.points),
  })),
  requirements: requirements.map((one) => ({
    kind: one.kind as 'question',
    name: nameOf(one),
    required: one.required,
  })),
  lots: lots
    .filter(({ space }) => space)
    .map(({ space, feeEurYear }) => ({ space, feeEurYear: numberOrNull(feeEurYear) })),
});

export function planOf(typed: PlanTyped, { kind }: Plan, { instantOf }: Instants): Plan {
  const share = numberOrNull(typed.grantShare);
  return {
    kind,
    initiative: typed.initiative || null,
    milestone: typed.milestone || null,
    name: nameOf(typed),
    summary: textOrNull(typed.summaryIt, typed.summaryEn),
    area: typed.area,
    zone: typed.zone || null,
    procedure: typed.procedure,
    opensAt: instantOf(typed.opensAt),
    closesAt: instantOf(typed.closesAt),
    questionsUntil: instantOf(typed.questionsUntil),
    budgetEur: numberOrNull(typed.budgetEur),
    grantMinEur: numberOrNull(typed.grantMinEur),
    grantMaxEur: numberOrNull(typed.grantMaxEur),
    grantShare: share === null ? null : share / 100,
    partialGrants: typed.partialGrants,
    fileKinds: typed.fileKinds,
    aidRule: typed.aidRule === 'none' ? null : (typed.aidRule as Plan['aidRule']),
    threshold: numberOrNull(typed.threshold),
    ...listsOf(typed),
  };
}

export interface PlanForm {
  form: UseFormReturn<PlanTyped>;
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="field plan-part">
      <legend>{title}</legend>
      <div className="form">{children}</div>
    </fieldset>
  );
}

/** Description and place of the call. */
export function WhatFields({ form }: PlanForm) {
  const { t, said } = useTranslate();
  const text = useText();
  const { areaList } = useProgramme();
  const areas = areaList.map(({ key, name }) => ({ value: key, label: text(name).text }));
  const procedures = (['ranking', 'first-come'] as const).map((value) => ({
    value,
    label: said(procedureWords[value]),
  }));
  // Initiatives and milestones belong to one area.
  const onArea = () => {
    form.setValue('initiative', '', { shouldDirty: true });
    form.setValue('milestone', '', { shouldDirty: true });
  };
  return (
    <Part title={t('drafting.what')}>
      <Both form={form} it="nameIt" en="nameEn" label={t('drafting.name')} required />
      <Both form={form} it="summaryIt" en="summaryEn" label={t('drafting.summary')} rows={3} />
      <Field form={form} name="area" label={t('milestone.area')} options={areas} onChoice={onArea} required />
      <Field form={form} name="procedure" label={t('callMore.procedure')} options={procedures} required />
    </Part>
  );
}

export function WhenFields({ form }: PlanForm) {
  const { hint } = useInstants();
  const { t } = useTranslate();
  return (
    <Part title={t('drafting.when')}>
      <div className="field-pair">
        <Field form={form} name="opensAt" type="datetime-local" label={t('bids.opensAt')} {...(hint ? { hint } : {})} />
        <Field
          form={form}
          name="closesAt"
          type="datetime-local"
          label={t('bids.closesAt')}
          {...(hint ? { hint } : {})}
        />
      </div>
      <Field
        form={form}
        name="questionsUntil"
        type="datetime-local"
        label={t('bids.questionsUntil')}
        {...(hint ? { hint } : {})}
      />
    </Part>
  );
}

export function MoneyFields({ form }: PlanForm) {
  const { t, said } = useTranslate();
  const eur = { type: 'number', min: '0', step: '0.01' } as const;
  const rules = (['none', 'refuse', 'reduce'] as const).map((rule) => ({
    value: rule,
    label: rule === 'none' ? t('bids.noAid') : said(aidRuleWords[rule]),
  }));
  return (
    <Part title={t('drafting.money')}>
      <Field form={form} name="budgetEur" {...eur} label={t('drafting.budget')} />
      <div className="field-pair">
        <Field form={form} name="grantMinEur" {...eur} label={t('drafting.least')} />
        <Field form={form} name="grantMaxEur" {...eur} label={t('drafting.most')} />
      </div>
      <Field form={form} name="grantShare" type="number" min="0" max="100" step="1" label={t('drafting.share')} />
      <Field form={form} name="partialGrants" type="checkbox" label={t('drafting.partial')} />
      <Field form={form} name="aidRule" label={t('bids.aid')} options={rules} required />
    </Part>
  );
}
