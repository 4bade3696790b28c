// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ReactNode } from 'react';
import { type ArrayPath, type FieldArray, useFieldArray, useWatch } from 'react-hook-form';
import { bonusKindWords, fileKindWords, requirementKindWords, tieWords } from '../../../api/calls/drafting/fields.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAvailableSpaceChooser, useAvailableSpaces } from '../../spaces/directory/queries.ts';
import { Both } from '../../ui/Both.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Form.tsx';
import { Part, type PlanForm, type PlanTyped } from './PlanFields.tsx';

type List = ArrayPath<PlanTyped>;

interface LinesProps<N extends List> extends PlanForm {
  name: N;
  title: string;
  about?: ReactNode;
  add: string;
  /** Creates an empty line. */
  next: FieldArray<PlanTyped, N>;
  line: (at: number) => ReactNode;
  /** Adjusts other values when a line is removed. */
  onRemoved?: (at: number) => void;
}

/** An editable list: lines are appended and removed one by one. */
function Lines<N extends List>({ form, name, title, about, add, next, line, onRemoved }: LinesProps<N>) {
  const { t } = useTranslate();
  const { fields, append, remove } = useFieldArray({ control: form.control, name });
  const take = (at: number) => {
    remove(at);
    onRemoved?.(at);
  };
  return (
    <Part title={title}>
      {about}
      {fields.map(({ id }, at) => (
        <fieldset key={id} className="field plan-line">
          <legend className="visually-hidden">
            {title} {at + 1}
          </legend>
          {line(at)}
          <button type="button" className="plain" onClick={() => take(at)}>
            {t('drafting.remove', { number: at + 1 })}
          </button>
        </fieldset>
      ))}
      <p>
        <button type="button" className="button" onClick={() => append(next)}>
          {add}
        </button>
      </p>
    </Part>
  );
}

const points = { type: 'number', min: '0', max: '100', step: '0.01' } as const;
const nobody = { nameIt: '', nameEn: '' };

function Names({ form, at }: PlanForm & { at: `${'criteria' | 'bonuses' | 'requirements'}.${number}` }) {
  const { t } = useTranslate();
  return (
    <div className="field-pair">
      <Both form={form} it={`${at}.nameIt`} en={`${at}.nameEn`} label={t('drafting.lineName')} required />
    </div>
  );
}

/** Running total of the weights. */
function Sum({ form }: PlanForm) {
  const { t } = useTranslate();
  const { exact } = useFormat();
  const criteria = useWatch({ control: form.control, name: 'criteria' });
  const sum = criteria.reduce((total, { weight }) => total + Math.round(Number(weight ?? 0) * 100), 0) / 100;
  return (
    <p role="status" className={sum === 100 ? 'is-reached-on-time' : 'is-at-risk'}>
      <strong>{t(sum === 100 ? 'drafting.sumGood' : 'drafting.sum', { sum: exact(sum) })}</strong>
    </p>
  );
}

/** Tie-breakers after a criterion is removed, with the indexes of later criteria shifted. */
function tiesWithout(ties: PlanTyped['ties'], gone: number): PlanTyped['ties'] {
  return ties.flatMap((one) => {
    const at = /^criterion:(\d+)$/.exec(one.tie)?.[1];
    if (at === undefined || Number(at) < gone) return [one];
    return Number(at) === gone ? [] : [{ tie: `criterion:${Number(at) - 1}` }];
  });
}

export function CriteriaFields({ form }: PlanForm) {
  const { t } = useTranslate();
  const next = { ...nobody, weight: '', scale: 10, threshold: '' };
  return (
    <>
      <Lines
        form={form}
        name="criteria"
        title={t('drafting.criteria')}
        about={<Sum form={form} />}
        add={t('drafting.addCriterion')}
        next={next}
        onRemoved={(at) => form.setValue('ties', tiesWithout(form.getValues('ties'), at))}
        line={(at) => (
          <>
            <Names form={form} at={`criteria.${at}`} />
            <div className="field-three">
              <Field
                form={form}
                name={`criteria.${at}.weight`}
                {...points}
                label={t('bids.criteria.weight')}
                required
              />
              <Field form={form} name={`criteria.${at}.scale`} {...points} label={t('bids.criteria.scale')} required />
              <Field form={form} name={`criteria.${at}.threshold`} {...points} label={t('bids.criteria.threshold')} />
            </div>
          </>
        )}
      />
      <Field form={form} name="threshold" {...points} label={t('drafting.threshold')} />
    </>
  );
}

