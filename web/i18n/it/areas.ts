// SPDX-License-Identifier: AGPL-3.0-or-later
export const areas = {
  areas: { one: 'Area di intervento' },
} as const;
