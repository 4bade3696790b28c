// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { editMilestone } from '../../../api/plan/drafting/contract.ts';
import { useTold } from '../../i18n/told.ts';
import { Form } from '../../ui/Form.tsx';
import { useKeptForm } from '../../ui/kept.ts';
import { WhyField, whyOf } from '../../ui/WhyField.tsx';
import { type ActFormProps, useActing } from '../milestones/Acting.tsx';
import { MilestoneConflict } from './MilestoneConflict.tsx';
import { inputOf, MilestoneFields, type MilestoneTyped, typedFields, typedOf } from './MilestoneFields.tsx';

type Typed = MilestoneTyped & { why: string };

/** Corrects what is said of a milestone. Its dates and its weight are not edited: they are promises. */
export function EditMilestone({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTold();
  // What was there when the typing began, so that what others changed meanwhile is told from what was typed.
  const [before] = useState<Typed>(() => ({ ...typedOf(milestone), why: '' }));
  const { act, current, ...sending } = useActing<typeof editMilestone>(milestone, '', 'PATCH');
  const { form, props, again } = useKeptForm({
    name: `edit.${milestone.key}`,
    empty: before,
    sending,
    send: ({ why, ...typed }) => act({ ...inputOf(typed), ...whyOf(why) }),
    onDone,
  });
  return (
    <Form {...props} submit={t('fields.save')} onCancel={onCancel}>
      <MilestoneFields form={form} />
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
