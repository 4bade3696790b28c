// SPDX-License-Identifier: AGPL-3.0-or-later
import type { history as italian } from '../../it/platform/history.ts';
import type { Translation } from '../../shape.ts';

export const history: Translation<typeof italian> = {
  history: {
    title: 'Latest changes',
    subtitle: 'Recorded changes, most recent first',
    none: 'No change recorded.',
    recorded: 'recorded on {{date}} by {{actor}}',
    loaded: 'loaded on {{date}} from the data package “{{package}}”',
    recordedWhy: 'recorded on {{date}} by {{actor}}: “{{reason}}”',
    kind: {
      added: '{{what}}: added',
      edited: '{{what}}: entry updated',
      removed: '{{what}}: removed',
      promised: '{{what}}: first promised date',
      replanned: '{{what}}: new promised date',
      forecast: '{{what}}: new forecast',
      reached: '{{what}}: reached',
      withdrawn: '{{what}}: withdrawn',
      'evidence-added': '{{what}}: evidence added',
      proposed: '{{what}}: closing proposed, awaiting a check',
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
