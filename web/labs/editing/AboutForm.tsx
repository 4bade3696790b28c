// SPDX-License-Identifier: AGPL-3.0-or-later

import { labKinds, labStatuses, legalStatuses } from '../../../api/labs/directory/rules.ts';
import { useAllOrganisations } from '../../city/organisations/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Both } from '../../ui/Both.tsx';
import { Field } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { textOrNull } from '../../ui/typed.ts';
import type { Lab } from '../directory/queries.ts';
import { SectionForm, type SectionProps } from './SectionForm.tsx';

const none = { value: '', label: '—' };
const dated = (date: string) => (date ? { date, precision: 'day' as const } : null);

function useOrganisationOptions() {
  const text = useText();
  const items = useAllOrganisations().data?.items ?? [];
  return [none, ...items.map(({ key, name }) => ({ value: key, label: text(name).text }))];
}

const typedOf = (lab: Lab) => ({
  nameIt: lab.name.it,
  nameEn: lab.name.en ?? '',
  summaryIt: lab.summary?.it ?? '',
  summaryEn: lab.summary?.en ?? '',
  descriptionIt: lab.description?.it ?? '',
  descriptionEn: lab.description?.en ?? '',
  kind: lab.kind as string,
  organisation: lab.organisation?.key ?? '',
  legalStatus: lab.legalStatus ?? '',
  status: lab.status as string,
  founded: lab.founded?.date ?? '',
  opened: lab.opened?.date ?? '',
  closed: lab.closed?.date ?? '',
});
type Typed = ReturnType<typeof typedOf>;

/** An unchanged date keeps its original precision. */
const daysOf = (now: Typed, before: Typed) =>
  Object.fromEntries(
    (['founded', 'opened', 'closed'] as const)
      .filter((name) => now[name] !== before[name])
      .map((name) => [name, dated(now[name])]),
  );

const inputOf = (now: Typed, before: Typed) => ({
  name: textOrNull(now.nameIt, now.nameEn) ?? { it: '' },
  summary: textOrNull(now.summaryIt, now.summaryEn),
  description: textOrNull(now.descriptionIt, now.descriptionEn),
  kind: now.kind as Lab['kind'],
  organisation: now.organisation || null,
  legalStatus: (now.legalStatus || null) as Lab['legalStatus'],
  status: now.status as Lab['status'],
  ...daysOf(now, before),
});

function AboutFields({ form }: { form: PersistedForm<Typed> }) {
  const { t } = useTranslate();
  const organisations = useOrganisationOptions();
  const kinds = labKinds.map((value) => ({ value, label: t(`labs.kinds.${value}`) }));
  const states = labStatuses.map((value) => ({ value, label: t(`labs.statuses.${value}`) }));
  const legal = [none, ...legalStatuses.map((value) => ({ value, label: t(`entry.legal.${value}`) }))];
  return (
    <>
      <Both form={form} it="nameIt" en="nameEn" label={t('fields.name')} required />
      <Both form={form} it="summaryIt" en="summaryEn" label={t('entry.summary')} rows={2} />
      <Both form={form} it="descriptionIt" en="descriptionEn" label={t('entry.description')} rows={6} />
      <div className="field-pair">
        <Field form={form} name="kind" label={t('labs.kind')} options={kinds} required />
        <Field form={form} name="status" label={t('entry.status')} options={states} required />
        <Field form={form} name="organisation" label={t('labs.organisation')} options={organisations} />
        <Field form={form} name="legalStatus" label={t('entry.legalStatus')} options={legal} />
        <Field form={form} name="founded" type="date" label={t('entry.founded')} />
        <Field form={form} name="opened" type="date" label={t('labs.opened')} />
        <Field form={form} name="closed" type="date" label={t('labs.closing')} />
      </div>
    </>
  );
}

/** Bilingual name and description, kind, operator and founding date. */
export function AboutForm(props: SectionProps) {
  const typed = typedOf(props.lab);
  return (
    <SectionForm {...props} section="about" typed={typed} inputOf={(now) => inputOf(now, typed)}>
      {(form) => <AboutFields form={form} />}
    </SectionForm>
  );
}
