// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ref } from '../../../api/contract.ts';
import type { Initiative } from '../../../api/plan/areas/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Chooser } from '../../ui/chooser.ts';
import { Field } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { textOrNull, words } from '../../ui/typed.ts';
import { usePlaceChoices } from '../drafting/MilestoneFields.tsx';

/** Form values of an initiative; an empty string means none. */
export interface InitiativeTyped {
  nameIt: string;
  nameEn: string;
  summaryIt: string;
  summaryEn: string;
  area: string;
  owner: string;
  zone: string;
  amountEur: number | null;
  startsOn: string;
  endsOn: string;
  existing: boolean;
  noteIt: string;
  noteEn: string;
}

export const emptyInitiative: Omit<InitiativeTyped, 'area'> = {
  nameIt: '',
  nameEn: '',
  summaryIt: '',
  summaryEn: '',
  owner: '',
  zone: '',
  amountEur: null,
  startsOn: '',
  endsOn: '',
  existing: false,
  noteIt: '',
  noteEn: '',
};

export const typedOf = (initiative: Initiative): InitiativeTyped => ({
  nameIt: initiative.name.it,
  nameEn: initiative.name.en ?? '',
  summaryIt: initiative.summary?.it ?? '',
  summaryEn: initiative.summary?.en ?? '',
  area: initiative.area.key,
  owner: initiative.owner?.key ?? '',
  zone: initiative.zone?.key ?? '',
  amountEur: initiative.amountEur,
  startsOn: initiative.startsOn ?? '',
  endsOn: initiative.endsOn ?? '',
  existing: initiative.existing,
  noteIt: initiative.note?.it ?? '',
  noteEn: initiative.note?.en ?? '',
});

/** Converts form values to API input. */
export const inputOf = (typed: InitiativeTyped) => ({
  area: typed.area,
  name: words(typed.nameIt, typed.nameEn),
  existing: typed.existing,
  summary: textOrNull(typed.summaryIt, typed.summaryEn),
  owner: typed.owner || null,
  zone: typed.zone || null,
  amountEur: typed.amountEur,
  startsOn: typed.startsOn || null,
  endsOn: typed.endsOn || null,
  note: textOrNull(typed.noteIt, typed.noteEn),
});

/** Field labels, and the display format of each value. */
export function useInitiativeFields(inArea: string, recorded: Ref | null = null) {
  const { t } = useTranslate();
  const { euro, day } = useFormat();
  const choices = usePlaceChoices(inArea, recorded);
  const labels: Record<keyof InitiativeTyped, string> = {
    nameIt: t('form.inItalian', { label: t('fields.name') }),
    nameEn: t('form.inEnglish', { label: t('fields.name') }),
    summaryIt: t('form.inItalian', { label: t('fields.summary') }),
    summaryEn: t('form.inEnglish', { label: t('fields.summary') }),
    area: t('fields.area'),
    owner: t('fields.owner'),
    zone: t('fields.zone'),
    amountEur: t('initiatives.amount'),
    startsOn: t('areas.starts'),
    endsOn: t('areas.ends'),
    existing: t('initiatives.existing'),
    noteIt: t('form.inItalian', { label: t('fields.note') }),
    noteEn: t('form.inEnglish', { label: t('fields.note') }),
  };
  const shown = (name: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'records.yes' : 'records.no');
    if (value === null || value === '') return '';
    if (name === 'amountEur') return euro(Number(value));
    if (name === 'startsOn' || name === 'endsOn') return day(String(value));
    const { area, zone, owner } = choices;
    const options: Record<string, Chooser['options']> = { area, zone, owner: owner.options };
    return options[name]?.find((one) => one.value === value)?.label ?? String(value);
  };
  const fields = Object.entries(labels).map(([name, label]) => ({ name: name as keyof InitiativeTyped, label }));
  return { choices, labels, fields, shown };
}

interface InitiativeFieldsProps {
  form: PersistedForm<InitiativeTyped>;
  area: string;
  /** The owner now recorded; omitted for a new initiative. */
  owner?: Ref | null;
}

export function InitiativeFields({ form, area, owner = null }: InitiativeFieldsProps) {
  const { choices, labels } = useInitiativeFields(area, owner);
  const named = (name: keyof InitiativeTyped) => ({ form, name, label: labels[name] });
  return (
    <>
      <Field {...named('nameIt')} lang="it" required />
      <Field {...named('nameEn')} lang="en" />
      <Field {...named('summaryIt')} lang="it" rows={3} />
      <Field {...named('summaryEn')} lang="en" rows={3} />
      <div className="field-pair">
        <Field {...named('area')} options={choices.area} required />
        <Field {...named('owner')} {...choices.owner} />
        <Field {...named('zone')} options={choices.zone} />
        <Field {...named('amountEur')} type="number" min="0" step="0.01" />
        <Field {...named('startsOn')} type="date" />
        <Field {...named('endsOn')} type="date" />
      </div>
      <Field {...named('existing')} type="checkbox" />
      <Field {...named('noteIt')} lang="it" rows={2} />
      <Field {...named('noteEn')} lang="en" rows={2} />
    </>
  );
}
