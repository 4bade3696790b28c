// SPDX-License-Identifier: AGPL-3.0-or-later
import { useWatch } from 'react-hook-form';
import { useTranslate } from '../../i18n/translate.ts';
import { useArea } from '../../plan/areas/queries.ts';
import { usePlaceChoices } from '../../plan/drafting/MilestoneFields.tsx';
import { Field } from '../../ui/Form.tsx';
import { Part, type PlanForm } from './PlanFields.tsx';

/** What the call implements: area, initiative and milestone, and its zone. */
export function PlaceFields({ form }: PlanForm) {
  const { t } = useTranslate();
  const area = useWatch({ control: form.control, name: 'area' });
  const found = useArea(area).data;
  const { options, none, zone } = usePlaceChoices(area);
  return (
    <Part title={t('drafting.place')}>
      <Field
        form={form}
        name="initiative"
        label={t('fields.initiative')}
        options={[none, ...options(found?.initiativeList)]}
      />
      <Field
        form={form}
        name="milestone"
        label={t('drafting.milestone')}
        hint={t('drafting.milestoneHint')}
        options={[none, ...options(found?.milestones)]}
      />
      <Field form={form} name="zone" label={t('drafting.zone')} options={zone} />
    </Part>
  );
}
