// SPDX-License-Identifier: AGPL-3.0-or-later
import type { words as italian } from '../it/words.ts';
import type { Translation } from '../shape.ts';

export const words: Translation<typeof italian> = {
  format: {
    days_one: '{{figure}}\u00a0day',
    days_other: '{{figure}}\u00a0days',
    billion: 'bn',
    firstDay: '1 ',
    quarter: 'Q{{part}} {{year}}',
    halfYear1: 'first half of {{year}}',
    halfYear2: 'second half of {{year}}',
    cycle: 'within the cycle',
  },
  status: {
    'reached-on-time': 'reached',
    'reached-late': 'reached late',
    late: 'late',
    'at-risk': 'at risk',
    'on-track': 'on track',
    withdrawn: 'withdrawn',
    'not-recorded': 'outcome not recorded',
  },
  tally: {
    'reached-on-time_one': '1 reached on time',
    'reached-on-time_other': '{{count}} reached on time',
    'reached-late_one': '1 reached late',
    'reached-late_other': '{{count}} reached late',
    late_one: '1 late',
    late_other: '{{count}} late',
    'at-risk_one': '1 at risk',
    'at-risk_other': '{{count}} at risk',
    'on-track_one': '1 on track',
    'on-track_other': '{{count}} on track',
    withdrawn_one: '1 withdrawn',
    withdrawn_other: '{{count}} withdrawn',
    'not-recorded_one': '1 with no outcome recorded',
    'not-recorded_other': '{{count}} with no outcome recorded',
  },
  statusLine: {
    reached: 'reached on {{date}}',
    reachedIn: 'reached, {{date}}',
    reachedLate: 'reached on {{date}}, {{delay}} late',
    reachedLateIn: 'reached late, {{date}}',
    late: '{{delay}} late',
    forecastLate: 'at risk: expected {{date}}, +{{delay}}',
  },
  milestone: {
    name: 'Milestone',
    area: 'Area',
    first: 'First promise',
    inForce: 'Promise in force',
    forecast: 'Forecast',
    doneOn: 'Reached on',
    status: 'Status',
    delay: 'Delay in days',
  },
};
