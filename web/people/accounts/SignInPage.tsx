// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import type { askLink, startSession } from '../../../api/people/accounts/contract.ts';
import { linkMinutes } from '../../../api/people/accounts/rules.ts';
import { useSending } from '../../sending.ts';
import { useMe } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form, Refusal } from '../../ui/Form.tsx';
import { Loading } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';
import { PasskeySignIn } from './PasskeySignIn.tsx';

/** Reads a secret from the URL hash and removes it; a link opened later replaces it. */
export function useSecret(): string | undefined {
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const [secret, setSecret] = useState(() => hash.slice(1) || undefined);
  useEffect(() => {
    if (!hash) return;
    setSecret(hash.slice(1));
    navigate(pathname + search, { replace: true });
  }, [hash, pathname, search, navigate]);
  return secret;
}

/** Where to go after sign-in: only paths of this site (no open redirect). */
export function useDestination(): string | undefined {
  const [search] = useSearchParams();
  const to = search.get('to') ?? '';
  return /^\/(it|en)(\/[^/\\]|$)/.test(to) ? to : undefined;
}

function Open({ token }: { token: string }) {
  const { t } = useTranslation();
  const { language } = useAddress();
  const navigate = useNavigate();
  const { send, problem, busy } = useSending<typeof startSession>('POST', '/api/v1/access/sessions');
  const open = async () => {
    const reply = await send({ input: { token } }).catch(() => undefined);
    if (reply) navigate(reply.to ?? `/${language}/account`, { replace: true });
  };
  return (
    <>
      {!problem && <p>{t('access.signIn.openAbout')}</p>}
      <Refusal problem={problem} />
      {problem ? (
        <p>
          <Link to={`/${language}/sign-in`}>{t('access.signIn.send')}</Link>
        </p>
      ) : (
        <button type="button" className="button button-main" onClick={open} aria-disabled={busy}>
          {t('access.signIn.open')}
        </button>
      )}
    </>
  );
}

function Sent({ email, outbox, onAgain }: { email: string; outbox: boolean; onAgain: () => void }) {
  const { t } = useTranslation();
  const { language } = useAddress();
  return (
    <div role="status">
      <h2>{t('access.signIn.sent')}</h2>
      <p>{t('access.signIn.sentAbout', { email, minutes: linkMinutes })}</p>
      {outbox && (
        <p>
          <Link to={`/${language}/outbox`}>{t('access.signIn.outbox')}</Link>
        </p>
      )}
      <button type="button" className="plain" onClick={onAgain}>
        {t('access.signIn.again')}
      </button>
    </div>
  );
}

function AskLink({ outbox }: { outbox: boolean }) {
  const { t } = useTranslation();
  const { language } = useAddress();
  const to = useDestination();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({ defaultValues: { email: '' } });
  const { send, problem, busy } = useSending<typeof askLink>('POST', '/api/v1/access/links');
  const ask = async ({ email }: { email: string }) => {
    await send({ input: { email: email.trim(), language, ...(to ? { to } : {}) } });
    setSentTo(email.trim());
  };
  if (sentTo) return <Sent email={sentTo} outbox={outbox} onAgain={() => setSentTo(undefined)} />;
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('access.signIn.send')} onSubmit={ask}>
      <Field form={form} name="email" type="email" label={t('access.signIn.email')} autoComplete="email" required />
    </Form>
  );
}

function Ways() {
  const { t } = useTranslation();
  const { language } = useAddress();
  const to = useDestination();
  const [search] = useSearchParams();
  const { data } = useMe(true);
  if (!data) return <Loading height={240} />;
  const { provider, passkey, outbox } = data.ways;
  const there = new URLSearchParams({ language, ...(to ? { to } : {}) });
  return (
    <>
      {search.get('refused') && (
        <p className="refusal" role="alert">
          {t('access.signIn.refused')}
        </p>
      )}
      <AskLink outbox={outbox} />
      {(provider || passkey) && <p className="muted form-or">{t('access.signIn.or')}</p>}
      {provider && (
        <p>
          <a className="button" href={`/api/v1/access/provider?${there}`}>
            {t('access.signIn.provider', { name: provider })}
          </a>
        </p>
      )}
      {passkey && <PasskeySignIn to={to ?? `/${language}/account`} />}
    </>
  );
}

/** The sign-in methods. A mail link needs a click to confirm, so that link scanners do not use it up. */
export function SignInPage() {
  const { t } = useTranslation();
  const token = useSecret();
  useTitle(t('access.signIn.title'));
  return (
    <div className="page narrow">
      <h1 className="lead">{t('access.signIn.lead')}</h1>
      {token ? <Open token={token} /> : <p>{t('access.signIn.about')}</p>}
      {!token && <Ways />}
    </div>
  );
}
