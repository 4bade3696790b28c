// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useLocation } from 'react-router';
import { useMe } from '../session.ts';
import { useAddress } from './address.ts';

/** Sends users who are not signed in (e.g. from a mail link) to sign-in, and back here afterwards. */
export function SignInFirst({ about, label }: { about: string; label: string }) {
  const { language, asOf } = useAddress();
  const { pathname, search } = useLocation();
  const { data, isLoading } = useMe();
  if (isLoading || data?.account || asOf !== undefined) return null;
  return (
    <section>
      <p className="form-notice">
        {about} <Link to={`/${language}/sign-in?to=${encodeURIComponent(pathname + search)}`}>{label}</Link>
      </p>
    </section>
  );
}
