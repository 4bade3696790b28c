// SPDX-License-Identifier: AGPL-3.0-or-later
import type { labs as italian } from '../it/labs.ts';
import type { Translation } from '../shape.ts';

export const labs: Translation<typeof italian> = {
  labs: { title: 'Labs', one: 'Lab' },
};
