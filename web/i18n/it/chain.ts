// SPDX-License-Identifier: AGPL-3.0-or-later
export const chain = {
  chain: {
    title: 'La catena',
    see: 'La catena, dall’‹area› all’esito',
  },
} as const;
