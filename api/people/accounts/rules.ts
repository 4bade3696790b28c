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
export const linkMinutes = 20;

/**
 * Minutes between mails with a sign-in link to one address, by the unused links of the last hour: none for the first
 * three, then 2, 4, 8, and never as long as a link is valid, so that whoever reads the mails always has one that works.
 */
export const waitMinutes = (unused: number): number => (unused < 3 ? 0 : Math.min(2 ** (unused - 2), linkMinutes / 2));

/** Default days of validity of an invitation. */
export const invitationDays = 14;
