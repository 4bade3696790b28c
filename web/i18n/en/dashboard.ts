// SPDX-License-Identifier: AGPL-3.0-or-later
import type { dashboard as italian } from '../it/dashboard.ts';
import type { Translation } from '../shape.ts';

export const dashboard: Translation<typeof italian> = {
  dashboard: { title: 'Where we stand' },
};
