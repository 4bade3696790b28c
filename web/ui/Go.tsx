// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from './address.ts';

export interface GoProps {
  /** A page of this programme: 'milestones/mhuma-opening'. */
  to: string;
  children: ReactNode;
  className?: string;
}

/** A link within the programme that keeps the language and the day. */
export function Go({ to, children, className }: GoProps) {
  const address = useAddress();
  return (
    <Link to={address.to(to)} className={className}>
      {children}
    </Link>
  );
}

/** Words that lead somewhere when there is somewhere to go. */
export function MaybeGo({ to, children, className }: Omit<GoProps, 'to'> & { to?: string | undefined }) {
  if (to === undefined) return <span className={className}>{children}</span>;
  return (
    <Go to={to} {...(className ? { className } : {})}>
      {children}
    </Go>
  );
}
