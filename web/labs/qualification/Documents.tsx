// SPDX-License-Identifier: AGPL-3.0-or-later
import { useForm } from 'react-hook-form';
import type { addDocument, removeDocument } from '../../../api/labs/qualification/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { Answer } from '../../ui/states.tsx';
import type { Lab } from '../directory/queries.ts';
import { type Qualification, room, useDocuments } from './queries.ts';

const taken = '.pdf,.png,.jpg,.jpeg,.webp,.gif,.docx,.xlsx,.pptx,.odt,.ods,.odp';

interface Typed {
  files: FileList | null;
  requirement: string;
}

function Remove({ lab, documentId, name }: { lab: Lab; documentId: number; name: string }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof removeDocument>('DELETE', `${room}/documents/{document}`);
  return (
    <AskTwice
      label={t('qualification.remove')}
      name={`${t('qualification.remove')}: ${name}`}
      question={t('qualification.removeAsk', { name })}
      yes={t('qualification.removeYes')}
      problem={problem}
      busy={busy}
      onYes={() => send({ params: { programme, lab: lab.key, document: documentId } })}
    />
  );
}

function Add({ lab, of }: { lab: Lab; of: Qualification }) {
  const { t } = useTranslate();
  const text = useText();
  const { programme } = useAddress();
  const form = useForm<Typed>({ defaultValues: { files: null, requirement: '' } });
  const { send, problem, busy } = useSending<typeof addDocument>('PUT', `${room}/documents`);
  const options = of.requirements
    .filter(({ document }) => document)
    .map(({ key, name }) => ({ value: key, label: text(name).text }));
  const add = async ({ files, requirement }: Typed) => {
    const file = files?.[0];
    if (!file) return;
    await send({ params: { programme, lab: lab.key }, query: { requirement, name: file.name }, file });
    form.reset();
  };
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('qualification.addDocument')} onSubmit={add}>
      <Field
        form={form}
        name="requirement"
        label={t('qualification.forRequirement')}
        options={[{ value: '', label: '—' }, ...options]}
        required
      />
      <div className="field">
        <label htmlFor="document-file">{t('qualification.file')}</label>
        <input id="document-file" type="file" accept={taken} required {...form.register('files')} />
      </div>
    </Form>
  );
}

/** A lab's documents for the requirements; not public. */
export function Documents({ lab, of }: { lab: Lab; of: Qualification }) {
  const { t } = useTranslate();
  const text = useText();
  const nameOf = (key: string) => text(of.requirements.find((one) => one.key === key)?.name ?? { it: key }).text;
  return (
    <Answer of={useDocuments(lab.key)} height={160}>
      {({ items }) => (
        <>
          <h3>{t('qualification.documents')}</h3>
          {items.length === 0 && <p className="not-recorded">{t('qualification.noDocuments')}</p>}
          <ul className="items">
            {items.map(({ documentId, requirement, name, address }) => (
              <li key={documentId}>
                <a href={address}>{name}</a>
                <span className="item-note">{nameOf(requirement)}</span>
                <Remove lab={lab} documentId={documentId} name={name} />
              </li>
            ))}
          </ul>
          <Add lab={lab} of={of} />
        </>
      )}
    </Answer>
  );
}
