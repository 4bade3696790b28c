// SPDX-License-Identifier: AGPL-3.0-or-later
import type { demand as italian } from '../../it/calls/figures.ts';
import type { Translation } from '../../shape.ts';

export const demand: Translation<typeof italian> = {
  demand: {
    day: 'Day',
    byDay_one: '1 application',
    byDay_other: '{{count}} applications; busiest day: {{date}} ({{most}})',
    spread_one: '1 application',
    spread_other: '{{count}} applications, never more than 1 a day',
    oneDay_one: '1 application, on {{date}}',
    oneDay_other: '{{count}} applications, all on {{date}}',
    byDayWords: 'Applications submitted by day; withdrawn ones are excluded',
    byZones: 'Zones most in demand, equally: {{zones}}',
    byZone_one: 'Zone most in demand: {{zone}}; {{applications}} applications for 1 space',
    byZone_other: 'Zone most in demand: {{zone}}; {{applications}} applications for {{count}} spaces',
    byZoneWords: 'Light bar = applications for spaces in the zone, dark bar = spaces on offer',
    sealed: 'Demand by zone will be known when the call closes',
    sealedWords: 'The content of applications is sealed until the call closes: the spaces on offer are shown',
    noZone: 'without ‹zone›',
    spaces: 'Spaces on offer',
    applications: 'Applications',
    firstChoices: 'As first choice',
    offered_one: '1 space on offer, {{area}}',
    offered_other: '{{count}} spaces on offer, {{area}}',
    first_one: '1 as first choice',
    first_other: '{{count}} as first choice',
  },
};
