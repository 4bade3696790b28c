// SPDX-License-Identifier: AGPL-3.0-or-later
import { useNavigate } from 'react-router';
import type { adoptCycle } from '../../api/cycles/contract.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { useSending } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { useKept } from '../ui/kept.ts';
import { type Draft, room } from './queries.ts';

/** The moment from which dates are promises. What is adopted is the draft as it was read: a change meanwhile is refused. */
export function AdoptForm({ draft: { cycle, version } }: { draft: Draft }) {
  const { t } = useTold();
  const { programme, to } = useAddress();
  const { today } = useProgramme();
  const navigate = useNavigate();
  const form = useKept(`adopt.${programme}.${cycle.key}`, { adoptedOn: today, act: '' });
  const { send, problem, busy } = useSending<typeof adoptCycle>('POST', `${room}/{cycle}/adoption`);
  const adopt = async (input: { adoptedOn: string; act: string }) => {
    await send({ params: { programme, cycle: cycle.key }, input, version });
    form.forget();
    navigate(to(`plan?cycle=${cycle.key}`));
  };
  return (
    <section aria-labelledby="adopt-title" className="narrow">
      <h2 id="adopt-title">{t('cycles.adopt')}</h2>
      <p>{t('cycles.adoptAbout')}</p>
      <Form form={form} problem={problem} busy={busy} submit={t('cycles.adoptSend')} onSubmit={adopt}>
        <Field form={form} name="adoptedOn" type="date" label={t('cycles.adoptedOn')} max={today} required />
        <Field form={form} name="act" label={t('cycles.act')} required />
      </Form>
    </section>
  );
}
