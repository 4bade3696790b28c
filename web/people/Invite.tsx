// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { invitationDays, type Role, roles } from '../../api/access/rules.ts';
import type { invite } from '../../api/people/contract.ts';
import { useText } from '../i18n/text.ts';
import { useProgramme } from '../programmes/queries.ts';
import { useSending } from '../sending.ts';
import { languages, useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { type Kept, useKept } from '../ui/kept.ts';

interface Typed {
  email: string;
  role: Role;
  areas: string[];
  organisation: string;
  office: string;
  nameIsPublic: boolean;
  language: 'it' | 'en';
  days: number;
}

function Areas({ form }: { form: Kept<Typed> }) {
  const { t } = useTranslation();
  const text = useText();
  const { areaList } = useProgramme();
  return (
    <fieldset className="field">
      <legend>{t('access.people.areas')}</legend>
      <p className="field-hint">{t('access.people.areasHint')}</p>
      {areaList.map(({ key, name }) => (
        <label key={key} className="choice">
          <input type="checkbox" value={key} {...form.register('areas')} /> {text(name).text}
        </label>
      ))}
    </fieldset>
  );
}

function NameIsPublic({ form }: { form: Kept<Typed> }) {
  const { t } = useTranslation();
  return (
    <Field
      form={form}
      name="nameIsPublic"
      type="checkbox"
      label={t('access.people.namePublic')}
      hint={t('access.people.namePublicHint')}
    />
  );
}

export function Invite() {
  const { t } = useTranslation();
  const { programme, language } = useAddress();
  const [sentTo, setSentTo] = useState<string>();
  const form = useKept<Typed>(`invite.${programme}`, {
    email: '',
    role: 'official',
    areas: [],
    organisation: '',
    office: '',
    nameIsPublic: false,
    language,
    days: invitationDays,
  });
  const role = useWatch({ control: form.control, name: 'role' });
  const { send, problem, busy } = useSending<typeof invite>('POST', '/api/v1/programmes/{programme}/invitations');
  const ask = async ({ areas, organisation, ...typed }: Typed) => {
    setSentTo(undefined);
    const placed = {
      ...(typed.role === 'official' && areas.length ? { areas } : {}),
      ...(typed.role === 'applicant' && organisation ? { organisation } : {}),
    };
    await send({ params: { programme }, input: { ...typed, ...placed } });
    form.giveUp();
    setSentTo(typed.email);
  };
  return (
    <section aria-labelledby="invite-title" className="narrow">
      <h2 id="invite-title">{t('access.people.invite')}</h2>
      <p role="status">{sentTo && t('access.people.sent', { email: sentTo })}</p>
      <Form form={form} problem={problem} busy={busy} submit={t('access.people.send')} onSubmit={ask}>
        <Field form={form} name="email" type="email" label={t('access.people.email')} required />
        <Field
          form={form}
          name="role"
          label={t('access.people.role')}
          options={roles.map((value) => ({ value, label: t(`access.role.${value}`) }))}
          required
        />
        {role === 'official' && <Areas form={form} />}
        {role === 'applicant' && <Field form={form} name="organisation" label={t('access.people.organisation')} />}
        <Field form={form} name="office" label={t('access.people.office')} required />
        <NameIsPublic form={form} />
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
