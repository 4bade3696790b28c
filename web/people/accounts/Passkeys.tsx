// SPDX-License-Identifier: AGPL-3.0-or-later
import { startRegistration } from '@simplewebauthn/browser';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { addPasskey, offerPasskey, removePasskey } from '../../../api/people/passkeys/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form, Refusal } from '../../ui/Form.tsx';
import { Help } from '../../ui/Help.tsx';
import { type Sessions, useSessions } from './queries.ts';

const root = '/api/v1/access/passkeys';

function AddPasskey() {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { name: '' } });
  const offer = useSending<typeof offerPasskey>('POST', `${root}/options`);
  const keep = useSending<typeof addPasskey>('POST', root);
  const [unused, setUnused] = useState(false);
  const add = async ({ name }: { name: string }) => {
    setUnused(false);
    const { attempt, options } = await offer.send({});
    const response = await startRegistration({ optionsJSON: options as never }).catch(() => undefined);
    if (!response) return setUnused(true);
    await keep.send({ input: { attempt, name, response: { ...response } } });
    form.reset();
  };
  return (
    <Form
      form={form}
      problem={offer.problem ?? keep.problem}
      busy={offer.busy || keep.busy}
      submit={t('access.account.passkeyAdd')}
      onSubmit={add}
    >
      <Field
        form={form}
        name="name"
        label={t('access.account.passkeyName')}
        hint={t('access.account.passkeyNameHint')}
        required
      />
      {unused && (
        <p className="refusal" role="alert">
          {t('access.signIn.noPasskey')}
        </p>
      )}
    </Form>
  );
}

function PasskeyList({ passkeys }: { passkeys: Sessions['passkeys'] }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { send, problem } = useSending<typeof removePasskey>('DELETE', `${root}/{passkey}`);
  if (passkeys.length === 0) return <p className="muted">{t('access.account.passkeysNone')}</p>;
  return (
    <>
      <ul className="plain-list">
        {passkeys.map(({ passkeyId, name, addedAt }) => (
          <li key={passkeyId}>
            {name} <span className="muted">{t('access.account.passkeyAdded', { date: day(addedAt) })}</span>{' '}
            <button
              type="button"
              className="plain"
              aria-label={`${t('access.account.passkeyRemove')}: ${name}`}
              onClick={() => send({ params: { passkey: passkeyId } }).catch(() => undefined)}
            >
              {t('access.account.passkeyRemove')}
            </button>
          </li>
        ))}
      </ul>
      <Refusal problem={problem} />
    </>
  );
}

/** Other sign-in methods: passkeys and an identity provider. */
export function Passkeys({ possible, provider }: { possible: boolean; provider: string | null }) {
  const { t } = useTranslation();
  const { language } = useAddress();
  const { data } = useSessions();
  return (
    <>
      <section aria-labelledby="passkeys-title">
        <h2 id="passkeys-title">{t('access.account.passkeys')}</h2>
        <p>{t(possible ? 'access.account.passkeysAbout' : 'access.account.passkeyHost')}</p>
        <Help of="passkey" />
        {data && <PasskeyList passkeys={data.passkeys} />}
        {possible && <AddPasskey />}
      </section>
      {provider && (
        <section aria-labelledby="provider-title">
          <h2 id="provider-title">{t('access.account.provider')}</h2>
          {data?.identities.map(({ issuer }) => (
            <p key={issuer}>{t('access.account.providerHeld', { issuer })}</p>
          ))}
          {data?.identities.length === 0 && (
            <a className="button" href={`/api/v1/access/provider?to=/${language}/account&language=${language}`}>
              {t('access.account.providerAdd', { name: provider })}
            </a>
          )}
        </section>
      )}
    </>
  );
}
