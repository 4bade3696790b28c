// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useRef } from 'react';
import type { FieldValues, Path } from 'react-hook-form';
import { useTranslate } from '../../i18n/translate.ts';
import { Field } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';

export interface AskerTyped {
  name: string;
  email: string;
}
export const nobody: AskerTyped = { name: '', email: '' };

/** Contact details of a sender without an account. */
export function AskerFields<V extends FieldValues & AskerTyped>({ form }: { form: PersistedForm<V> }) {
  const { t } = useTranslate();
  return (
    <>
      <Field form={form} name={'name' as Path<V>} label={t('asking.name')} autoComplete="name" required />
      <Field
        form={form}
        name={'email' as Path<V>}
        type="email"
        label={t('asking.email')}
        hint={t('asking.emailHint')}
        autoComplete="email"
        required
      />
    </>
  );
}

/** Confirmation that the request was saved and a mail was sent. */
export function LookIntoMail({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { t } = useTranslate();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="sent" role="status">
      <h2 ref={head} tabIndex={-1}>
        {t('asking.sent')}
      </h2>
      <p>{t('asking.sentAbout', { email })}</p>
      <button type="button" className="plain" onClick={onAgain}>
        {t('asking.again')}
      </button>
    </section>
  );
}

/** A page with a single request form. */
export function AskPage({ title, about, children }: { title: ReactNode; about: string; children: ReactNode }) {
  return (
    <div className="page narrow">
      <section>
        <h1 className="lead">{title}</h1>
        <p className="prose">{about}</p>
        {children}
      </section>
    </div>
  );
}
