// SPDX-License-Identifier: AGPL-3.0-or-later
import { startAuthentication } from '@simplewebauthn/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { offerPasskeySignIn, signInWithPasskey } from '../../../api/people/passkeys/contract.ts';
import { useSending } from '../../sending.ts';
import { Refusal } from '../../ui/Form.tsx';

const root = '/api/v1/access/passkeys/sign-in';

export function PasskeySignIn({ to }: { to: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [unused, setUnused] = useState(false);
  const offer = useSending<typeof offerPasskeySignIn>('POST', `${root}/options`);
  const enter = useSending<typeof signInWithPasskey>('POST', root);
  const signIn = async () => {
    setUnused(false);
    const offered = await offer.send({}).catch(() => undefined);
    if (!offered) return;
    const { attempt, options } = offered;
    const response = await startAuthentication({ optionsJSON: options as never }).catch(() => undefined);
    if (!response) return setUnused(true);
    const me = await enter.send({ input: { attempt, response: { ...response } } }).catch(() => undefined);
    if (me) navigate(to, { replace: true });
  };
  return (
    <>
      <button type="button" className="button" onClick={signIn}>
        {t('access.signIn.passkey')}
      </button>
      {unused && (
        <p className="refusal" role="alert">
          {t('access.signIn.noPasskey')}
        </p>
      )}
      <Refusal problem={offer.problem ?? enter.problem} />
    </>
  );
}
