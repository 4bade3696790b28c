// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationDays } from '../../../api/people/accounts/rules.ts';
import type { invite } from '../../../api/people/roles/contract.ts';
import { useSending } from '../../sending.ts';
import { languages, useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { emptyRole, placeOf, RoleFields, type RoleTyped } from './RoleFields.tsx';

interface Typed extends RoleTyped {
  email: string;
  language: 'it' | 'en';
  days: number;
}

export function Invite() {
  const { t } = useTranslation();
  const { programme, language } = useAddress();
  const [sentTo, setSentTo] = useState<string>();
  const { send, ...sending } = useSending<typeof invite>('POST', '/api/v1/programmes/{programme}/invitations');
  const ask = (typed: Typed) => {
    setSentTo(undefined);
    const { email, language: speaks, days } = typed;
    return send({ params: { programme }, input: { email, language: speaks, days, ...placeOf(typed) } });
  };
  const { form, props } = usePersistedForm({
    name: 'invite',
    empty: { ...emptyRole, email: '', language, days: invitationDays },
    sending,
    send: ask,
    onDone: (_, { email }) => setSentTo(email),
    stays: true,
  });
  return (
    <section aria-labelledby="invite-title" className="narrow">
      <h2 id="invite-title">{t('access.people.invite')}</h2>
      <p role="status">{sentTo && t('access.people.sent', { email: sentTo })}</p>
      <Form {...props} submit={t('access.people.send')}>
        <Field form={form} name="email" type="email" label={t('access.people.email')} required />
        <RoleFields form={form} />
        <Field
          form={form}
          name="language"
          label={t('access.people.language')}
          options={languages.map((value) => ({ value, label: t(`access.account.languages.${value}`) }))}
          required
        />
        <Field form={form} name="days" type="number" min="1" max="60" label={t('access.people.days')} required />
      </Form>
    </section>
  );
}
