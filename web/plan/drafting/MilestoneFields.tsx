// SPDX-License-Identifier: AGPL-3.0-or-later
import { useWatch } from 'react-hook-form';
import type { Ref, Text } from '../../../api/contract.ts';
import { useOrganisationChooser } from '../../city/organisations/queries.ts';
import { useZones } from '../../city/territory/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useMay } from '../../session.ts';
import { Field } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { textOrNull, words } from '../../ui/typed.ts';
import { useInitiatives } from './queries.ts';

/** Form values of a milestone; an empty string means none. */
export interface MilestoneTyped {
  nameIt: string;
  nameEn: string;
  summaryIt: string;
  summaryEn: string;
  area: string;
  initiative: string;
  owner: string;
  zone: string;
}

export const typedFields = [
  'nameIt',
  'nameEn',
  'summaryIt',
  'summaryEn',
  'area',
  'initiative',
  'owner',
  'zone',
] as const satisfies readonly (keyof MilestoneTyped)[];

export const emptyMilestone: Omit<MilestoneTyped, 'area'> = {
  nameIt: '',
  nameEn: '',
  summaryIt: '',
  summaryEn: '',
  initiative: '',
  owner: '',
  zone: '',
};

interface Described {
  name: Text;
  summary: Text | null;
  area: { key: string };
  initiative: { key: string } | null;
  owner: Ref | null;
  zone: { key: string } | null;
}

export const typedOf = ({ name, summary, area, initiative, owner, zone }: Described): MilestoneTyped => ({
  nameIt: name.it,
  nameEn: name.en ?? '',
  summaryIt: summary?.it ?? '',
  summaryEn: summary?.en ?? '',
  area: area.key,
  initiative: initiative?.key ?? '',
  owner: owner?.key ?? '',
  zone: zone?.key ?? '',
});

/** Converts form values to API input. */
export const inputOf = (typed: MilestoneTyped) => ({
  name: words(typed.nameIt, typed.nameEn),
  summary: textOrNull(typed.summaryIt, typed.summaryEn),
  area: typed.area,
  initiative: typed.initiative || null,
  owner: typed.owner || null,
  zone: typed.zone || null,
});

interface Named {
  key: string;
  name: Text;
}

/** The areas the user may write to, and the people and places to choose from. */
export function usePlaceChoices(area: string, owner: Ref | null = null) {
  const { t } = useTranslate();
  const text = useText();
  const may = useMay();
  const { areaList } = useProgramme();
  const options = (items: readonly Named[] | undefined) =>
    (items ?? []).map(({ key, name }) => ({ value: key, label: text(name).text }));
  const none = { value: '', label: t('fields.none') };
  return {
    options,
    none,
    area: options(areaList.filter(({ key }) => key === area || may('keep-milestones', key))),
    owner: useOrganisationChooser(owner, none.label),
    zone: [none, ...options(useZones().data?.items)],
  };
}

/** Field labels and options. */
export function useMilestoneChoices(area: string, owner: Ref | null = null) {
  const { t } = useTranslate();
  const { options, none, ...choices } = usePlaceChoices(area, owner);
  const initiatives = useInitiatives(area).data?.items;
  const labels: Record<keyof MilestoneTyped, string> = {
    nameIt: t('form.inItalian', { label: t('fields.name') }),
    nameEn: t('form.inEnglish', { label: t('fields.name') }),
    summaryIt: t('form.inItalian', { label: t('fields.summary') }),
    summaryEn: t('form.inEnglish', { label: t('fields.summary') }),
    area: t('fields.area'),
    initiative: t('fields.initiative'),
    owner: t('fields.owner'),
    zone: t('fields.zone'),
  };
  return { choices: { ...choices, initiative: [none, ...options(initiatives)] }, labels };
}

interface MilestoneFieldsProps<V extends MilestoneTyped> {
  form: PersistedForm<V>;
  /** The milestone as it is recorded; omitted for a new one. */
  of?: Described | undefined;
}

export function MilestoneFields<V extends MilestoneTyped>({ form: wide, of }: MilestoneFieldsProps<V>) {
  const form = wide as unknown as PersistedForm<MilestoneTyped>;
  const area = useWatch({ control: form.control, name: 'area' });
  const { choices, labels } = useMilestoneChoices(area, of?.owner);
  // Initiatives belong to one area.
  const onArea = () => form.setValue('initiative', '', { shouldDirty: true });
  return (
    <>
      <Field form={form} name="nameIt" label={labels.nameIt} lang="it" required />
      <Field form={form} name="nameEn" label={labels.nameEn} lang="en" />
      <Field form={form} name="summaryIt" label={labels.summaryIt} lang="it" rows={3} />
      <Field form={form} name="summaryEn" label={labels.summaryEn} lang="en" rows={3} />
      <div className="field-pair">
        <Field form={form} name="area" label={labels.area} options={choices.area} onChoice={onArea} required />
        <Field form={form} name="initiative" label={labels.initiative} options={choices.initiative} />
        <Field form={form} name="owner" label={labels.owner} {...choices.owner} />
        <Field form={form} name="zone" label={labels.zone} options={choices.zone} />
      </div>
    </>
  );
}
