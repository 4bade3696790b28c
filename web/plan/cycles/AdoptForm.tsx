// SPDX-License-Identifier: AGPL-3.0-or-later
import { useNavigate } from 'react-router';
import type { adoptCycle } from '../../../api/plan/cycles/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { type Draft, room } from './queries.ts';

/** Adopts the draft in the version that was read; fails if it changed. From then on dates are promises. */
export function AdoptForm({ draft: { cycle, version } }: { draft: Draft }) {
  const { t } = useTranslate();
  const { programme, to } = useAddress();
  const { today } = useProgramme();
  const navigate = useNavigate();
  const { send, ...sending } = useSending<typeof adoptCycle>('POST', `${room}/{cycle}/adoption`);
  const { form, props } = usePersistedForm({
    name: `adopt.${cycle.key}`,
    empty: { adoptedOn: today, act: '' },
    sending,
    send: (input) => send({ params: { programme, cycle: cycle.key }, input, version }),
    onDone: () => navigate(to(`plan?cycle=${cycle.key}`)),
  });
  return (
    <section aria-labelledby="adopt-title" className="narrow">
      <h2 id="adopt-title">{t('cycles.adopt')}</h2>
      <p>{t('cycles.adoptAbout')}</p>
      <Form {...props} submit={t('cycles.adoptSend')}>
        <Field form={form} name="adoptedOn" type="date" label={t('cycles.adoptedOn')} max={today} required />
        <Field form={form} name="act" label={t('cycles.act')} required />
      </Form>
    </section>
  );
}
