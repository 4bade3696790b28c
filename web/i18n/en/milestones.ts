// SPDX-License-Identifier: AGPL-3.0-or-later
import type { milestones as italian } from '../it/milestones.ts';
import type { Translation } from '../shape.ts';

export const milestones: Translation<typeof italian> = {
  milestones: { title: 'Plan' },
};
