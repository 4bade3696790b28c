// SPDX-License-Identifier: AGPL-3.0-or-later

import { admittedUses, constraints } from '../../../api/spaces/directory/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Both } from '../../ui/Both.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { numberOrNull, textOrNull } from '../../ui/typed.ts';
import type { Space } from './queries.ts';
import { SpaceForm, type SpaceFormProps } from './SpaceForm.tsx';

const typedOf = (space: Space) => ({
  admittedUses: space.admittedUses as string[],
  constraints: space.constraints as string[],
  worksIt: space.works?.it ?? '',
  worksEn: space.works?.en ?? '',
  worksEur: space.worksEur,
  rentEurYear: space.rentEurYear,
  availableFrom: space.availableFrom ?? '',
  availableTo: space.availableTo ?? '',
});
type Typed = ReturnType<typeof typedOf>;

const inputOf = (now: Typed) => ({
  admittedUses: now.admittedUses as Space['admittedUses'],
  constraints: now.constraints as Space['constraints'],
  works: textOrNull(now.worksIt, now.worksEn),
  worksEur: numberOrNull(now.worksEur),
  rentEurYear: numberOrNull(now.rentEurYear),
  availableFrom: now.availableFrom || null,
  availableTo: now.availableTo || null,
});

function Fields({ form }: { form: PersistedForm<Typed> }) {
  const { t } = useTranslate();
  return (
    <>
      <Choices
        form={form}
        name="admittedUses"
        label={t('census.admittedUses')}
        options={admittedUses.map((value) => ({ value, label: t(`census.uses.${value}`) }))}
      />
      <Choices
        form={form}
        name="constraints"
        label={t('census.constraints')}
        options={constraints.map((value) => ({ value, label: t(`census.constraint.${value}`) }))}
      />
      <Both form={form} it="worksIt" en="worksEn" label={t('census.works')} rows={2} />
      <div className="field-pair">
        <Field form={form} name="worksEur" type="number" min="0" step="0.01" label={t('census.worksEur')} />
        <Field form={form} name="rentEurYear" type="number" min="0" step="0.01" label={t('census.rentEurYear')} />
        <Field form={form} name="availableFrom" type="date" label={t('census.availableFrom')} />
        <Field form={form} name="availableTo" type="date" label={t('census.availableTo')} />
      </div>
    </>
  );
}

/** Permitted uses and terms. */
export function TermsSpace(props: SpaceFormProps) {
  return (
    <SpaceForm {...props} section="terms" typed={typedOf(props.space)} inputOf={inputOf}>
      {(form) => <Fields form={form} />}
    </SpaceForm>
  );
}
