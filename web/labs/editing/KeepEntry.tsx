// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { confirmLab, keepContact, mergeLab } from '../../../api/labs/editing/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { textIn } from '../../plan/milestones/Acting.tsx';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { Acts } from '../../ui/Acts.tsx';
import { useAddress } from '../../ui/address.ts';
import { Field, Form, Refusal } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { SignInFirst } from '../../ui/SignInFirst.tsx';
import { Answer } from '../../ui/states.tsx';
import type { Lab } from '../directory/queries.ts';
import { type Reached, useContact, useSendingOrLater } from './queries.ts';

const room = '/api/v1/programmes/{programme}/labs/{lab}';

interface ActProps {
  lab: Lab;
  onDone: () => void;
  onCancel: () => void;
}

/** Confirms the whole entry with one button. */
function ConfirmAll({ lab }: { lab: Lab }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [said, setSaid] = useState<Reached>();
  const asked = useSearchParams()[0].get('do') === 'confirm';
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Mail links lead here: focus the button.
    if (asked) button.current?.focus();
  }, [asked]);
  const label = `${lab.name.it}: ${t('entry.confirmAll')}`;
  const { send, problem, busy } = useSendingOrLater<typeof confirmLab>('POST', `${room}/confirmation`, { label });
  const confirm = async () => {
    setSaid(await send({ params: { programme, lab: lab.key }, input: {} }));
  };
  return (
    <div className="confirm-all">
      <Refusal problem={problem} />
      <button
        type="button"
        className="button button-main"
        ref={button}
        aria-disabled={busy}
        onClick={() => (busy ? undefined : confirm().catch(() => undefined))}
      >
        {t('entry.confirmAll')}
      </button>
      <span role="status"> {said === 'sent' && t('entry.confirmed')}</span>
    </div>
  );
}

type Contact = { name: string | null; email: string | null; phone: string | null };

function ContactFields({ lab, contact, onDone, onCancel }: ActProps & { contact: Contact }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof keepContact>('PUT', `${room}/contact`);
  const { form, props } = usePersistedForm({
    name: `contact.${lab.key}`,
    empty: { name: contact.name ?? '', email: contact.email ?? '', phone: contact.phone ?? '' },
    sending,
    send: ({ name, email, phone }) => {
      const input = { name: name.trim() || null, email: email.trim() || null, phone: phone.trim() || null };
      return send({ params: { programme, lab: lab.key }, input });
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('fields.save')} onCancel={onCancel}>
      <p className="muted">{t('entry.privateAbout')}</p>
      <Field form={form} name="name" label={t('entry.contactName')} autoComplete="name" />
      <Field form={form} name="email" type="email" label={t('entry.email')} />
      <Field form={form} name="phone" label={t('entry.phone')} autoComplete="tel" />
    </Form>
  );
}

const ContactForm = (props: ActProps) => (
  <Answer of={useContact(props.lab.key)} height={240}>
    {(contact) => <ContactFields {...props} contact={contact} />}
  </Answer>
);

function MergeForm({ lab, onDone, onCancel }: ActProps) {
  const { t } = useTranslate();
  const { programme, language } = useAddress();
  const { send, ...sending } = useSending<typeof mergeLab>('POST', `${room}/merge`);
  const { form, props } = usePersistedForm({
    name: `merge.${lab.key}`,
    empty: { into: '', why: '' },
    sending,
    send: ({ into, why }) =>
      send({ params: { programme, lab: lab.key }, input: { into: into.trim(), why: textIn(language, why) } }),
    onDone,
  });
  return (
    <Form {...props} submit={t('entry.mergeSend')} onCancel={onCancel}>
      <p className="muted">{t('entry.mergeAbout')}</p>
      <Field form={form} name="into" label={t('entry.mergeInto')} required />
      <Field form={form} name="why" label={t('entry.mergeWhy')} rows={2} required />
    </Form>
  );
}

const forms = { contact: ContactForm, merge: MergeForm };

/** For keepers: confirm the entry and find contacts; for officials also merge. */
export function KeepEntry({ lab }: { lab: Lab }) {
  const { t } = useTranslate();
  const may = useMay();
  const [search] = useSearchParams();
  if (!may('keep-labs', { lab: lab.key })) {
    if (search.get('do') !== 'confirm') return null;
    return <SignInFirst about={t('entry.signInAbout')} label={t('entry.signIn')} />;
  }
  const acts = may('keep-register') ? (['contact', 'merge'] as const) : (['contact'] as const);
  const labels = { contact: t('entry.private'), merge: t('entry.merge') };
  return (
    <Acts
      title={t('entry.title')}
      acts={acts}
      label={(act) => labels[act]}
      formOf={(act, ends) => {
        const ActForm = forms[act];
        return <ActForm lab={lab} {...ends} />;
      }}
    >
      <ConfirmAll lab={lab} />
      {may('answer-needs', { lab: lab.key }) && (
        <p>
          <Go to={`labs/${lab.key}/asked`}>{t('entry.asked')}</Go>
        </p>
      )}
    </Acts>
  );
}
