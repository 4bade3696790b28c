// SPDX-License-Identifier: AGPL-3.0-or-later
import type { areas as italian } from '../it/areas.ts';
import type { Translation } from '../shape.ts';

export const areas: Translation<typeof italian> = {
  areas: { one: 'Area of intervention' },
};
