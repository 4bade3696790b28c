// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { editMe } from '../../../api/people/accounts/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useSending } from '../../sending.ts';
import type { Account } from '../../session.ts';
import { languages } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';

interface Typed {
  name: string;
  language: 'it' | 'en';
  wanted: boolean;
  weekday: string;
  hour: string;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

export function Settings({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { weekday } = useFormat();
  const [saved, setSaved] = useState(false);
  const { name, language, digest } = account;
  const form = useForm<Typed>({
    defaultValues: {
      name,
      language,
      wanted: digest.wanted,
      weekday: String(digest.weekday),
      hour: String(digest.hour),
    },
  });
  const { send, problem, busy } = useSending<typeof editMe>('PATCH', '/api/v1/access/me');
  const save = async (typed: Typed) => {
    setSaved(false);
    const when = { wanted: typed.wanted, weekday: Number(typed.weekday), hour: Number(typed.hour) };
    await send({ input: { name: typed.name, language: typed.language, digest: when } });
    setSaved(true);
  };
  return (
    <section aria-labelledby="settings-title">
      <h2 id="settings-title">{t('access.account.settings')}</h2>
      <Form form={form} problem={problem} busy={busy} submit={t('access.account.save')} onSubmit={save}>
        <Field form={form} name="name" label={t('access.account.name')} autoComplete="name" required />
        <Field
          form={form}
          name="language"
          label={t('access.account.language')}
          options={languages.map((value) => ({ value, label: t(`access.account.languages.${value}`) }))}
          required
        />
        <Field form={form} name="wanted" type="checkbox" label={t('access.account.digest')} />
        <div className="field-pair">
          <Field
            form={form}
            name="weekday"
            label={t('access.account.weekday')}
            options={weekdays.map((one) => ({ value: String(one), label: weekday(one) }))}
            required
          />
          <Field
            form={form}
            name="hour"
            label={t('access.account.hour')}
            options={hours.map((one) => ({ value: String(one), label: `${one}:00` }))}
            required
          />
        </div>
      </Form>
      <p role="status">{saved && t('access.account.saved')}</p>
    </section>
  );
}
