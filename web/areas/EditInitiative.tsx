// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { editInitiative, Initiative } from '../../api/areas/contract.ts';
import { useTold } from '../i18n/told.ts';
import { useActingOn } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { FormConflict } from '../ui/FormConflict.tsx';
import { type Kept, useKept } from '../ui/kept.ts';
import { InitiativeFields, type InitiativeTyped, inputOf, typedOf, useInitiativeFields } from './InitiativeFields.tsx';

export interface InitiativeFormProps {
  initiative: Initiative;
  onDone: () => void;
  onCancel: () => void;
}

export const path = '/api/v1/programmes/{programme}/initiatives/{initiative}';
type Typed = InitiativeTyped & { why: string };

/** Corrects what is said of an initiative. */
export function EditInitiative({ initiative, onDone, onCancel }: InitiativeFormProps) {
  const { t } = useTold();
  const { programme, language } = useAddress();
  // What was there when the typing began, so that what others changed meanwhile is told from what was typed.
  const [before] = useState<Typed>(() => ({ ...typedOf(initiative), why: '' }));
  const form = useKept<Typed>(`edit-initiative.${programme}.${initiative.key}`, before);
  const { act, problem, busy, current } = useActingOn<typeof editInitiative, Initiative>('PATCH', path, initiative);
  const { fields, shown } = useInitiativeFields(initiative.area.key);
  const save = async ({ why, ...typed }: Typed) => {
    const input = { ...inputOf(typed), ...(why.trim() ? { why: why.trim() } : {}) };
    await act({ programme, initiative: initiative.key }, input);
    form.forget();
    onDone();
  };
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('fields.save')} onSubmit={save} onCancel={onCancel}>
      <InitiativeFields form={form as unknown as Kept<InitiativeTyped>} area={initiative.area.key} />
      <Field form={form} name="why" label={t('keep.why')} hint={t('keep.whyHint')} lang={language} />
      {current && (
        <FormConflict
          form={form}
          fields={fields}
          shown={shown}
          before={before}
          theirs={{ ...typedOf(current), why: '' }}
          onMerge={(merged) => save(merged).catch(() => undefined)}
        />
      )}
    </Form>
  );
}
