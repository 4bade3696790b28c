// SPDX-License-Identifier: AGPL-3.0-or-later
import type { indicators as italian } from '../../it/city/indicators.ts';
import type { Translation } from '../../shape.ts';

export const indicators: Translation<typeof italian> = {
  indicators: {
    readings: 'The latest measurement, then the other readings, each with its date and source; nothing is averaged',
    finding_one: '{{title}}; on one measure the sources disagree',
    finding_other: '{{title}}; on {{count}} measures the sources disagree',
    disagree: 'For the same period the sources give different figures: {{values}}.',
    earlier: 'Other readings',
    all: '{{count}} readings; the first, {{from}}, was {{value}}',
    name: 'Indicator',
    value: 'Value',
    on: 'Date',
    source: 'Source',
    note: 'Note',
    zone: '‹Zone›',
    target: 'target {{value}}',
    targetOn: 'target {{value}} by {{date}}',
  },
};
