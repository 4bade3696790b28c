// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslate } from '../../i18n/translate.ts';
import { Field } from '../../ui/Form.tsx';
import { SectionForm, type SectionProps } from './SectionForm.tsx';

/** Public contact details. */
export function ContactsForm(props: SectionProps) {
  const { t } = useTranslate();
  const { lab } = props;
  const typed = {
    url: lab.url ?? '',
    email: lab.email ?? '',
    phone: lab.phone ?? '',
    links: lab.links.join('\n'),
  };
  return (
    <SectionForm
      {...props}
      section="contacts"
      typed={typed}
      inputOf={(now) => ({
        url: now.url.trim() || null,
        email: now.email.trim() || null,
        phone: now.phone.trim() || null,
        links: now.links.split(/\s+/).filter(Boolean),
      })}
    >
      {(form) => (
        <>
          <Field form={form} name="url" type="url" label={t('entry.url')} />
          <Field form={form} name="email" type="email" label={t('entry.email')} />
          <Field form={form} name="phone" label={t('entry.phone')} autoComplete="tel" />
          <Field form={form} name="links" label={t('entry.links')} rows={3} />
        </>
      )}
    </SectionForm>
  );
}
