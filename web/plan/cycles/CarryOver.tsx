// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { carryOver } from '../../../api/plan/cycles/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { room } from './queries.ts';

export function CarryOver({ cycle }: { cycle: string }) {
  const { t } = useTranslate();
  const { span } = useFormat();
  const { programme } = useAddress();
  const { cycles } = useProgramme();
  const [carried, setCarried] = useState<number>();
  const earlier = cycles.filter(({ key }) => key !== cycle);
  const form = useForm({ defaultValues: { from: earlier.at(-1)?.key ?? '' } });
  const { send, problem, busy } = useSending<typeof carryOver>('POST', `${room}/{cycle}/carry-over`);
  if (earlier.length === 0) return null;
  const carry = async ({ from }: { from: string }) => {
    const { items } = await send({ params: { programme, cycle }, input: { from } });
    setCarried(items.length);
  };
  return (
    <section aria-labelledby="carry-title" className="narrow">
      <h2 id="carry-title">{t('cycles.carry')}</h2>
      <p className="muted">{t('cycles.carryAbout')}</p>
      <Form form={form} problem={problem} busy={busy} submit={t('cycles.carrySend')} onSubmit={carry}>
        <Field
          form={form}
          name="from"
          label={t('cycles.from')}
          options={earlier.map(({ key, startsOn, endsOn }) => ({ value: key, label: span(startsOn, endsOn) }))}
          required
        />
      </Form>
      <p role="status">{carried !== undefined && t('cycles.carried', { count: carried })}</p>
    </section>
  );
}
