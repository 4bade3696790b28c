// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAddress } from './address.ts';

export interface GoProps {
  /** Path within this programme: 'milestones/mhuma-opening'. */
  to: string;
  children: ReactNode;
  className?: string;
}

/** A link within the programme that keeps language and day. */
export function Go({ to, children, className }: GoProps) {
  const address = useAddress();
  return (
    <Link to={address.to(to)} className={className}>
      {children}
    </Link>
  );
}

/** A link if there is a target, otherwise plain text. */
export function MaybeGo({ to, children, className }: Omit<GoProps, 'to'> & { to?: string | undefined }) {
  if (to === undefined) return <span className={className}>{children}</span>;
  return (
    <Go to={to} {...(className ? { className } : {})}>
      {children}
    </Go>
  );
}
