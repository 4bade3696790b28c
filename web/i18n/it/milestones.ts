// SPDX-License-Identifier: AGPL-3.0-or-later
export const milestones = {
  milestones: { title: 'Piano' },
} as const;
