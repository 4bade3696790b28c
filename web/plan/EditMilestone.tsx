// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { editMilestone } from '../../api/plan/contract.ts';
import { useTold } from '../i18n/told.ts';
import { type ActFormProps, useActing } from '../milestones/Acting.tsx';
import { useAddress } from '../ui/address.ts';
import { Conflict } from '../ui/Conflict.tsx';
import { Field, Form } from '../ui/Form.tsx';
import { useKept } from '../ui/kept.ts';
import {
  inputOf,
  MilestoneFields,
  type MilestoneTyped,
  typedFields,
  typedOf,
  useMilestoneChoices,
} from './MilestoneFields.tsx';

type Typed = MilestoneTyped & { why: string };

/** The fields as people read them: a key as the name of what it stands for. */
function useContested(area: string) {
  const { choices, labels } = useMilestoneChoices(area);
  const shown = (name: keyof MilestoneTyped, value: string) =>
    name in choices
      ? (choices[name as keyof typeof choices].find((one) => one.value === value)?.label ?? value)
      : value;
  return { labels, shown };
}

/** Corrects what is said of a milestone. Its dates and its weight are not edited: they are promises. */
export function EditMilestone({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTold();
  const { programme, language } = useAddress();
  // What was there when the typing began, so that what others changed meanwhile is told from what was typed.
  const [before] = useState(() => typedOf(milestone));
  const form = useKept<Typed>(`edit.${programme}.${milestone.key}`, { ...before, why: '' });
  const finish = () => {
    form.forget();
    onDone();
  };
  const { act, problem, busy, current } = useActing<typeof editMilestone>(milestone, '', {
    onDone: finish,
    method: 'PATCH',
  });
  const { labels, shown } = useContested(form.getValues('area'));
  const save = ({ why, ...typed }: Typed) => act({ ...inputOf(typed), ...(why.trim() ? { why: why.trim() } : {}) });
  const theirs = current ? typedOf(current) : null;
  const merge = (chosen: Record<string, string>) => {
    const taken = { ...before };
    for (const name of typedFields) {
      const mine = form.getValues(name);
      taken[name] = theirs && chosen[name] === shown(name, theirs[name]) ? theirs[name] : mine;
    }
    form.reset({ ...taken, why: form.getValues('why') });
    save({ ...taken, why: form.getValues('why') }).catch(() => undefined);
  };
  const fields = typedFields.map((name) => ({
    name,
    label: labels[name],
    before: shown(name, before[name]),
    mine: shown(name, form.getValues(name)),
    theirs: shown(name, theirs?.[name] ?? ''),
  }));
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('fields.save')} onSubmit={save} onCancel={onCancel}>
      <MilestoneFields form={form} />
      <Field form={form} name="why" label={t('keep.why')} hint={t('keep.whyHint')} lang={language} />
      {theirs && <Conflict fields={fields} onMerge={merge} />}
    </Form>
  );
}
