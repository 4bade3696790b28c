// SPDX-License-Identifier: AGPL-3.0-or-later
import type { programmes as italian } from '../../it/city/programmes.ts';
import type { Translation } from '../../shape.ts';

export const programmes: Translation<typeof italian> = {
  programmes: {
    lead: 'A programme for making things in the city, and how far it has come.',
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
    noSuchDay: 'This day cannot be shown',
    future: 'It is a day still to come: only what is known is here.',
    noDay: 'There is no such day in the calendar.',
    now: 'Back to now',
    unknown: 'This programme is not held here',
    nothingKnown: 'Nothing is known yet of that day',
    nothingKnownOn: 'On {{date}} nothing had been recorded of this programme.',
    firstDay: 'Go to the first day known, {{date}}',
  },
};
