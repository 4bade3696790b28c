// SPDX-License-Identifier: AGPL-3.0-or-later
export const context = {
  context: { title: 'Contesto', source: 'Fonte' },
} as const;
