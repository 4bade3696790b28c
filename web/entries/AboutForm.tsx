// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTold } from '../i18n/told.ts';
import { labKinds, legalStatuses, statuses } from '../labs/LabFilters.tsx';
import { useAllOrganisations } from '../organisations/queries.ts';
import { useText } from '../i18n/text.ts';
import { Field } from '../ui/Form.tsx';
import { SectionForm, type SectionProps, textOrNull } from './SectionForm.tsx';

const none = { value: '', label: '—' };
const dated = (date: string) => (date ? { date, precision: 'day' as const } : null);

function useOrganisationOptions() {
  const text = useText();
  const items = useAllOrganisations().data?.items ?? [];
  return [none, ...items.map(({ key, name }) => ({ value: key, label: text(name).text }))];
}

/** Who the lab is: names and words in two languages, kind, who runs it, since when. */
export function AboutForm(props: SectionProps) {
  const { t } = useTold();
  const { lab } = props;
  const organisations = useOrganisationOptions();
  const typed = {
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
  };
  type Typed = typeof typed;
  /** A date that was not touched keeps the precision that it was given with. */
  const days = (now: Typed) =>
    Object.fromEntries(
      (['founded', 'opened', 'closed'] as const)
        .filter((name) => now[name] !== typed[name])
        .map((name) => [name, dated(now[name])]),
    );
  const both = (label: string) => [t('form.inItalian', { label }), t('form.inEnglish', { label })] as const;
  const [nameIt, nameEn] = both(t('fields.name'));
  const [summaryIt, summaryEn] = both(t('entry.summary'));
  const [descriptionIt, descriptionEn] = both(t('entry.description'));
  return (
    <SectionForm
      {...props}
      section="about"
      typed={typed}
      inputOf={(now) => ({
        name: textOrNull(now.nameIt, now.nameEn) ?? { it: '' },
        summary: textOrNull(now.summaryIt, now.summaryEn),
        description: textOrNull(now.descriptionIt, now.descriptionEn),
        kind: now.kind as typeof lab.kind,
        organisation: now.organisation || null,
        legalStatus: (now.legalStatus || null) as typeof lab.legalStatus,
        status: now.status as typeof lab.status,
        ...days(now),
      })}
    >
      {(form) => (
        <>
          <Field form={form} name="nameIt" label={nameIt} lang="it" required />
          <Field form={form} name="nameEn" label={nameEn} lang="en" />
          <Field form={form} name="summaryIt" label={summaryIt} lang="it" rows={2} />
          <Field form={form} name="summaryEn" label={summaryEn} lang="en" rows={2} />
          <Field form={form} name="descriptionIt" label={descriptionIt} lang="it" rows={6} />
          <Field form={form} name="descriptionEn" label={descriptionEn} lang="en" rows={6} />
          <div className="field-pair">
            <Field
              form={form}
              name="kind"
              label={t('labs.kind')}
              options={labKinds.map((value) => ({ value, label: t(`labs.kinds.${value}`) }))}
              required
            />
            <Field
              form={form}
              name="status"
              label={t('entry.status')}
              options={statuses.map((value) => ({ value, label: t(`labs.statuses.${value}`) }))}
              required
            />
            <Field form={form} name="organisation" label={t('labs.organisation')} options={organisations} />
            <Field
              form={form}
              name="legalStatus"
              label={t('entry.legalStatus')}
              options={[none, ...legalStatuses.map((value) => ({ value, label: t(`entry.legal.${value}`) }))]}
            />
            <Field form={form} name="founded" type="date" label={t('entry.founded')} />
            <Field form={form} name="opened" type="date" label={t('labs.opened')} />
            <Field form={form} name="closed" type="date" label={t('labs.closing')} />
          </div>
        </>
      )}
    </SectionForm>
  );
}
