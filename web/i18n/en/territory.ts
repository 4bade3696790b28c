// SPDX-License-Identifier: AGPL-3.0-or-later
import type { territory as italian } from '../it/territory.ts';
import type { Translation } from '../shape.ts';

export const territory: Translation<typeof italian> = {
  territory: { title: 'Peripheries' },
};
