// SPDX-License-Identifier: AGPL-3.0-or-later
import { useWatch } from 'react-hook-form';
import type { setDependencies } from '../../api/plan/contract.ts';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import type { ActFormProps } from '../milestones/Acting.tsx';
import { useMilestones } from '../milestones/queries.ts';
import { useSending } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { type Kept, useKept } from '../ui/kept.ts';

/** What is put in and taken away, so that what others name meanwhile stays. */
interface Typed {
  added: string[];
  removed: string[];
  next: string;
  why: string;
}

function Named({ form, keys }: { form: Kept<Typed>; keys: readonly string[] }) {
  const { t } = useTold();
  const text = useText();
  const all = useMilestones({ cycle: undefined }).data?.items ?? [];
  const nameOf = (key: string) => {
    const found = all.find((one) => one.key === key);
    return found ? text(found.name).text : key;
  };
  const remove = (key: string) => {
    const { added, removed } = form.getValues();
    form.setValue(
      'added',
      added.filter((one) => one !== key),
      { shouldDirty: true },
    );
    form.setValue('removed', [...removed, key], { shouldDirty: true });
    // The button goes with what it took away: the keyboard then goes on from the choice.
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

function Next({ form, taken, onAdd }: { form: Kept<Typed>; taken: readonly string[]; onAdd: () => void }) {
  const { t } = useTold();
  const text = useText();
  const all = useMilestones({ cycle: undefined }).data?.items ?? [];
  const free = all
    .filter(({ key }) => !taken.includes(key))
    .map(({ key, name, area }) => ({ value: key, label: `${text(name).text} (${text(area.name).text})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <>
      <Field
        form={form}
        name="next"
        label={t('depend.more')}
        options={[{ value: '', label: t('depend.choose') }, ...free]}
      />
      <p>
        <button type="button" className="button" onClick={onAdd}>
          {t('depend.add')}
        </button>
      </p>
    </>
  );
}

/** Names what a milestone waits for, among the milestones of the programme. */
export function DependForm({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTold();
  const { programme, language } = useAddress();
  const typed = { added: [], removed: [], next: '', why: '' };
  const form = useKept<Typed>(`depend.${programme}.${milestone.key}`, typed);
  const { send, problem, busy } = useSending<typeof setDependencies>(
    'PUT',
    '/api/v1/programmes/{programme}/milestones/{milestone}/dependencies',
  );
  const [added, removed] = useWatch({ control: form.control, name: ['added', 'removed'] });
  const held = milestone.dependsOn.map(({ key }) => key).filter((key) => !removed.includes(key));
  const keys = [...new Set([...held, ...added])];
  const add = () => {
    const { next, ...values } = form.getValues();
    if (!next) return;
    form.setValue('added', [...values.added, next], { shouldDirty: true });
    form.setValue(
      'removed',
      values.removed.filter((one) => one !== next),
      { shouldDirty: true },
    );
    form.setValue('next', '', { shouldDirty: true });
  };
  const save = async ({ next, why }: Typed) => {
    const dependsOn = next ? [...keys, next] : keys;
    const input = { dependsOn, ...(why.trim() ? { why: why.trim() } : {}) };
    await send({ params: { programme, milestone: milestone.key }, input });
    form.forget();
    onDone();
  };
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('depend.save')} onSubmit={save} onCancel={onCancel}>
      <p className="muted">{t('depend.about')}</p>
      <Named form={form} keys={keys} />
      <Next form={form} taken={[...keys, milestone.key]} onAdd={add} />
      <Field form={form} name="why" label={t('keep.why')} hint={t('keep.whyHint')} lang={language} />
    </Form>
  );
}
