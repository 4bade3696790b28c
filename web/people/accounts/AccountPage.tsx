// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate } from 'react-router';
import type { endSession, forgetMe, GrantedRole } from '../../../api/people/accounts/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useProgrammes } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useMe } from '../../session.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';
import { forgetTyped } from '../../ui/persisted.ts';
import { Failure, Loading } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';
import { Feed } from './Feed.tsx';
import { Passkeys } from './Passkeys.tsx';
import { Sessions } from './Sessions.tsx';
import { Settings } from './Settings.tsx';

function Roles({ roles }: { roles: readonly GrantedRole[] }) {
  const { t } = useTranslation();
  const { language } = useAddress();
  const text = useText();
  const { data } = useProgrammes();
  const nameOf = (key: string) => {
    const programme = data?.items.find((one) => one.key === key);
    return programme ? text(programme.name).text : key;
  };
  return (
    <section aria-labelledby="roles-title">
      <h2 id="roles-title">{t('access.account.roles')}</h2>
      {roles.length === 0 && <p className="muted">{t('access.account.noRoles')}</p>}
      <ul className="plain-list">
        {roles.map(({ roleId, programme, role, areas, office }) => (
          <li key={roleId}>
            <strong>{t(`access.role.${role}`)}</strong>
            {', '}
            {programme ? (
              <Link to={`/${language}/${programme}`}>{nameOf(programme)}</Link>
            ) : (
              <Link to={`/${language}`}>{t('access.account.everywhere')}</Link>
            )}
            <span className="muted">
              {' · '}
              {office}
              {areas && ` · ${t('access.account.areas', { areas: areas.join(', ') })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** After sign-out, removes all personal data from this browser. */
function useGone() {
  const { language } = useAddress();
  const client = useQueryClient();
  const navigate = useNavigate();
  return () => {
    forgetTyped();
    client.clear();
    navigate(`/${language}`);
  };
}

function SignOut() {
  const { t } = useTranslation();
  const gone = useGone();
  const { send } = useSending<typeof endSession>('DELETE', '/api/v1/access/sessions/{session}');
  const leave = async () => {
    await send({ params: { session: 'current' } });
    gone();
  };
  return (
    <button type="button" className="button" onClick={leave}>
      {t('access.account.signOut')}
    </button>
  );
}

function Forget() {
  const { t } = useTranslation();
  const gone = useGone();
  const { send, problem, busy } = useSending<typeof forgetMe>('DELETE', '/api/v1/access/me');
  return (
    <section aria-labelledby="forget-title">
      <h2 id="forget-title">{t('access.account.forget')}</h2>
      <p>{t('access.account.forgetAbout')}</p>
      <AskTwice
        label={t('access.account.forgetAsk')}
        question={t('access.account.forgetSure')}
        yes={t('access.account.forgetYes')}
        problem={problem}
        busy={busy}
        onYes={() => send({}).then(gone)}
      />
    </section>
  );
}

/** The user's account: roles, sign-in methods, sessions, mails. */
export function AccountPage() {
  const { t } = useTranslation();
  const { language } = useAddress();
  const { data, error, refetch } = useMe(true);
  useTitle(t('access.account.title'));
  if (error && !data) return <Failure page problem={error} onRetry={refetch} />;
  if (!data) return <Loading height={640} />;
  const { account, ways } = data;
  if (!account) return <Navigate replace to={`/${language}/sign-in?to=/${language}/account`} />;
  return (
    <div className="page narrow">
      <section>
        <h1 className="lead">{account.name}</h1>
        <p className="byline">{account.email && <span>{account.email}</span>}</p>
        <SignOut />
      </section>
      <Roles roles={account.roles} />
      <Settings key={account.language} account={account} />
      <Feed account={account} />
      <Passkeys possible={ways.passkey} provider={ways.provider} />
      <Sessions />
      <Forget />
    </div>
  );
}
