// SPDX-License-Identifier: AGPL-3.0-or-later
import type { chain as italian } from '../../it/overview/chain.ts';
import type { Translation } from '../../shape.ts';

export const chain: Translation<typeof italian> = {
  chain: {
    title: 'The chain',
    see: 'The chain, from ‹area› to outcome',
    about: 'From what was meant to what came of it: each name leads to the chain that passes there.',
    own: 'Its own page',
    page: 'its page',
    kinds: {
      area: '‹Area›',
      milestone: 'Milestone',
      call: 'Call',
      space: 'Space',
      organisation: 'To whom',
      award: 'Outcome',
    },
    reached: 'reached {{date}}',
    notReached: 'not yet reached',
    since: 'since {{date}}',
    counted: {
      call_one: 'one call',
      call_other: '{{count}} calls',
      space_one: 'one space',
      space_other: '{{count}} spaces',
      organisation_one: 'one recipient',
      organisation_other: '{{count}} recipients',
    },
    finding: '{{told}}; no opening is recorded',
    findingOpen_one: '{{told}}; one opening',
    findingOpen_other: '{{told}}; {{count}} openings',
    nothing: 'No call passes here yet',
    leftOut_one: 'Shown are the {{most}} threads of the latest calls; one more is left out.',
    leftOut_other: 'Shown are the {{most}} threads of the latest calls; {{count}} more are left out.',
  },
};
