// SPDX-License-Identifier: AGPL-3.0-or-later
export const calls = {
  calls: { one: 'Bando' },
} as const;
