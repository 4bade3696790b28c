// SPDX-License-Identifier: AGPL-3.0-or-later
import type { calls as italian } from '../it/calls.ts';
import type { Translation } from '../shape.ts';

export const calls: Translation<typeof italian> = {
  calls: { one: 'Call' },
};
