// SPDX-License-Identifier: AGPL-3.0-or-later
import { useWatch } from 'react-hook-form';
import type { MilestoneSummary } from '../../../api/plan/milestones/contract.ts';
import type { report } from '../../../api/plan/promises/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { textIn } from '../milestones/Acting.tsx';

interface Typed {
  expectedOn: string;
  reason: string;
  note: string;
}

export const forecastsPath = '/api/v1/programmes/{programme}/milestones/{milestone}/forecasts';

/** A report: expected date, reason and progress. It is appended to the earlier reports. */
export function ReportForm({
  milestone,
  onDone,
  onCancel,
}: {
  milestone: Pick<MilestoneSummary, 'key' | 'name' | 'promise' | 'forecast'>;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslate();
  const { programme, language } = useAddress();
  const { today } = useProgramme();
  const { promise, forecast, key } = milestone;
  const known = forecast?.date ?? promise.date;
  const { send, ...sending } = useSending<typeof report>('POST', forecastsPath);
  const tell = ({ reason, note, expectedOn: on }: Typed) => {
    const words = {
      ...(reason.trim() ? { reason: textIn(language, reason) } : {}),
      ...(note.trim() ? { note: textIn(language, note) } : {}),
    };
    return send({ params: { programme, milestone: key }, input: { expectedOn: on, ...words } });
  };
  const empty = { expectedOn: known < today ? '' : known, reason: '', note: '' };
  const { form, props } = usePersistedForm({ name: `report.${key}`, empty, sending, send: tell, onDone });
  const expectedOn = useWatch({ control: form.control, name: 'expectedOn' });
  return (
    <Form {...props} submit={t('report.send')} onCancel={onCancel}>
      <Field form={form} name="expectedOn" type="date" label={t('report.expected')} min={today} required />
      <Field
        form={form}
        name="reason"
        label={t('report.because')}
        hint={t('report.becauseHint')}
        required={expectedOn > promise.date}
      />
      <Field form={form} name="note" label={t('report.note')} rows={2} />
    </Form>
  );
}
