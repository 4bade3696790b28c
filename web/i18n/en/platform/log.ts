// SPDX-License-Identifier: AGPL-3.0-or-later
import type { log as italian } from '../../it/platform/log.ts';
import type { Translation } from '../../shape.ts';

export const log: Translation<typeof italian> = {
  log: {
    lead: 'The log: who changed what, and when',
    about: 'Every change with the person who made it, drafts included. Public pages show the office, not the name.',
    filter: {
      actor: 'Who, or which office',
      table: 'What',
      kind: 'Kind of change',
      from: 'Recorded from',
      to: 'until',
    },
    found_zero: 'no changes',
    found_one: '1 change',
    found_other: '{{figure}} changes',
    foundMore: 'more than {{figure}} changes',
    none: 'No change matches the filters.',
    csv: 'Download as CSV',
    excel: 'Download for Excel',
    csvFiltered: 'Download the filtered changes as CSV',
    recorded: 'recorded on {{at}} by {{who}}',
    recordedWhy: 'recorded on {{at}} by {{who}}: “{{reason}}”',
    who: '{{name}}, {{office}}',
    gone: 'deleted account, {{office}}',
    notYours: 'This requires the administration role: ask the office for it.',
  },
  undo: {
    label: 'Undo this change',
    of: 'Undo this change: {{what}}',
    sure: 'Undo this change and everything recorded with it? It stays in the log, followed by the undo.',
    yes: 'Yes, undo it',
    done: 'Change undone. The undo is in the log.',
  },
  rules: {
    title: 'Rules of the programme',
    asked: 'A second person checks every closing before it takes effect.',
    waived: 'Closings take effect without a check by a second person: the public pages say so.',
    waive: 'Turn off the second person’s check',
    waiveAbout:
      'From now on a closing takes effect at once, marked as unchecked. The public pages say so; pending closings still need a check.',
    ask: 'Turn on the second person’s check',
    askAbout: 'From now on a closing takes effect once a second person has checked it.',
    public: 'closings without a check by a second person',
  },
};
