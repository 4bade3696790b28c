// SPDX-License-Identifier: AGPL-3.0-or-later

import type { addMachine, editMachine } from '../../../api/labs/machines/contract.ts';
import { machineFields } from '../../../api/labs/machines/fields.ts';
import { inputOf, type Typed, typedOf } from '../../../api/platform/fields/form.rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { FieldInputs } from '../../platform/fields/FieldInputs.tsx';
import { useAddress } from '../../ui/address.ts';
import { Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import type { Lab } from '../directory/queries.ts';
import { useSendingOrLater } from '../editing/queries.ts';
import { room } from './queries.ts';

type Machine = Lab['machineList'][number];

const section = 'machine';
const empty = typedOf(machineFields, section, { process: '', quantity: 1, condition: 'working' });
const inputIn = (typed: Typed) => inputOf(machineFields, section, typed, empty);

interface MachineFormProps {
  lab: Lab;
  onDone: () => void;
  onCancel: () => void;
}

/** A machine that is not in the catalogue. */
export function DescribeMachine({ lab, onDone, onCancel }: MachineFormProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const label = `${lab.name.it}: ${t('machines.add')}`;
  const named = { name: `machine.${lab.key}`, page: `labs/${lab.key}?edit=machine` };
  const { send, reopened, ...sending } = useSendingOrLater<typeof addMachine>('POST', room, { label, ...named });
  const { form, props } = usePersistedForm({
    name: named.name,
    empty: { ...empty, ...(reopened as Typed | undefined) },
    sending,
    send: (typed) => {
      const { process, ...of } = inputIn(typed);
      return send({ params: { programme, lab: lab.key }, input: { process, of } }, typed);
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('machines.take')} onCancel={onCancel}>
      <FieldInputs form={form} fields={machineFields} section={section} />
    </Form>
  );
}

export function EditMachine({ lab, machine, onDone, onCancel }: MachineFormProps & { machine: Machine }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const label = `${lab.name.it}: ${machine.brand ?? ''} ${machine.model ?? ''}`;
  const named = { name: `machine.${machine.key}`, page: `labs/${lab.key}?edit=machine-${machine.key}` };
  const { send, reopened, ...sending } = useSendingOrLater<typeof editMachine>('PATCH', `${room}/{machine}`, {
    label,
    ...named,
  });
  const { form, props } = usePersistedForm({
    name: named.name,
    empty: { ...typedOf(machineFields, section, machine), ...(reopened as Typed | undefined) },
    sending,
    send: (typed) => send({ params: { programme, lab: lab.key, machine: machine.key }, input: inputIn(typed) }, typed),
    onDone,
  });
  return (
    <Form {...props} submit={t('fields.save')} onCancel={onCancel}>
      <FieldInputs form={form} fields={machineFields} section={section} />
    </Form>
  );
}
