// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { Link } from 'react-router';
import type { registerToApply } from '../../../api/calls/applications/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { LookIntoMail } from '../../labs/proposals/Asking.tsx';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';

const empty = { firm: '', email: '' };

/** A firm without an account requests a registration link. */
export function Register({ call }: { call: string }) {
  const { t } = useTranslate();
  const { programme, language, to } = useAddress();
  const [sent, setSent] = useState<string>();
  const { send, ...sending } = useSending<typeof registerToApply>('POST', '/api/v1/programmes/{programme}/applicants');
  const { form, props } = usePersistedForm({
    name: 'register-to-apply',
    empty,
    sending,
    send: ({ firm, email }) => send({ params: { programme }, input: { firm: firm.trim(), email, language } }),
    onDone: (_, { email }) => setSent(email),
  });
  if (sent) return <LookIntoMail email={sent} onAgain={() => setSent(undefined)} />;
  return (
    <>
      <p className="prose">{t('bids.register.about')}</p>
      <p>
        <Link to={`/${language}/sign-in?to=${encodeURIComponent(to(`calls/${call}/apply`))}`}>
          {t('bids.register.signIn')}
        </Link>
      </p>
      <Form {...props} submit={t('bids.register.send')} label={t('bids.register.title')}>
        <Field form={form} name="firm" label={t('bids.register.firm')} autoComplete="organization" required />
        <Field form={form} name="email" type="email" label={t('bids.register.email')} autoComplete="email" required />
      </Form>
    </>
  );
}
