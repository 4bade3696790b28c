// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { editMilestone } from '../../../api/plan/drafting/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { WhyField, whyOf } from '../../ui/WhyField.tsx';
import { type ActFormProps, useActing } from '../milestones/Acting.tsx';
import { MilestoneConflict } from './MilestoneConflict.tsx';
import { inputOf, MilestoneFields, type MilestoneTyped, typedFields, typedOf } from './MilestoneFields.tsx';

type Typed = MilestoneTyped & { why: string };

/** Edits a milestone's description. Dates and weight are promises and cannot be edited. */
export function EditMilestone({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTranslate();
  // The version when typing began, to separate the user's changes from concurrent ones.
  const [before] = useState<Typed>(() => ({ ...typedOf(milestone), why: '' }));
  const { act, current, ...sending } = useActing<typeof editMilestone>(milestone, '', 'PATCH');
  const { form, props, again } = usePersistedForm({
    name: `edit.${milestone.key}`,
    empty: before,
    sending,
    send: ({ why, ...typed }) => act({ ...inputOf(typed), ...whyOf(why) }),
    onDone,
  });
  return (
    <Form {...props} submit={t('fields.save')} onCancel={onCancel}>
      <MilestoneFields form={form} of={milestone} />
      <WhyField form={form} />
      {current && (
        <MilestoneConflict
          form={form}
          names={typedFields}
          before={before}
          theirs={{ ...typedOf(current), why: '' }}
          onMerge={again}
        />
      )}
    </Form>
  );
}
