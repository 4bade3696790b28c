// SPDX-License-Identifier: AGPL-3.0-or-later

import { ownerKinds, spaceKinds } from '../../../api/spaces/directory/rules.ts';
import { useSources } from '../../city/background/queries.ts';
import { useAllOrganisations } from '../../city/organisations/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { together } from '../../reading.ts';
import { Both } from '../../ui/Both.tsx';
import { Field } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { Answer } from '../../ui/states.tsx';
import { orNone, textOrNull } from '../../ui/typed.ts';
import type { Space } from './queries.ts';
import { SpaceForm, type SpaceFormProps } from './SpaceForm.tsx';

const precisions = ['day', 'month', 'year'] as const;

const typedOf = (space: Space) => ({
  nameIt: space.name.it,
  nameEn: space.name.en ?? '',
  summaryIt: space.summary?.it ?? '',
  summaryEn: space.summary?.en ?? '',
  kind: space.kind as string,
  ownerKind: space.ownerKind ?? '',
  owner: space.owner?.key ?? '',
  lastUseIt: space.lastUse?.it ?? '',
  lastUseEn: space.lastUse?.en ?? '',
  disusedSince: space.disusedSince?.date ?? '',
  precision: (space.disusedSince?.precision ?? 'day') as string,
  noteIt: space.note?.it ?? '',
  noteEn: space.note?.en ?? '',
  source: space.source?.key ?? '',
});
type Typed = ReturnType<typeof typedOf>;
type Named = readonly { key: string; label: string }[];

/** Options by name, plus an empty one. */
const choicesOf = (items: Named) => [
  { value: '', label: '—' },
  ...items.map(({ key, label }) => ({ value: key, label })),
];

/** An unchanged date keeps its original precision. */
function disusedOf({ disusedSince: date, precision }: Typed, before: Typed) {
  if (date === before.disusedSince && precision === before.precision) return {};
  return { disusedSince: date ? { date, precision: precision as (typeof precisions)[number] } : null };
}

const inputOf = (now: Typed, before: Typed) => ({
  name: textOrNull(now.nameIt, now.nameEn) ?? { it: '' },
  summary: textOrNull(now.summaryIt, now.summaryEn),
  kind: now.kind as Space['kind'],
  ownerKind: (now.ownerKind || null) as Space['ownerKind'],
  owner: now.owner || null,
  lastUse: textOrNull(now.lastUseIt, now.lastUseEn),
  note: textOrNull(now.noteIt, now.noteEn),
  source: now.source || null,
  ...disusedOf(now, before),
});

function Fields({
  form,
  organisations,
  sources,
}: {
  form: PersistedForm<Typed>;
  organisations: Named;
  sources: Named;
}) {
  const { t } = useTranslate();
  const kinds = spaceKinds.map((value) => ({ value, label: t(`spaces.kinds.${value}`) }));
  return (
    <>
      <Both form={form} it="nameIt" en="nameEn" label={t('fields.name')} required />
      <Both form={form} it="summaryIt" en="summaryEn" label={t('entry.summary')} rows={3} />
      <div className="field-pair">
        <Field form={form} name="kind" label={t('spaces.kind')} options={kinds} required />
        <Field
          form={form}
          name="ownerKind"
          label={t('spaces.ownerKind')}
          options={orNone(ownerKinds, (kind) => t(`spaces.ownerKinds.${kind}`))}
        />
      </div>
      <Field form={form} name="owner" label={t('spaces.owner')} options={choicesOf(organisations)} />
      <Both form={form} it="lastUseIt" en="lastUseEn" label={t('census.lastUse')} />
      <div className="field-pair">
        <Field form={form} name="disusedSince" type="date" label={t('census.form.disused')} />
        <Field
          form={form}
          name="precision"
          label={t('census.form.precision')}
          options={precisions.map((value) => ({ value, label: t(`census.form.precisions.${value}`) }))}
        />
      </div>
      <Both form={form} it="noteIt" en="noteEn" label={t('census.form.note')} rows={2} />
      <Field form={form} name="source" label={t('figure.source')} options={choicesOf(sources)} />
    </>
  );
}

/** Bilingual name and description, owner and former use. */
export function AboutSpace(props: SpaceFormProps) {
  const text = useText();
  const typed = typedOf(props.space);
  return (
    // Wait for the options: a select value without an option would count as removed.
    <Answer of={together(useAllOrganisations(), useSources())} height={640}>
      {([organisations, sources]) => (
        <SpaceForm {...props} section="about" typed={typed} inputOf={(now) => inputOf(now, typed)}>
          {(form) => (
            <Fields
              form={form}
              organisations={organisations.items.map(({ key, name }) => ({ key, label: text(name).text }))}
              sources={sources.items.map(({ key, title }) => ({ key, label: text(title).text }))}
            />
          )}
        </SpaceForm>
      )}
    </Answer>
  );
}
