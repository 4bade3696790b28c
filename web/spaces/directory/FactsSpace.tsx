// SPDX-License-Identifier: AGPL-3.0-or-later

import { accessibilities, conditions, energyClasses, utilities } from '../../../api/spaces/directory/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Form.tsx';
import { numberOrNull, orNone } from '../../ui/typed.ts';
import type { Space } from './queries.ts';
import { SpaceForm, type SpaceFormProps } from './SpaceForm.tsx';

const typedOf = (space: Space) => ({
  floorAreaM2: space.floorAreaM2,
  floors: space.floors,
  condition: space.condition ?? '',
  energyClass: space.energyClass ?? '',
  accessibility: space.accessibility ?? '',
  utilities: space.utilities as string[],
});
type Typed = ReturnType<typeof typedOf>;

const inputOf = (now: Typed) => ({
  floorAreaM2: numberOrNull(now.floorAreaM2),
  floors: numberOrNull(now.floors),
  condition: (now.condition || null) as Space['condition'],
  energyClass: (now.energyClass || null) as Space['energyClass'],
  accessibility: (now.accessibility || null) as Space['accessibility'],
  utilities: now.utilities as Space['utilities'],
});

/** Size, condition and utilities. */
export function FactsSpace(props: SpaceFormProps) {
  const { t } = useTranslate();
  return (
    <SpaceForm {...props} section="facts" typed={typedOf(props.space)} inputOf={inputOf}>
      {(form) => (
        <>
          <div className="field-pair">
            <Field
              form={form}
              name="floorAreaM2"
              type="number"
              min="0.1"
              step="0.1"
              label={`${t('labs.floorArea')} (m²)`}
            />
            <Field form={form} name="floors" type="number" min="1" max="99" label={t('census.floors')} />
            <Field
              form={form}
              name="condition"
              label={t('census.condition')}
              options={orNone(conditions, (one) => t(`census.conditions.${one}`))}
            />
            <Field
              form={form}
              name="energyClass"
              label={t('census.energyClass')}
              options={orNone(energyClasses, (one) => one)}
            />
            <Field
              form={form}
              name="accessibility"
              label={t('census.accessibility')}
              options={orNone(accessibilities, (one) => t(`labs.wheelchairs.${one}`))}
            />
          </div>
          <Choices
            form={form}
            name="utilities"
            label={t('census.utilities')}
            options={utilities.map((value) => ({ value, label: t(`census.utility.${value}`) }))}
          />
        </>
      )}
    </SpaceForm>
  );
}
