// SPDX-License-Identifier: AGPL-3.0-or-later
export const labs = {
  labs: { title: 'Laboratori', one: 'Laboratorio' },
} as const;
