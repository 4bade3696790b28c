// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Right } from '../contract.ts';

export const roles = ['administrator', 'official', 'operator', 'board', 'evaluator', 'applicant'] as const;

export type Role = (typeof roles)[number];

/** Grants of an account in one programme; without a programme, the grant applies to all of them. */
export interface Grant {
  programme: string | null;
  role: Role;
  /** Areas of an official; null means all. */
  areas: readonly string[] | null;
  /** Labs of an operator; null means all. */
  labs?: readonly string[] | null;
}

interface Rule {
  roles: readonly Role[];
  /**
   * Officials with limited areas need the item's area among theirs; without this flag only officials of all areas pass.
   */
  byArea?: true;
  /** Operators need the lab among theirs. */
  byLab?: true;
}

/** The single permission table. Endpoints name a right; server and page both look it up here. */
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
  /** Area of the item: undefined while unknown, null if the item has none. */
  area?: string | null;
  /** Lab concerned; undefined while unknown. */
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

/** True if the grants include the right; `grants` is null without a session. */
export function may(right: Right, grants: readonly Grant[] | null, place: Place): boolean {
  if (right === 'anyone') return true;
  if (grants === null) return false;
  return right === 'signed-in' || grants.some((grant) => grantGives(grant, place, rights[right]));
}

/** True if the right can depend on the item's area. */
export const hangsOnArea = (right: Right): boolean =>
  right !== 'anyone' && right !== 'signed-in' && rights[right].byArea === true;

/** Session limits: hours of inactivity and days in total. */
export const idleHours = 12;

export const sessionDays = 14;
