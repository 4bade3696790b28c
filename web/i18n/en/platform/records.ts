// SPDX-License-Identifier: AGPL-3.0-or-later
import type { records as italian } from '../../it/platform/records.ts';
import type { Translation } from '../../shape.ts';

export const records: Translation<typeof italian> = {
  records: {
    title: 'The history of this entry',
    none: 'No change recorded.',
    before: 'Before',
    after: 'After',
    yes: 'yes',
    no: 'no',
    euro: 'euro',
    precision: '{{label}}: precision of the date',
    it: '{{label}} (in Italian)',
    en: '{{label}} (in English)',
    whole: 'Full text',
    otherLanguage: '{{name}} (in Italian)',
    item: { added: 'Entry added', edited: 'Entry updated', removed: 'Entry deleted' },
    part: { added: '{{what}}: entry added', edited: '{{what}}: entry updated', removed: '{{what}}: entry deleted' },
    held_one: '1 recorded value',
    held_other: '{{count}} recorded values',
    gone_one: '1 previous value',
    gone_other: '{{count}} previous values',
  },
};
