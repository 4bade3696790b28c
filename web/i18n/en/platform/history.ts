// SPDX-License-Identifier: AGPL-3.0-or-later
import type { history as italian } from '../../it/platform/history.ts';
import type { Translation } from '../../shape.ts';

export const history: Translation<typeof italian> = {
  history: {
    title: 'Latest changes',
    subtitle: 'All that was recorded, by the day it became known',
    none: 'No change recorded.',
    recorded: 'recorded on {{date}} by {{actor}}',
    recordedWhy: 'recorded on {{date}} by {{actor}}: “{{reason}}”',
    kind: {
      added: '{{what}}: added',
      edited: '{{what}}: entry updated',
      removed: '{{what}}: removed',
      promised: '{{what}}: first promise',
      replanned: '{{what}}: re-planned',
      forecast: '{{what}}: new forecast',
      reached: '{{what}}: reached',
      withdrawn: '{{what}}: withdrawn',
      'evidence-added': '{{what}}: evidence added',
      proposed: '{{what}}: said to be reached, awaiting a check',
      confirmed: '{{what}}: closing confirmed',
      'sent-back': '{{what}}: closing sent back',
      awarded: '{{what}}: award',
      opened: '{{what}}: opened',
      ended: '{{what}}: ended',
      paid: '{{what}}: payment',
      measured: '{{what}}: new measurement',
      concluded: '{{what}}: concluded',
      adopted: '{{what}}: adopted',
      closed: '{{what}}: closed',
      'moved-on': '{{what}}: new state',
    },
  },
};
