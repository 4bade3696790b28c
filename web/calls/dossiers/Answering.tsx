// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { answerRequest, makeObjection } from '../../../api/calls/dossiers/contract.ts';
import type { Problem } from '../../http.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { Attached, type Attachments } from '../attachments/Attached.tsx';
import { FileField } from '../attachments/FileField.tsx';
import type { Attachment } from '../attachments/queries.ts';
import { RemoveFile } from '../attachments/RemoveFile.tsx';

const room = '/api/v1/programmes/{programme}/calls/{call}/application';

interface SayingProps {
  call: string;
  name: string;
  label: string;
  submit: string;
  attachments: Attachments;
  sending: { problem: Problem | null; busy: boolean };
  send: (said: { words: string; files: string[] }) => Promise<unknown>;
}

/** A text with files that can be sent once. */
function Saying({ call, name, label, submit, attachments, sending, send }: SayingProps) {
  const { t } = useTranslate();
  const [sent, setSent] = useState<Attachment[]>([]);
  const { form, props } = usePersistedForm({
    name,
    empty: { words: '' },
    sending,
    send: ({ words }) => send({ words, files: sent.map(({ sha256 }) => sha256) }),
    onDone: () => setSent([]),
  });
  return (
    <Form {...props} submit={submit}>
      <Field form={form} name="words" label={label} rows={4} required />
      <ul className="plain-list">
        {sent.map((file) => (
          <li key={file.sha256}>
            <Attached hash={file.sha256} attachments={{ ...attachments, files: sent }} />{' '}
            <RemoveFile
              call={call}
              file={file}
              onRemoved={() => setSent((before) => before.filter(({ sha256 }) => sha256 !== file.sha256))}
            />
          </li>
        ))}
      </ul>
      <FileField call={call} label={t('attached.add')} onReceived={(file) => setSent((before) => [...before, file])} />
    </Form>
  );
}

/** The firm answers a request for documents. */
export function AnswerRequest({
  call,
  record,
  attachments,
}: {
  call: string;
  record: number;
  attachments: Attachments;
}) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof answerRequest>('POST', `${room}/answers`);
  return (
    <Saying
      call={call}
      name={`answer-request.${record}`}
      label={t('dossier.answer')}
      submit={t('dossier.answerSend')}
      attachments={attachments}
      sending={sending}
      send={(said) => send({ params: { programme, call }, input: { record, ...said } })}
    />
  );
}

/** The firm objects to the provisional ranking. */
export function MakeObjection({ call, attachments }: { call: string; attachments: Attachments }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof makeObjection>('POST', `${room}/objections`);
  return (
    <Saying
      call={call}
      name={`objection.${call}`}
      label={t('dossier.objection')}
      submit={t('dossier.objectionSend')}
      attachments={attachments}
      sending={sending}
      send={(input) => send({ params: { programme, call }, input })}
    />
  );
}
