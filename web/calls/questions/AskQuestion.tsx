// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { askQuestion } from '../../../api/calls/questions/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { room } from './queries.ts';

/** A firm asks a question; the answer is public, the author is not. */
export function AskQuestion({ call }: { call: string }) {
  const { t } = useTranslate();
  const { programme, language } = useAddress();
  const [said, setSaid] = useState(false);
  const { send, ...sending } = useSending<typeof askQuestion>('POST', room);
  const { form, props } = usePersistedForm({
    name: `question.${call}`,
    empty: { words: '' },
    sending,
    send: ({ words }) => send({ params: { programme, call }, input: { words, language } }),
    onDone: () => setSaid(true),
    stays: true,
  });
  return (
    <>
      <Form {...props} submit={t('questions.send')} label={t('questions.ask')}>
        <Field form={form} name="words" label={t('questions.ask')} hint={t('questions.hint')} rows={3} required />
      </Form>
      <p role="status">{said && t('questions.sent')}</p>
    </>
  );
}
