// SPDX-License-Identifier: AGPL-3.0-or-later
import type { indicators as italian } from '../it/indicators.ts';
import type { Translation } from '../shape.ts';

export const indicators: Translation<typeof italian> = {
  indicators: {
    readings: 'Every measurement, with its date and its source',
    title_one: 'One thing measured',
    title_other: '{{count}} things measured',
    disagree: 'The sources disagree: {{values}}.',
    differs: 'The readings do not agree',
    earlier: 'Other readings',
    all: '{{count}} readings since {{from}}',
    name: 'Indicator',
    value: 'Value',
    on: 'Date',
    source: 'Source',
    note: 'Note',
    zone: 'Zone',
    target: 'target {{value}}',
    targetOn: 'target {{value}} by {{date}}',
    baseline: 'baseline',
  },
};
