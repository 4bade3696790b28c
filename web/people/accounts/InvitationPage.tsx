// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { acceptInvitation, Invited, lookAtInvitation } from '../../../api/people/roles/contract.ts';
import { type Problem, send } from '../../http.ts';
import { useText } from '../../i18n/text.ts';
import { useSending } from '../../sending.ts';
import { useMe } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form, Refusal } from '../../ui/Form.tsx';
import { Loading } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';
import { useSecret } from './SignInPage.tsx';

const root = '/api/v1/access/invitations';
const place = 'officina.invitation';

/** The secret survives the sign-in redirect, in this tab only. */
function useInvitation(): string {
  const secret = useSecret();
  if (secret) sessionStorage.setItem(place, secret);
  return secret ?? sessionStorage.getItem(place) ?? '';
}

function Accept({ token, invited, signedInAs }: { token: string; invited: Invited; signedInAs: string | null }) {
  const { t } = useTranslation();
  const { language } = useAddress();
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { name: '', email: '', office: '' } });
  const { send: accept, problem, busy } = useSending<typeof acceptInvitation>('POST', `${root}/accept`);
  const take = async ({ name, email, office }: { name: string; email: string; office: string }) => {
    const own = signedInAs ? {} : { name, ...(invited.email ? {} : { email }) };
    await accept({ input: { token, language, ...own, ...(invited.office ? {} : { office }) } });
    sessionStorage.removeItem(place);
    navigate(invited.programme ? `/${language}/${invited.programme.key}` : `/${language}/account`, { replace: true });
  };
  return (
    <Form form={form} problem={problem} busy={busy} submit={t('access.invitation.accept')} onSubmit={take}>
      {signedInAs && <p>{t('access.invitation.asSelf', { name: signedInAs })}</p>}
      {!signedInAs && (
        <Field form={form} name="name" label={t('access.invitation.name')} autoComplete="name" required />
      )}
      {!signedInAs && !invited.email && (
        <Field
          form={form}
          name="email"
          type="email"
          label={t('access.invitation.email')}
          autoComplete="email"
          required
        />
      )}
      {!invited.office && (
        <Field
          form={form}
          name="office"
          label={t('access.invitation.office')}
          hint={t('access.invitation.officeHint')}
          autoComplete="organization"
          required
        />
      )}
    </Form>
  );
}

export function InvitationPage() {
  const { t } = useTranslation();
  const { language } = useAddress();
  const text = useText();
  const token = useInvitation();
  const me = useMe(true);
  const { data, error } = useQuery<Invited, Problem>({
    queryKey: ['invitation', token, language],
    queryFn: () => send<typeof lookAtInvitation>('POST', `${root}/look`, { input: { token } }, { language }),
    retry: false,
  });
  useTitle(t('access.invitation.title'));
  if (error)
    return (
      <div className="page narrow">
        <h1 className="lead">{t('access.invitation.ended')}</h1>
        <Refusal problem={error} />
      </div>
    );
  if (!data || !me.data) return <Loading height={480} />;
  const { programme, role, office, email, hasAccount } = data;
  const signedInAs = me.data.account?.name ?? null;
  return (
    <div className="page narrow">
      <h1 className="lead">
        {programme
          ? t('access.invitation.lead', { programme: text(programme.name).text })
          : t('access.invitation.first')}
      </h1>
      <p>
        {t('access.invitation.role', { role: t(`access.role.${role}`) })}
        {office && `, ${office}`}
      </p>
      {hasAccount && !signedInAs ? (
        <p>
          {t('access.invitation.signInFirst', { email: email ?? '' })}{' '}
          <Link to={`/${language}/sign-in?to=/${language}/invitation`}>{t('access.signIn.title')}</Link>
        </p>
      ) : (
        <Accept token={token} invited={data} signedInAs={signedInAs} />
      )}
    </div>
  );
}
