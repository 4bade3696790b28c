// SPDX-License-Identifier: AGPL-3.0-or-later
export const dashboard = {
  dashboard: { title: 'A che punto siamo' },
} as const;
