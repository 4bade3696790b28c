// SPDX-License-Identifier: AGPL-3.0-or-later
export const territory = {
  territory: { title: 'Periferie' },
} as const;
