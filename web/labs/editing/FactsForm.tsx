// SPDX-License-Identifier: AGPL-3.0-or-later

import { useTranslate } from '../../i18n/translate.ts';
import { Field } from '../../ui/Form.tsx';
import { numberOrNull } from '../../ui/typed.ts';
import { SectionForm, type SectionProps } from './SectionForm.tsx';

const answers = [
  { value: '', label: '—' },
  { value: 'yes', word: 'records.yes' },
  { value: 'no', word: 'records.no' },
] as const;
const told = (answer: boolean | null) => (answer === null ? '' : answer ? 'yes' : 'no');
const heard = (typed: string) => (typed === '' ? null : typed === 'yes');

/** Size and capacity of the lab. */
export function FactsForm(props: SectionProps) {
  const { t } = useTranslate();
  const { lab } = props;
  const typed = {
    floorAreaM2: lab.floorAreaM2,
    workstations: lab.workstations,
    staff: lab.staff,
    smallSeries: told(lab.smallSeries),
    mediumSeries: told(lab.mediumSeries),
    minimumOrder: lab.minimumOrder,
    turnaroundDays: lab.turnaroundDays,
  };
  const options = answers.map((one) => ({ value: one.value, label: 'word' in one ? t(one.word) : one.label }));
  return (
    <SectionForm
      {...props}
      section="facts"
      typed={typed}
      inputOf={({ smallSeries, mediumSeries, ...counts }) => ({
        floorAreaM2: numberOrNull(counts.floorAreaM2),
        workstations: numberOrNull(counts.workstations),
        staff: numberOrNull(counts.staff),
        minimumOrder: numberOrNull(counts.minimumOrder),
        turnaroundDays: numberOrNull(counts.turnaroundDays),
        smallSeries: heard(smallSeries),
        mediumSeries: heard(mediumSeries),
      })}
    >
      {(form) => (
        <div className="field-pair">
          <Field
            form={form}
            name="floorAreaM2"
            type="number"
            min="0.1"
            step="0.1"
            label={`${t('labs.floorArea')} (m²)`}
          />
          <Field form={form} name="workstations" type="number" min="0" label={t('entry.workstations')} />
          <Field form={form} name="staff" type="number" min="0" label={t('entry.staff')} />
          <Field form={form} name="minimumOrder" type="number" min="1" label={t('entry.minimumOrder')} />
          <Field form={form} name="turnaroundDays" type="number" min="0" label={t('entry.turnaround')} />
          <Field form={form} name="smallSeries" label={t('entry.smallSeries')} options={options} />
          <Field form={form} name="mediumSeries" label={t('entry.mediumSeries')} options={options} />
        </div>
      )}
    </SectionForm>
  );
}
