// SPDX-License-Identifier: AGPL-3.0-or-later
import type { sheets as italian } from '../../it/plan/spreadsheet.ts';
import type { Translation } from '../../shape.ts';

export const sheets: Translation<typeof italian> = {
  sheet: {
    open: 'The plan as a spreadsheet',
    title: 'Spreadsheet',
    lead: 'The {{window}} plan as a spreadsheet',
    about:
      'Download the sheet, edit it, send it back: you see first what it would change, then decide. All of it or nothing, as one recorded change. Rows that you take out of the sheet stay as they are.',
    download: 'Download the sheet (XLSX)',
    choose: 'Edited sheet',
    preview: 'Show what it would change',
    apply: 'Record all of it',
    applied_one: 'One row recorded.',
    applied_other: '{{count}} rows recorded.',
    nothing: 'The sheet changes nothing.',
    blocked: 'While a row is refused, or changed by others, nothing is recorded.',
    tally:
      '{{added}} added, {{changed}} changed, {{refused}} refused, {{overtaken}} changed by others, {{same}} the same',
    row: 'Row',
    name: 'Milestone',
    what: 'What',
    fields: 'Differences',
    kinds: {
      added: 'added',
      changed: 'changed',
      same: 'the same',
      refused: 'refused',
      overtaken: 'changed meanwhile by others: download the sheet again',
    },
    empty: 'empty',
  },
};
