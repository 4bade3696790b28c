// SPDX-License-Identifier: AGPL-3.0-or-later
import type { context as italian } from '../it/context.ts';
import type { Translation } from '../shape.ts';

export const context: Translation<typeof italian> = {
  context: { title: 'Context', source: 'Source' },
};
