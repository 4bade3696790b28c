// SPDX-License-Identifier: AGPL-3.0-or-later

import { change, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { findAccountByEmail } from '../../../db/people/accounts/reads.ts';
import { addAccount, endSessions } from '../../../db/people/accounts/writes.ts';
import * as writes from '../../../db/people/roles/writes.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import type { Text } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Role } from '../../http/rights.rules.ts';
import { dayIn } from '../../http/rules.ts';
import { hashOf, newToken } from '../../http/session.ts';
import { invitationLetter, type Language } from '../../platform/mail/rules.ts';
import { invitationDays, leavesNoAdministrator } from '../accounts/rules.ts';
import { invitationOf } from './views.ts';

const dayMs = 86_400_000;

interface Place {
  role: Role;
  areas: string[] | null;
  labs: string[] | null;
  organisation: string | null;
  office: string;
  nameIsPublic: boolean;
}

/** Drops fields that do not apply to the role: areas for officials, labs for operators, organisation for applicants. */
const placed = ({ role, areas, labs, organisation, office, nameIsPublic }: Place) => ({
  role,
  areas: role === 'official' ? areas : null,
  labs: role === 'operator' ? labs : null,
  organisation: role === 'applicant' ? organisation : null,
  office,
  name_is_public: nameIsPublic,
});

interface Inviting extends Place {
  programmeId: number;
  programmeName: Text;
  email: string;
  language: Language;
  days: number;
  /** Null for self-registration, as of a firm that applies. */
  invitedBy: number | null;
  publicUrl: string;
}

/** Invites by mail; returns the invitation's id. Only the mail contains the secret. */
export async function invitePerson(writer: Writer, asked: Inviting): Promise<number> {
  const { programmeId, programmeName, email, language, days, invitedBy, publicUrl, office } = asked;
  const token = newToken();
  const invitationId = await writes.addInvitation(writer, {
    ...placed(asked),
    hash: hashOf(token),
    email,
    programme_id: programmeId,
    invited_by: invitedBy,
    days,
  });
  const until = dayIn(language, new Date(Date.now() + days * dayMs).toISOString().slice(0, 10));
  const words = invitationLetter(language, {
    address: `${publicUrl}/${language}/invitation#${token}`,
    programme: programmeName[language] ?? programmeName.it,
    office: invitedBy === null ? null : office,
    until,
  });
  await addMail(writer, { once: `invitation:${invitationId}`, recipient: email, ...words });
  return invitationId;
}

/** Console link for the first administrator of all programmes. Revokes the previous link. Returns the secret. */
export async function inviteFirst(db: OfficinaDb): Promise<string> {
  const token = newToken();
  await change(db, { actor: 'console', reason: '' }, async (writer) => {
    await writes.revokeInvitation(writer, null);
    await writes.addInvitation(writer, {
      hash: hashOf(token),
      email: null,
      programme_id: null,
      role: 'administrator',
      areas: null,
      labs: null,
      organisation: null,
      office: null,
      name_is_public: false,
      invited_by: null,
      days: invitationDays,
    });
  });
  return token;
}

interface Accepting {
  token: string;
  name?: string | undefined;
  email?: string | undefined;
  office?: string | undefined;
  language: Language;
  /** The account already signed in or identified by a provider. */
  accountId: number | null;
}

async function accountFor(writer: Writer, asked: Accepting, invited: string | null): Promise<number> {
  const email = invited ?? asked.email ?? null;
  if (!asked.name) throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'name', reason: 'missing' }] });
  if (!email) throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'email', reason: 'missing' }] });
  // An existing account must sign in by its own methods first; control of the address is not enough.
  if (await findAccountByEmail(writer, email)) throw new Refused({ code: 'against-rule', rule: 'account-there' });
  return addAccount(writer, { name: asked.name, email, language: asked.language });
}

/** Accepts an invitation for the signed-in account or a new one; returns the account. */
export async function takeInvitation(writer: Writer, asked: Accepting): Promise<number> {
  const invitation = await invitationOf(writer, asked.token);
  const office = invitation.office ?? asked.office;
  if (!office) throw new Refused({ code: 'against-rule', rule: 'role-needs-office', name: 'office' });
  const accountId = asked.accountId ?? (await accountFor(writer, asked, invitation.email));
  if (!(await writes.acceptInvitation(writer, invitation.invitation_id, accountId))) {
    throw new Refused({ code: 'against-rule', rule: 'invitation-ended' });
  }
  const { programme_id, role, areas, labs, organisation, name_is_public, invited_by } = invitation;
  await writes.addRole(writer, {
    account_id: accountId,
    programme_id,
    role: role as Role,
    areas,
    labs,
    organisation,
    office,
    name_is_public,
    granted_by: invited_by,
  });
  return accountId;
}

interface OfRole {
  programme: string;
  programmeId: number;
  roleId: number;
  by: number;
}

/**
 * Revokes a role in this programme and ends all sessions of the account. Refused for administrators of all programmes
 * and for the last administrator.
 */
export async function endRole(writer: Writer, { programme, programmeId, roleId, by }: OfRole): Promise<number> {
  const administrators = await writes.lockAdministrators(writer);
  const ended = await writes.endRole(writer, roleId, by);
  const ofAll = ended?.programme_id === null && ended.account_id === by;
  if (!ended || (ended.programme_id !== programmeId && !ofAll)) {
    throw new Refused({ code: 'against-rule', rule: 'role-not-held' });
  }
  const one = { roleId, programme: ended.programme_id === null ? null : programme };
  if (ended.role === 'administrator' && leavesNoAdministrator(administrators, one)) {
    throw new Refused({ code: 'against-rule', rule: 'last-administrator' });
  }
  await endSessions(writer, ended.account_id);
  await writes.announcePerson(writer, ended.account_id);
  return ended.account_id;
}

/** Replaces a role by another in one change. */
export async function changeRole(writer: Writer, of: OfRole, place: Place): Promise<void> {
  const accountId = await endRole(writer, of);
  await writes.addRole(writer, {
    ...placed(place),
    account_id: accountId,
    programme_id: of.programmeId,
    granted_by: of.by,
  });
  await writes.announcePerson(writer, accountId);
}
