// SPDX-License-Identifier: AGPL-3.0-or-later

/** Whether taking this role away would leave the programme without an administrator of its own or of all programmes. */
export function leavesNoAdministrator(
  administrators: readonly { roleId: number; programme: string | null }[],
  ended: { roleId: number; programme: string | null },
): boolean {
  const covers = ({ roleId, programme }: { roleId: number; programme: string | null }) =>
    roleId !== ended.roleId && (programme === null || programme === ended.programme);
  return !administrators.some(covers);
}

/** Minutes that a link sent by e-mail stays good. */
export const linkMinutes = 15;
/** Days that an invitation stays good unless it says otherwise. */
export const invitationDays = 14;
