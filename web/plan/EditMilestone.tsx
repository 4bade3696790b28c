// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { editMilestone } from '../../api/plan/contract.ts';
import { useTold } from '../i18n/told.ts';
import { type ActFormProps, useActing } from '../milestones/Acting.tsx';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { useKept } from '../ui/kept.ts';
import { MilestoneConflict } from './MilestoneConflict.tsx';
import { inputOf, MilestoneFields, type MilestoneTyped, typedFields, typedOf } from './MilestoneFields.tsx';

type Typed = MilestoneTyped & { why: string };

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
  const save = ({ why, ...typed }: Typed) => act({ ...inputOf(typed), ...(why.trim() ? { why: why.trim() } : {}) });
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('fields.save')} onSubmit={save} onCancel={onCancel}>
      <MilestoneFields form={form} />
      <Field form={form} name="why" label={t('keep.why')} hint={t('keep.whyHint')} lang={language} />
      {current && (
        <MilestoneConflict
          form={form}
          names={typedFields}
          before={{ ...before, why: '' }}
          theirs={{ ...typedOf(current), why: '' }}
          onMerge={(merged) => save(merged).catch(() => undefined)}
        />
      )}
    </Form>
  );
}
