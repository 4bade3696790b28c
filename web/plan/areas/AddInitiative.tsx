// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { createInitiative } from '../../../api/plan/areas/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { emptyInitiative, InitiativeFields, type InitiativeTyped, inputOf } from './InitiativeFields.tsx';

interface AddFormProps {
  area: string;
  onDone: () => void;
  onCancel: () => void;
}

function AddForm({ area, onDone, onCancel }: AddFormProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof createInitiative>(
    'POST',
    '/api/v1/programmes/{programme}/initiatives',
  );
  const { form, props } = usePersistedForm<InitiativeTyped, unknown>({
    name: `initiative.${area}`,
    empty: { ...emptyInitiative, area },
    sending,
    send: (typed) => send({ params: { programme }, input: inputOf(typed) }),
    onDone,
  });
  return (
    <Form {...props} submit={t('initiatives.addSend')} onCancel={onCancel}>
      <InitiativeFields form={form} area={area} />
    </Form>
  );
}

/** Form for a new initiative; requires permission on the area. */
export function AddInitiative({ area }: { area: string }) {
  const { t } = useTranslate();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState(false);
  if (!may('keep-milestones', area)) return null;
  const end = (done: boolean) => {
    setAdding(false);
    setSaid(done);
  };
  return (
    <section aria-label={t('initiatives.add')} className="narrow">
      {adding ? (
        <>
          <h2>{t('initiatives.add')}</h2>
          <AddForm area={area} onDone={() => end(true)} onCancel={() => end(false)} />
        </>
      ) : (
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {t('initiatives.add')}
        </button>
      )}
      <p role="status">{said && !adding && t('keep.done')}</p>
    </section>
  );
}
