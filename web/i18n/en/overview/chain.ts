// SPDX-License-Identifier: AGPL-3.0-or-later
import type { chain as italian } from '../../it/overview/chain.ts';
import type { Translation } from '../../shape.ts';

export const chain: Translation<typeof italian> = {
  chain: {
    title: 'The chain',
    see: 'The chain, from ‹area› to outcome',
    about: 'From objective to result: select a name to follow its links.',
    own: 'Open its page',
    page: 'page',
    kinds: {
      area: '‹Area›',
      milestone: 'Milestone',
      call: 'Call',
      space: 'Space',
      organisation: 'Recipient',
      award: 'Award',
    },
    reached: 'reached {{date}}',
    notReached: 'not yet reached',
    since: 'since {{date}}',
    counted: {
      call_one: '1 call',
      call_other: '{{count}} calls',
      space_one: '1 space',
      space_other: '{{count}} spaces',
      organisation_one: '1 recipient',
      organisation_other: '{{count}} recipients',
    },
    finding: '{{told}}; no opening recorded',
    findingOpen_one: '{{told}}; 1 opening',
    findingOpen_other: '{{told}}; {{count}} openings',
    nothing: 'No linked call yet',
    leftOut_one: 'Links shown: {{most}}, from the latest calls; not shown: 1.',
    leftOut_other: 'Links shown: {{most}}, from the latest calls; not shown: {{count}}.',
  },
};
