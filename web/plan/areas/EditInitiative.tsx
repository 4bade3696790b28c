// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { editInitiative, Initiative } from '../../../api/plan/areas/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useActingOn } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Form } from '../../ui/Form.tsx';
import { FormConflict } from '../../ui/FormConflict.tsx';
import { type PersistedForm, usePersistedForm } from '../../ui/persisted.ts';
import { WhyField, whyOf } from '../../ui/WhyField.tsx';
import { InitiativeFields, type InitiativeTyped, inputOf, typedOf, useInitiativeFields } from './InitiativeFields.tsx';

export interface InitiativeFormProps {
  initiative: Initiative;
  onDone: () => void;
  onCancel: () => void;
}

export const path = '/api/v1/programmes/{programme}/initiatives/{initiative}';
type Typed = InitiativeTyped & { why: string };

/** Edits an initiative. */
export function EditInitiative({ initiative, onDone, onCancel }: InitiativeFormProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  // The version when typing began, to separate the user's changes from concurrent ones.
  const [before] = useState<Typed>(() => ({ ...typedOf(initiative), why: '' }));
  const { act, current, ...sending } = useActingOn<typeof editInitiative, Initiative>('PATCH', path, initiative);
  const { fields, shown } = useInitiativeFields(initiative.area.key, initiative.owner);
  const { form, props, again } = usePersistedForm({
    name: `edit-initiative.${initiative.key}`,
    empty: before,
    sending,
    send: ({ why, ...typed }) => act({ programme, initiative: initiative.key }, { ...inputOf(typed), ...whyOf(why) }),
    onDone,
  });
  return (
    <Form {...props} submit={t('fields.save')} onCancel={onCancel}>
      <InitiativeFields
        form={form as unknown as PersistedForm<InitiativeTyped>}
        area={initiative.area.key}
        owner={initiative.owner}
      />
      <WhyField form={form} />
      {current && (
        <FormConflict
          form={form}
          fields={fields}
          shown={shown}
          before={before}
          theirs={{ ...typedOf(current), why: '' }}
          onMerge={again}
        />
      )}
    </Form>
  );
}
