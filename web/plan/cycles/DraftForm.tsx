// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { Cycle } from '../../../api/city/programmes/contract.ts';
import type { createMilestone, DraftMilestone, editMilestone } from '../../../api/plan/drafting/contract.ts';
import type { Problem } from '../../http.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { MilestoneConflict } from '../drafting/MilestoneConflict.tsx';
import {
  emptyMilestone,
  inputOf,
  MilestoneFields,
  type MilestoneTyped,
  typedFields,
  typedOf,
} from '../drafting/MilestoneFields.tsx';
import { PrecisionField } from '../promises/PrecisionField.tsx';

type Typed = MilestoneTyped & {
  plannedOn: string;
  precision: NonNullable<DraftMilestone['planned']>['precision'];
  weight: number;
};

const empty = { ...emptyMilestone, plannedOn: '', precision: 'day', weight: 1 } as const;
const milestones = '/api/v1/programmes/{programme}/milestones';

interface DraftFormProps {
  cycle: Cycle;
  area: string;
  /** The milestone to edit; omitted for a new one. */
  milestone?: DraftMilestone;
  onDone: () => void;
}

const draftFields = [...typedFields, 'plannedOn', 'precision', 'weight'] as const satisfies readonly (keyof Typed)[];

const draftTypedOf = (milestone: DraftMilestone): Typed => ({
  ...typedOf(milestone),
  plannedOn: milestone.planned?.date ?? '',
  precision: milestone.planned?.precision ?? 'day',
  weight: milestone.weight,
});

const draftInputOf = ({ plannedOn, precision, weight, ...typed }: Typed) => ({
  ...inputOf(typed),
  weight: Number(weight),
  ...(plannedOn ? { plannedOn, precision } : {}),
});

/** Creates or updates a milestone; returns the current version after an edit conflict. */
function useSaving({ cycle, milestone }: Pick<DraftFormProps, 'cycle' | 'milestone'>) {
  const { programme } = useAddress();
  const [read] = useState(milestone);
  const [current, setCurrent] = useState<DraftMilestone | null>(null);
  const create = useSending<typeof createMilestone>('POST', milestones);
  const edit = useSending<typeof editMilestone>('PATCH', `${milestones}/{milestone}`);
  const save = async (typed: Typed) => {
    const input = draftInputOf(typed);
    if (!read) return create.send({ params: { programme }, input: { ...input, cycle: cycle.key } });
    const params = { programme, milestone: read.key };
    const version = (current ?? read).version;
    return edit
      .send({ params, version, input: typed.plannedOn ? input : { ...input, plannedOn: null } })
      .catch((cause: Problem) => {
        if (cause.body?.current) setCurrent(cause.body.current as unknown as DraftMilestone);
        throw cause;
      });
  };
  const { problem, busy } = read ? edit : create;
  return { save, problem: current ? null : problem, busy, current, read };
}

/** Form for a draft milestone: all fields are editable, including date and weight. */
export function DraftForm({ cycle, area, milestone, onDone }: DraftFormProps) {
  const { t } = useTranslate();
  const { save, current, read, ...sending } = useSaving({ cycle, ...(milestone ? { milestone } : {}) });
  const before = read ? draftTypedOf(read) : { ...empty, area };
  const name = `draft.${cycle.key}.${milestone?.key ?? 'new'}`;
  const { form, props, again } = usePersistedForm<Typed, unknown>({ name, empty: before, sending, send: save, onDone });
  return (
    <Form {...props} submit={t(milestone ? 'fields.save' : 'fields.add')} onCancel={onDone}>
      <MilestoneFields form={form} of={milestone} />
      <div className="field-pair">
        <Field form={form} name="plannedOn" type="date" label={t('fields.planned')} />
        <PrecisionField form={form} name="precision" />
        <Field form={form} name="weight" type="number" min="0.01" step="0.01" label={t('fields.weight')} required />
      </div>
      {current && (
        <MilestoneConflict
          form={form}
          names={draftFields}
          before={before}
          theirs={draftTypedOf(current)}
          onMerge={again}
        />
      )}
    </Form>
  );
}
