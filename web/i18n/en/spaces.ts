// SPDX-License-Identifier: AGPL-3.0-or-later
import type { spaces as italian } from '../it/spaces.ts';
import type { Translation } from '../shape.ts';

export const spaces: Translation<typeof italian> = {
  spaces: { title: 'Spaces and calls', one: 'Space' },
};
