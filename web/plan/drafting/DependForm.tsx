// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { setDependencies } from '../../../api/plan/drafting/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { type Chooser, useChooser } from '../../ui/chooser.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { type PersistedForm, usePersistedForm } from '../../ui/persisted.ts';
import { WhyField, whyOf } from '../../ui/WhyField.tsx';
import type { ActFormProps } from '../milestones/Acting.tsx';
import { type Milestone, useMilestones } from '../milestones/queries.ts';

/** Additions and removals instead of the full list, so that concurrent changes are kept. */
interface Typed {
  added: string[];
  removed: string[];
  next: string;
  why: string;
}

interface NamedProps {
  form: PersistedForm<Typed>;
  keys: readonly string[];
  milestone: Milestone;
  /** Labels of the milestones just added, by key. */
  labels: Readonly<Record<string, string>>;
}

function Named({ form, keys, milestone, labels }: NamedProps) {
  const { t } = useTranslate();
  const text = useText();
  const all = useMilestones({ cycle: undefined }).data?.items ?? [];
  const nameOf = (key: string) => {
    const found = [...milestone.dependsOn, ...all].find((one) => one.key === key);
    return found ? text(found.name).text : (labels[key] ?? key);
  };
  const remove = (key: string) => {
    const { added, removed } = form.getValues();
    form.setValue(
      'added',
      added.filter((one) => one !== key),
      { shouldDirty: true },
    );
    form.setValue('removed', [...removed, key], { shouldDirty: true });
    // The button disappears with its entry: move focus to the select.
    form.setFocus('next');
  };
  return (
    <fieldset className="field">
      <legend>{t('depend.list')}</legend>
      {keys.length === 0 && <p className="muted">{t('depend.none')}</p>}
      <ul className="plain-list" aria-live="polite">
        {keys.map((key) => (
          <li key={key}>
            {nameOf(key)}{' '}
            <button
              type="button"
              className="plain"
              aria-label={t('depend.removeOf', { name: nameOf(key) })}
              onClick={() => remove(key)}
            >
              {t('depend.remove')}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

const useSoughtMilestones = (q: string | undefined) => useMilestones({ cycle: undefined, q });

interface NextProps {
  form: PersistedForm<Typed>;
  taken: readonly string[];
  onAdd: (options: Chooser['options']) => void;
}

function Next({ form, taken, onAdd }: NextProps) {
  const { t } = useTranslate();
  const text = useText();
  const { options, ...chooser } = useChooser(useSoughtMilestones, {
    none: t('depend.choose'),
    label: ({ name, area }) => `${text(name).text} (${text(area.name).text})`,
  });
  const free = options.filter(({ value }) => !taken.includes(value));
  return (
    <>
      <Field form={form} name="next" label={t('depend.more')} {...chooser} options={free} />
      <p>
        <button type="button" className="button" onClick={() => onAdd(options)}>
          {t('depend.add')}
        </button>
      </p>
    </>
  );
}

/** Dependencies after the typed additions and removals. */
const keysOf = ({ dependsOn }: Milestone, { added, removed }: Pick<Typed, 'added' | 'removed'>) => {
  const current = dependsOn.map(({ key }) => key).filter((key) => !removed.includes(key));
  return [...new Set([...current, ...added])];
};

/** Edits a milestone's dependencies on other milestones of the programme. */
export function DependForm({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof setDependencies>(
    'PUT',
    '/api/v1/programmes/{programme}/milestones/{milestone}/dependencies',
  );
  const save = ({ next, why, ...typed }: Typed) => {
    const keys = keysOf(milestone, typed);
    const input = { dependsOn: next ? [...keys, next] : keys, ...whyOf(why) };
    return send({ params: { programme, milestone: milestone.key }, input });
  };
  const empty: Typed = { added: [], removed: [], next: '', why: '' };
  const { form, props } = usePersistedForm({ name: `depend.${milestone.key}`, empty, sending, send: save, onDone });
  const [added, removed] = useWatch({ control: form.control, name: ['added', 'removed'] });
  const keys = keysOf(milestone, { added, removed });
  const [labels, setLabels] = useState<Record<string, string>>({});
  const add = (options: Chooser['options']) => {
    const { next, ...values } = form.getValues();
    if (!next) return;
    setLabels({ ...labels, [next]: options.find(({ value }) => value === next)?.label ?? next });
    form.setValue('added', [...values.added, next], { shouldDirty: true });
    form.setValue(
      'removed',
      values.removed.filter((one) => one !== next),
      { shouldDirty: true },
    );
    form.setValue('next', '', { shouldDirty: true });
  };
  return (
    <Form {...props} submit={t('depend.save')} onCancel={onCancel}>
      <p className="muted">{t('depend.about')}</p>
      <Named form={form} keys={keys} milestone={milestone} labels={labels} />
      <Next form={form} taken={[...keys, milestone.key]} onAdd={add} />
      <WhyField form={form} />
    </Form>
  );
}
