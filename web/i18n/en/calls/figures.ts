// SPDX-License-Identifier: AGPL-3.0-or-later
import type { demand as italian } from '../../it/calls/figures.ts';
import type { Translation } from '../../shape.ts';

export const demand: Translation<typeof italian> = {
  demand: {
    day: 'Day',
    byDay_one: 'One application',
    byDay_other: '{{count}} applications; the busiest day was {{date}}, with {{most}}',
    spread_one: 'One application',
    spread_other: '{{count}} applications, never more than one a day',
    oneDay_one: 'One application, on {{date}}',
    oneDay_other: '{{count}} applications, all on {{date}}',
    byDayWords: 'Applications submitted, day by day; those withdrawn do not count',
    byZone_one: '{{zone}} is most in demand: {{applications}} applications for one space',
    byZone_other: '{{zone}} is most in demand: {{applications}} applications for {{count}} spaces',
    byZoneWords: 'Light bar = applications that want a space there, dark bar = spaces on offer',
    sealed: 'What is wanted, and where, will be known at the closing',
    sealedWords: 'What applications say is sealed until the closing: these are the spaces on offer',
    noZone: 'without ‹zone›',
    spaces: 'Spaces on offer',
    applications: 'Applications',
    firstChoices: 'As first choice',
    offered_one: 'one space on offer, {{area}}',
    offered_other: '{{count}} spaces on offer, {{area}}',
    first_one: 'one as first choice',
    first_other: '{{count}} as first choice',
  },
};
