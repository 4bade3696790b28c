// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Right } from '../contract.ts';

export const roles = ['administrator', 'official', 'operator', 'board', 'evaluator', 'applicant'] as const;

export type Role = (typeof roles)[number];

/** What a person holds in one programme, or, without one, in all of them. */
export interface Grant {
  programme: string | null;
  role: Role;
  /** The areas an official answers for; null: all. */
  areas: readonly string[] | null;
  /** The labs an operator keeps; null: all. */
  labs?: readonly string[] | null;
}

interface Rule {
  roles: readonly Role[];
  /** An official of some areas may only where the item stands in one of them; without this, only officials of all areas. */
  byArea?: true;
  /** An operator may only where the lab is one of his. */
  byLab?: true;
}

/** Who may do what: the only table of it. Endpoints name a right, the server and the screen look it up here. */
export const rights: Record<Exclude<Right, 'anyone' | 'signed-in'>, Rule> = {
  'see-drafts': { roles: ['administrator', 'official', 'board'], byArea: true },
  'keep-milestones': { roles: ['administrator', 'official'], byArea: true },
  'keep-cycles': { roles: ['administrator', 'official'] },
  'keep-calls': { roles: ['administrator', 'official'], byArea: true },
  apply: { roles: ['applicant'] },
  evaluate: { roles: ['evaluator'] },
  'keep-labs': { roles: ['administrator', 'official', 'operator'], byLab: true },
  'answer-needs': { roles: ['operator'], byLab: true },
  'keep-people': { roles: ['administrator'] },
  'keep-programme': { roles: ['administrator'] },
  'keep-register': { roles: ['administrator', 'official'] },
  'keep-spaces': { roles: ['administrator', 'official'] },
  'read-log': { roles: ['administrator'] },
};

export interface Place {
  programme: string | null;
  /** The area that the item stands in; not given while it is not known, null where it stands in none. */
  area?: string | null;
  /** The lab that it is about; not given while it is not known. */
  lab?: string;
}

function grantGives(grant: Grant, { programme, area, lab }: Place, rule: Rule): boolean {
  if (!rule.roles.includes(grant.role)) return false;
  if (grant.programme !== null && grant.programme !== programme) return false;
  if (grant.role === 'operator' && grant.labs)
    return rule.byLab === true && (lab === undefined || grant.labs.includes(lab));
  if (grant.areas === null) return true;
  return rule.byArea === true && (area === undefined || (area !== null && grant.areas.includes(area)));
}

/** Whether somebody with these grants may; `grants` is null for whoever is not signed in. */
export function may(right: Right, grants: readonly Grant[] | null, place: Place): boolean {
  if (right === 'anyone') return true;
  if (grants === null) return false;
  return right === 'signed-in' || grants.some((grant) => grantGives(grant, place, rights[right]));
}

/** Whether a right may hang on the area that an item stands in. */
export const hangsOnArea = (right: Right): boolean =>
  right !== 'anyone' && right !== 'signed-in' && rights[right].byArea === true;

/** Hours without a request after which a session ends, and days after which it ends in any case. */
export const idleHours = 12;

export const sessionDays = 14;
