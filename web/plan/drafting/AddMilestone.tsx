// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { Cycle } from '../../../api/city/programmes/contract.ts';
import type { Precision } from '../../../api/contract.ts';
import type { createMilestone } from '../../../api/plan/drafting/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { WhyField, whyOf } from '../../ui/WhyField.tsx';
import { PrecisionField } from '../promises/PrecisionField.tsx';
import { emptyMilestone, inputOf, MilestoneFields, type MilestoneTyped } from './MilestoneFields.tsx';

type Typed = MilestoneTyped & { plannedOn: string; precision: Precision; weight: number; why: string };

interface AddFormProps {
  cycle: Cycle;
  area: string;
  onDone: () => void;
  onCancel: () => void;
}

function AddForm({ cycle, area, onDone, onCancel }: AddFormProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { today } = useProgramme();
  const empty: Typed = { ...emptyMilestone, area, plannedOn: '', precision: 'day', weight: 1, why: '' };
  const { send, ...sending } = useSending<typeof createMilestone>('POST', '/api/v1/programmes/{programme}/milestones');
  const add = ({ plannedOn, precision, weight, why, ...typed }: Typed) => {
    const promise = { cycle: cycle.key, plannedOn, precision, weight: Number(weight) };
    const input = { ...inputOf(typed), ...promise, ...whyOf(why) };
    return send({ params: { programme }, input });
  };
  const { form, props } = usePersistedForm({ name: `milestone.${cycle.key}`, empty, sending, send: add, onDone });
  return (
    <Form {...props} submit={t('fields.add')} onCancel={onCancel}>
      <p className="muted">{t('addMilestone.about')}</p>
      <MilestoneFields form={form} />
      <div className="field-pair">
        <Field form={form} name="plannedOn" type="date" label={t('addMilestone.promised')} min={today} required />
        <PrecisionField form={form} name="precision" />
        <Field form={form} name="weight" type="number" min="0.01" step="0.01" label={t('fields.weight')} required />
      </div>
      <WhyField form={form} />
    </Form>
  );
}

/** Adds a milestone to an adopted, open cycle; requires permission to keep milestones. */
export function AddMilestone({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslate();
  const may = useMay();
  const { areaList } = useProgramme();
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState(false);
  const mine = areaList.find(({ key }) => may('keep-milestones', key));
  if (!mine || cycle.closedOn) return null;
  const end = (done: boolean) => {
    setAdding(false);
    setSaid(done);
  };
  return (
    <section aria-labelledby="add-title" className="narrow">
      <h2 id="add-title">{t('addMilestone.title')}</h2>
      {adding ? (
        <AddForm cycle={cycle} area={mine.key} onDone={() => end(true)} onCancel={() => end(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {t('fields.add')}
        </button>
      )}
      <p role="status">{said && !adding && t('addMilestone.done')}</p>
    </section>
  );
}
