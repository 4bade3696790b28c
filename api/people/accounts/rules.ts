// SPDX-License-Identifier: AGPL-3.0-or-later

/** True if removing the role would leave the programme without any administrator. */
export function leavesNoAdministrator(
  administrators: readonly { roleId: number; programme: string | null }[],
  ended: { roleId: number; programme: string | null },
): boolean {
  const covers = ({ roleId, programme }: { roleId: number; programme: string | null }) =>
    roleId !== ended.roleId && (programme === null || programme === ended.programme);
  return !administrators.some(covers);
}

/** Minutes of validity of a sign-in link. */
export const linkMinutes = 15;
/** Default days of validity of an invitation. */
export const invitationDays = 14;
