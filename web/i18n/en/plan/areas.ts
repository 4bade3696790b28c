// SPDX-License-Identifier: AGPL-3.0-or-later
import type { areas as italian } from '../../it/plan/areas.ts';
import type { Translation } from '../../shape.ts';

export const areas: Translation<typeof italian> = {
  areas: {
    number: '‹Area› {{position}} of {{of}}',
    initiatives_one: '1 initiative',
    initiatives_other: '{{count}} initiatives',
    milestones_zero: 'no milestones recorded',
    milestones_one: '1 milestone over all cycles: {{tally}}',
    milestones_other: '{{count}} milestones over all cycles: {{tally}}',
    existing: 'Initiatives already under way',
    new: 'New initiatives',
    noInitiatives: 'No initiative recorded.',
    milestonesTitle: 'Milestones',
    noMilestones: 'No milestone recorded.',
    calls: 'Calls',
    from: 'from {{date}}',
    until: 'until {{date}}',
    withMilestones_one: '1 milestone',
    withMilestones_other: '{{count}} milestones',
    isExisting: 'initiative already under way before the programme',
    isNew: 'new initiative',
    owner: 'Responsible',
    amount: 'Amount',
    starts: 'Start',
    ends: 'End',
    others: 'The other areas',
    others_own: '‹Areas›',
    led: 'Lead: {{name}}',
    ledBy: 'Lead: {{name}}, {{person}}',
  },
};
