// SPDX-License-Identifier: AGPL-3.0-or-later
import type { spaces as italian } from '../../it/spaces/spaces.ts';
import type { Translation } from '../../shape.ts';

export const spaces: Translation<typeof italian> = {
  spaces: {
    one: 'Space',
    lead: {
      spaces_zero: 'No space is recorded',
      spaces_one: '1 space is recorded',
      spaces_other: '{{count}} spaces are recorded',
      inUse_zero: ', none of them back in use yet',
      inUse_one: ', 1 of them back in use',
      inUse_other: ', {{count}} of them back in use',
      calls_zero: '; no call',
      calls_one: '; 1 call',
      calls_other: '; {{count}} calls',
      onlyCalls_one: '1 call is recorded',
      onlyCalls_other: '{{count}} calls are recorded',
      open_zero: ', none open',
      open_one: ', 1 open',
      open_other: ', {{count}} open',
    },
    jumps: {
      label: 'On this page',
      chain: 'From ‹area› to outcome',
      spaces: 'Spaces',
      calls: 'Calls',
      measured: 'Indicators',
    },
    statesTitle_zero: 'None of the {{of}} spaces is back in use yet',
    statesTitle_one: '1 space of {{of}} is back in use',
    statesTitle_other: '{{count}} spaces of {{of}} are back in use',
    statesWords: 'Spaces by state, nearest to use first. Select a state to filter the list',
    directory: 'The list of spaces',
    directoryWords: 'Disused or under-used places, by name',
    measured: 'Indicators of spaces and calls',
    since: '{{state}} · {{date}}',
    calls: 'Calls that offered it',
    noCalls: 'No call is recorded.',
    found_zero: 'No space',
    found_one: '1 space',
    found_other: '{{count}} spaces',
    filter: { label: 'Filters for spaces', q: 'Search for a space' },
  },
};
