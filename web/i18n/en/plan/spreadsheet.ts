// SPDX-License-Identifier: AGPL-3.0-or-later
import type { sheets as italian } from '../../it/plan/spreadsheet.ts';
import type { Translation } from '../../shape.ts';

export const sheets: Translation<typeof italian> = {
  sheet: {
    open: 'The plan as a spreadsheet',
    title: 'Spreadsheet',
    lead: 'The plan {{window}} as a spreadsheet',
    about:
      'Download the sheet, edit it and upload it: first review the differences, then confirm. All changes are recorded together, or none. Rows deleted from the sheet are left unchanged.',
    download: 'Download the sheet (XLSX)',
    choose: 'Edited sheet',
    preview: 'Show the differences',
    apply: 'Record all of it',
    applied_one: '1 row recorded.',
    applied_other: '{{count}} rows recorded.',
    nothing: 'The sheet contains no differences.',
    blocked: 'Recording is blocked: correct the rows refused or changed by others.',
    tally:
      '{{added}} added, {{changed}} changed, {{refused}} refused, {{overtaken}} changed by others, {{same}} the same',
    row: 'Row',
    name: 'Milestone',
    what: 'Result',
    fields: 'Differences',
    kinds: {
      added: 'added',
      changed: 'changed',
      same: 'the same',
      refused: 'refused',
      overtaken: 'meanwhile changed by others: download the sheet again',
    },
    empty: 'empty',
  },
};
