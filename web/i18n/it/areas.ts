// SPDX-License-Identifier: AGPL-3.0-or-later
export const areas = {
  areas: {
    number: 'Area {{position}} di {{of}}',
    initiatives_one: '1 iniziativa',
    initiatives_other: '{{count}} iniziative',
    milestones_zero: 'nessun traguardo finora',
    milestones_one: '1 traguardo in tutti i semestri: {{tally}}',
    milestones_other: '{{count}} traguardi in tutti i semestri: {{tally}}',
    existing: 'Iniziative già in corso',
    new: 'Iniziative nuove',
    noInitiatives: 'Nessuna iniziativa registrata.',
    milestonesTitle: 'Traguardi',
    noMilestones: 'Nessun traguardo registrato.',
    calls: 'Bandi',
    from: 'dal {{date}}',
    until: 'fino al {{date}}',
    withMilestones_one: '1 traguardo',
    withMilestones_other: '{{count}} traguardi',
    others: 'Le altre aree',
  },
} as const;
