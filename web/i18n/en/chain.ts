// SPDX-License-Identifier: AGPL-3.0-or-later
import type { chain as italian } from '../it/chain.ts';
import type { Translation } from '../shape.ts';

export const chain: Translation<typeof italian> = {
  chain: {
    title: 'The chain',
    see: 'The chain, from ‹area› to outcome',
  },
};
