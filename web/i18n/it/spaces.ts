// SPDX-License-Identifier: AGPL-3.0-or-later
export const spaces = {
  spaces: { title: 'Spazi e bandi', one: 'Spazio' },
} as const;