/** Ordered tie-breakers. */
export function TieFields({ form }: PlanForm) {
  const { t, said } = useTranslate();
  const criteria = useWatch({ control: form.control, name: 'criteria' });
  const options = [
    { value: 'earlier', label: said(tieWords.earlier) },
    { value: 'lower-request', label: said(tieWords['lower-request']) },
    ...criteria.map(({ nameIt }, at) => ({
      value: `criterion:${at}`,
      label: t('bids.tie.criterion', { name: nameIt }),
    })),
  ];
  return (
    <Lines
      form={form}
      name="ties"
      title={t('bids.ties')}
      about={<p className="field-hint">{t('drafting.tiesHint')}</p>}
      add={t('drafting.addTie')}
      next={{ tie: 'earlier' }}
      line={(at) => <Field form={form} name={`ties.${at}.tie`} label={t('drafting.tie')} options={options} required />}
    />
  );
}

const bonusKinds = choicesOf({ choices: bonusKindWords });

export function BonusFields({ form }: PlanForm) {
  const { t, said } = useTranslate();
  const kinds = bonusKinds.map((value) => ({ value, label: said(bonusKindWords[value]) }));
  return (
    <Lines
      form={form}
      name="bonuses"
      title={t('bids.bonuses.title')}
      add={t('drafting.addBonus')}
      next={{ ...nobody, kind: 'other', points: '' }}
      line={(at) => (
        <>
          <Names form={form} at={`bonuses.${at}`} />
          <div className="field-pair">
            <Field form={form} name={`bonuses.${at}.kind`} label={t('drafting.kind')} options={kinds} required />
            <Field form={form} name={`bonuses.${at}.points`} {...points} label={t('bids.bonuses.points')} required />
          </div>
        </>
      )}
    />
  );
}

export function RequirementFields({ form }: PlanForm) {
  const { t, said } = useTranslate();
  const kinds = choicesOf({ choices: requirementKindWords }).map((value) => ({
    value,
    label: said(requirementKindWords[value]),
  }));
  const files = choicesOf({ choices: fileKindWords }).map((value) => ({ value, label: said(fileKindWords[value]) }));
  return (
    <>
      <Lines
        form={form}
        name="requirements"
        title={t('bids.requirements.title')}
        add={t('drafting.addRequirement')}
        next={{ ...nobody, kind: 'question', required: true }}
        line={(at) => (
          <>
            <Names form={form} at={`requirements.${at}`} />
            <Field form={form} name={`requirements.${at}.kind`} label={t('drafting.kind')} options={kinds} required />
            <Field form={form} name={`requirements.${at}.required`} type="checkbox" label={t('drafting.required')} />
          </>
        )}
      />
      <Choices form={form} name="fileKinds" label={t('drafting.fileKinds')} options={files} />
    </>
  );
}

function LotSpace({ form, at }: PlanForm & { at: number }) {
  const { t } = useTranslate();
  return (
    <Field form={form} name={`lots.${at}.space`} label={t('spaces.one')} {...useAvailableSpaceChooser()} required />
  );
}

/** The offered spaces; only available ones can be chosen. */
export function LotFields({ form }: PlanForm) {
  const { t } = useTranslate();
  const available = useAvailableSpaces(undefined).data;
  return (
    <Lines
      form={form}
      name="lots"
      title={t('drafting.lots')}
      about={<p className="field-hint">{t('drafting.lotsHint', { count: available?.total ?? 0 })}</p>}
      add={t('drafting.addLot')}
      next={{ space: '', feeEurYear: '' }}
      line={(at) => (
        <div className="field-pair">
          <LotSpace form={form} at={at} />
          <Field form={form} name={`lots.${at}.feeEurYear`} type="number" min="0" step="0.01" label={t('calls.fee')} />
        </div>
      )}
    />
  );
}
