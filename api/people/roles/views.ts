// SPDX-License-Identifier: AGPL-3.0-or-later

import type { OfficinaDb } from '../../../db/client.ts';
import { findAccountByEmail } from '../../../db/people/accounts/reads.ts';
import { findInvitation, readInvitations, readRoles } from '../../../db/people/roles/reads.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { type Actor, hashOf } from '../../http/session.ts';
import type { Invited } from './contract.ts';

/** Roles and invitations are always the current ones, even for a past day. */
export async function peopleView(db: OfficinaDb, programmeId: number, { accountId }: Actor) {
  const roles = await readRoles(db, programmeId);
  const invitations = await readInvitations(db, programmeId);
  return {
    items: roles.map((one) => ({
      roleId: one.role_id,
      programme: one.programme,
      role: one.role,
      areas: one.areas,
      labs: one.labs,
      organisation: one.organisation,
      office: one.office,
      nameIsPublic: one.name_is_public,
      name: one.name,
      email: one.email,
      grantedAt: one.granted_at.toISOString(),
      isMe: one.account_id === accountId,
    })),
    invitations: invitations.map((one) => ({
      invitationId: one.invitation_id,
      email: one.email ?? '',
      role: one.role as Invited['role'],
      areas: one.areas,
      labs: one.labs,
      organisation: one.organisation,
      office: one.office ?? '',
      nameIsPublic: one.name_is_public,
      invitedAt: one.invited_at.toISOString(),
      invitedBy: one.invited_by,
      expiresAt: one.expires_at.toISOString(),
      expired: one.expired,
    })),
  };
}

/** An invitation's content; throws rule `invitation-ended` if used, revoked or expired. */
export async function invitationOf(db: OfficinaDb, token: string) {
  const found = await findInvitation(db, hashOf(token));
  if (!found) throw new Refused({ code: 'against-rule', rule: 'invitation-ended' });
  return found;
}

export async function invitedView(db: OfficinaDb, token: string): Promise<Invited> {
  const { programme, programme_name, role, office, email } = await invitationOf(db, token);
  return {
    programme: programme && programme_name ? { key: programme, name: programme_name } : null,
    role: role as Invited['role'],
    office,
    email,
    hasAccount: email !== null && (await findAccountByEmail(db, email)) !== undefined,
  };
}
