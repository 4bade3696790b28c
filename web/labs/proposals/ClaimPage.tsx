// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useParams } from 'react-router';
import type { claimLab } from '../../../api/labs/proposals/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { type Lab, useLab } from '../directory/queries.ts';
import { AskerFields, LookIntoMail, nobody } from './Asking.tsx';

function Claim({ lab, onSent }: { lab: Lab; onSent: (email: string) => void }) {
  const { t } = useTranslate();
  const { programme, language } = useAddress();
  const { send, ...sending } = useSending<typeof claimLab>('POST', '/api/v1/programmes/{programme}/labs/{lab}/claims');
  const { form, props } = usePersistedForm({
    name: `claim.${lab.key}`,
    empty: { ...nobody, evidence: '', url: '' },
    sending,
    send: ({ url, ...typed }) => {
      const input = { ...typed, language, url: url.trim() || null };
      return send({ params: { programme, lab: lab.key }, input });
    },
    onDone: (_, { email }) => onSent(email),
  });
  return (
    <Form {...props} submit={t('claim.send')}>
      <Field form={form} name="evidence" label={t('claim.evidence')} hint={t('claim.evidenceHint')} rows={4} required />
      <Field form={form} name="url" type="url" label={t('claim.url')} />
      <AskerFields form={form} />
    </Form>
  );
}

/** A lab's operator requests to keep its entry. */
export function ClaimPage() {
  const { t } = useTranslate();
  const { lab = '' } = useParams();
  const [sent, setSent] = useState<string>();
  return (
    <ReadPage of={useLab(lab)} title={t('claim.title')} height={640} className="page narrow">
      {(found) => (
        <section>
          <p className="kicker">
            <Go to={`labs/${found.key}`}>
              <Words of={found.name} />
            </Go>
          </p>
          <h1 className="lead">{t('claim.title')}</h1>
          <p className="prose">{t('claim.about')}</p>
          {sent ? (
            <LookIntoMail email={sent} onAgain={() => setSent(undefined)} />
          ) : (
            <Claim lab={found} onSent={setSent} />
          )}
        </section>
      )}
    </ReadPage>
  );
}
