// SPDX-License-Identifier: AGPL-3.0-or-later
import type { programmes as italian } from '../../it/city/programmes.ts';
import type { Translation } from '../../shape.ts';

export const programmes: Translation<typeof italian> = {
  programmes: {
    lead: 'Programmes for urban manufacturing',
    illustrative: 'illustrative data',
    adopted: 'adopted on {{date}}',
    areas_one: '1 area',
    areas_other: '{{count}} areas',
    areas_own_one: '1 ‹area›',
    areas_own_other: '{{count}} ‹areas›',
    milestones_one: '1 milestone',
    milestones_other: '{{count}} milestones',
    none: 'No programme is loaded yet',
    noneHint: 'A programme is a data package: load one with “npm run load”.',
    noSuchDay: 'Date not available',
    future: 'The date is in the future: choose a day up to today.',
    noDay: 'This date does not exist in the calendar: choose another day.',
    now: 'Back to now',
    unknown: 'Programme not found. Go back to the list.',
    nothingKnown: 'No data recorded for that day',
    nothingKnownOn: 'On {{date}} no data of this programme were recorded.',
    firstDay: 'Go to the first day known: {{date}}',
  },
};
