// SPDX-License-Identifier: AGPL-3.0-or-later

import { useState } from 'react';
import type { answerRequest } from '../../../api/labs/proposals/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Both } from '../../ui/Both.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { Answer } from '../../ui/states.tsx';
import { textOrNull } from '../../ui/typed.ts';
import { Accepting } from './Accepting.tsx';
import { Lookalikes } from './Lookalikes.tsx';
import { type RegisterRequest, useLookalikes } from './queries.ts';

const path = '/api/v1/programmes/{programme}/requests/{request}/answer';

/** Existing entries that may be the proposed lab. */
function Alike({ of: { labName, url, latitude, longitude } }: { of: NonNullable<RegisterRequest['proposed']> }) {
  const { t } = useTranslate();
  const asked = {
    name: labName.slice(0, 100),
    ...(url ? { url: url.slice(0, 100) } : {}),
    ...(latitude && longitude ? { near: `${latitude},${longitude}` } : {}),
  };
  return (
    <Answer of={useLookalikes(asked)} height={80}>
      {({ items }) => (
        <>
          <h4>{items.length > 0 ? t('requests.alike') : t('requests.noneAlike')}</h4>
          <Lookalikes of={items} to={(key) => `labs/${key}`} />
        </>
      )}
    </Answer>
  );
}

interface AnswerRequestProps {
  request: RegisterRequest;
  onDone: () => void;
  onCancel: () => void;
}

/** Accepts or refuses a request, with a message to the sender. */
export function AnswerRequest({ request, onDone, onCancel }: AnswerRequestProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [accepted, setAccepted] = useState(true);
  const { requestId, proposed } = request;
  const { send, ...sending } = useSending<typeof answerRequest>('POST', path);
  const { form, props } = usePersistedForm({
    name: `answer-request.${requestId}`,
    empty: { answer: '', nameIt: proposed?.labName ?? '', nameEn: '', existing: '' },
    sending,
    send: ({ answer, nameIt, nameEn, existing }) => {
      const name = proposed && accepted && !existing.trim() ? textOrNull(nameIt, nameEn) : null;
      const input = {
        accepted,
        ...(answer.trim() ? { answer: answer.trim() } : {}),
        ...(name ? { name } : {}),
        ...(accepted && existing.trim() ? { existing: existing.trim() } : {}),
      };
      return send({ params: { programme, request: requestId }, input });
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('requests.send')} onCancel={onCancel}>
      <Accepting accepted={accepted} onAccepted={setAccepted} />
      {proposed && accepted && (
        <>
          <Both form={form} it="nameIt" en="nameEn" label={t('requests.officialName')} />
          <Field form={form} name="existing" label={t('requests.existing')} hint={t('requests.existingHint')} />
          <Alike of={proposed} />
        </>
      )}
      <Field
        form={form}
        name="answer"
        label={t('requests.words')}
        hint={t('requests.wordsHint')}
        rows={4}
        required={!accepted}
      />
    </Form>
  );
}
