// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { grantAdmitted } from '../../../api/money/granting/contract.ts';
import { useFirstComeFund } from '../../calls/first-come/queries.ts';
import type { WholeCall } from '../../calls/published/queries.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';

/** Grants all admitted applications of a fund by one act; repeatable for later admissions. */
export function GrantAdmitted({ call }: { call: WholeCall }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [granted, setGranted] = useState<number>();
  const admitted = useFirstComeFund(call.key).data?.order.filter(({ state }) => state === 'admitted').length ?? 0;
  // An award revoked after a payment keeps its place in the fund.
  const standing = call.awardList.filter(
    ({ stage, paidEur }) => (stage !== 'gave-up' && stage !== 'revoked') || paidEur > 0,
  );
  const { send, ...sending } = useSending<typeof grantAdmitted>(
    'POST',
    '/api/v1/programmes/{programme}/calls/{call}/grants',
  );
  const { form, props } = usePersistedForm({
    name: `grant.${call.key}`,
    empty: { act: '' },
    sending,
    send: (input) => send({ params: { programme, call: call.key }, input }),
    onDone: (reply) => setGranted(reply.granted),
    stays: true,
  });
  const left = admitted - standing.length;
  return (
    <section aria-labelledby="grant-title">
      <h2 id="grant-title">{t('grants.title')}</h2>
      <p>{left > 0 ? t('grants.left', { count: left }) : t('grants.none')}</p>
      {left > 0 && (
        <Form {...props} submit={t('grants.send')}>
          <Field form={form} name="act" label={t('publishing.act')} hint={t('grants.about')} required />
        </Form>
      )}
      <p role="status">{granted !== undefined && t('grants.done', { count: granted })}</p>
    </section>
  );
}
