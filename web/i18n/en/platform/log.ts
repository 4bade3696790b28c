// SPDX-License-Identifier: AGPL-3.0-or-later
import type { log as italian } from '../../it/platform/log.ts';
import type { Translation } from '../../shape.ts';

export const log: Translation<typeof italian> = {
  log: {
    lead: 'The log: who wrote what, and when',
    about: 'Every write with the person who made it, drafts included. The public reads the office, not the name.',
    filter: { actor: 'Who, or which office', table: 'What', kind: 'Kind', from: 'Recorded from', to: 'until' },
    found_zero: 'no changes',
    found_one: '1 change',
    found_other: '{{figure}} changes',
    none: 'No change fits the filters.',
    csv: 'Download as CSV',
    csvFiltered: 'Download what is filtered as CSV',
    recorded: 'recorded on {{at}} by {{who}}',
    recordedWhy: 'recorded on {{at}} by {{who}}: “{{reason}}”',
    who: '{{name}}, {{office}}',
    gone: 'somebody who has no account any more, {{office}}',
    notYours: 'This page is for whoever administers the programme.',
  },
  undo: {
    label: 'Undo this change',
    of: 'Undo this change: {{what}}',
    sure: 'Undo this change, with all that was written along with it? It stays in the log, followed by what undoes it.',
    yes: 'Yes, undo it',
    done: 'Undone: that is in the log too.',
  },
  rules: {
    title: 'Rules of the programme',
    asked: 'A second person checks every closing before it counts.',
    waived: 'Closings count without a check by a second person: the public pages say so.',
    waive: 'Do without the second person',
    waiveAbout:
      'From here on a closing counts at once, marked as unchecked. The public pages say so; those that wait are still to be checked.',
    ask: 'Ask for the second person again',
    askAbout: 'From here on a closing counts once a second person has checked it.',
    public: 'closings without a check by a second person',
  },
};
