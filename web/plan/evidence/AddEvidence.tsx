// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { addFile, addLink } from '../../../api/plan/evidence/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { documentNames } from '../../ui/files.ts';
import { usePersistedForm } from '../../ui/persisted.ts';
import { type ActFormProps, textIn } from '../milestones/Acting.tsx';

const room = '/api/v1/programmes/{programme}/milestones/{milestone}';

function LinkForm({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTranslate();
  const { programme, language } = useAddress();
  const { send, ...sending } = useSending<typeof addLink>('POST', `${room}/evidence`);
  const { form, props } = usePersistedForm({
    name: `link.${milestone.key}`,
    empty: { name: '', url: '', issuedOn: '' },
    sending,
    send: ({ name, url, issuedOn }) => {
      const input = { name: textIn(language, name), url, ...(issuedOn ? { issuedOn } : {}) };
      return send({ params: { programme, milestone: milestone.key }, input });
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('evidence.send')} onCancel={onCancel}>
      <Field form={form} name="name" label={t('evidence.name')} required />
      <Field form={form} name="url" type="url" label={t('evidence.url')} required />
      <Field form={form} name="issuedOn" type="date" label={t('evidence.issued')} />
    </Form>
  );
}

interface TypedFile {
  files: FileList | null;
  title: string;
  issuedOn: string;
}

function FileForm({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const form = useForm<TypedFile>({ defaultValues: { files: null, title: '', issuedOn: '' } });
  const { send, problem, busy } = useSending<typeof addFile>('PUT', `${room}/evidence-files`);
  const add = async ({ files, title, issuedOn }: TypedFile) => {
    const file = files?.[0];
    if (!file) return;
    const query = {
      name: file.name,
      ...(title.trim() ? { title: title.trim() } : {}),
      ...(issuedOn ? { issuedOn } : {}),
    };
    await send({ params: { programme, milestone: milestone.key }, query, file });
    onDone();
  };
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('evidence.send')} onSubmit={add} onCancel={onCancel}>
      <div className="field">
        <label htmlFor="evidence-file">{t('evidence.choose')}</label>
        <input id="evidence-file" type="file" accept={documentNames} required {...form.register('files')} />
      </div>
      <Field form={form} name="title" label={t('evidence.name')} />
      <Field form={form} name="issuedOn" type="date" label={t('evidence.issued')} />
    </Form>
  );
}

/** Adds evidence that a milestone is reached: a link or a file. */
export function AddEvidence(adding: ActFormProps) {
  const { t } = useTranslate();
  const [kind, setKind] = useState<'file' | 'link'>('file');
  return (
    <>
      <fieldset className="switch">
        <legend className="visually-hidden">{t('keep.evidence')}</legend>
        {(['file', 'link'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {t(`evidence.${one}`)}
          </button>
        ))}
      </fieldset>
      {kind === 'file' ? <FileForm {...adding} /> : <LinkForm {...adding} />}
    </>
  );
}
