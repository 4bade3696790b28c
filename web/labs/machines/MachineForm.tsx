// SPDX-License-Identifier: AGPL-3.0-or-later

import type { addMachine, editMachine } from '../../../api/labs/machines/contract.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAddress } from '../../ui/address.ts';
import { Both } from '../../ui/Both.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { type PersistedForm, usePersistedForm } from '../../ui/persisted.ts';
import { textOrNull } from '../../ui/typed.ts';
import type { Lab } from '../directory/queries.ts';
import { useSendingOrLater } from '../editing/queries.ts';
import { room } from './queries.ts';

type Machine = Lab['machineList'][number];

const empty = {
  process: '',
  brand: '',
  model: '',
  widthMm: null as number | null,
  depthMm: null as number | null,
  heightMm: null as number | null,
  materials: [] as string[],
  quantity: 1 as number | null,
  condition: 'working',
  bookingUrl: '',
  noteIt: '',
  noteEn: '',
};
type Typed = typeof empty;

const typedOf = (machine: Machine): Typed => ({
  ...machine,
  brand: machine.brand ?? '',
  model: machine.model ?? '',
  bookingUrl: machine.bookingUrl ?? '',
  noteIt: machine.note?.it ?? '',
  noteEn: machine.note?.en ?? '',
});

const inputOf = ({ process: _, noteIt, noteEn, quantity, ...typed }: Typed) => ({
  brand: typed.brand.trim() || null,
  model: typed.model.trim() || null,
  widthMm: typed.widthMm,
  depthMm: typed.depthMm,
  heightMm: typed.heightMm,
  materials: typed.materials as Machine['materials'],
  quantity: quantity ?? 1,
  condition: typed.condition as Machine['condition'],
  bookingUrl: typed.bookingUrl.trim() || null,
  note: textOrNull(noteIt, noteEn),
});

const conditions = ['working', 'limited', 'out-of-order'] as const;

function MachineFields({ form }: { form: PersistedForm<Typed> }) {
  const { t } = useTranslate();
  const { processes, materials } = useTerms();
  return (
    <>
      <Field
        form={form}
        name="process"
        label={t('machines.process')}
        options={[{ value: '', label: '—' }, ...processes]}
        required
      />
      <div className="field-pair">
        <Field form={form} name="brand" label={t('machines.brand')} />
        <Field form={form} name="model" label={t('machines.model')} />
        <Field form={form} name="widthMm" type="number" min="1" label={t('machines.width')} />
        <Field form={form} name="depthMm" type="number" min="1" label={t('machines.depth')} />
        <Field form={form} name="heightMm" type="number" min="1" label={t('machines.height')} />
        <Field form={form} name="quantity" type="number" min="1" max="999" label={t('machines.quantity')} required />
        <Field
          form={form}
          name="condition"
          label={t('machines.condition')}
          options={conditions.map((value) => ({ value, label: t(`machines.conditions.${value}`) }))}
          required
        />
        <Field form={form} name="bookingUrl" type="url" label={t('machines.booking')} />
      </div>
      <Choices form={form} name="materials" label={t('machines.materials')} options={materials} />
      <Both form={form} it="noteIt" en="noteEn" label={t('machines.note')} />
    </>
  );
}

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
  const { send, ...sending } = useSendingOrLater<typeof addMachine>('POST', room, label);
  const { form, props } = usePersistedForm({
    name: `machine.${lab.key}`,
    empty,
    sending,
    send: (typed) => {
      const input = { process: typed.process as Machine['process'], of: inputOf(typed) };
      return send({ params: { programme, lab: lab.key }, input });
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('machines.take')} onCancel={onCancel}>
      <MachineFields form={form} />
    </Form>
  );
}

export function EditMachine({ lab, machine, onDone, onCancel }: MachineFormProps & { machine: Machine }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const label = `${lab.name.it}: ${machine.brand ?? ''} ${machine.model ?? ''}`;
  const { send, ...sending } = useSendingOrLater<typeof editMachine>('PATCH', `${room}/{machine}`, label);
  const { form, props } = usePersistedForm({
    name: `machine.${machine.key}`,
    empty: typedOf(machine),
    sending,
    send: (typed) => {
      const input = { process: typed.process as Machine['process'], ...inputOf(typed) };
      return send({ params: { programme, lab: lab.key, machine: machine.key }, input });
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('fields.save')} onCancel={onCancel}>
      <MachineFields form={form} />
    </Form>
  );
}
