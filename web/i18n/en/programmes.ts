// SPDX-License-Identifier: AGPL-3.0-or-later
import type { programmes as italian } from '../it/programmes.ts';
import type { Translation } from '../shape.ts';

export const programmes: Translation<typeof italian> = {
  programmes: {
    title: 'The programmes',
    nothingKnown: 'Nothing is known yet of that day',
    nothingKnownOn: 'On {{date}} nothing had been recorded of this programme.',
    firstDay: 'Go to the first day known, {{date}}',
  },
};
