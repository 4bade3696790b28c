// SPDX-License-Identifier: AGPL-3.0-or-later
import type { indicators as italian } from '../../it/city/indicators.ts';
import type { Translation } from '../../shape.ts';

export const indicators: Translation<typeof italian> = {
  indicators: {
    readings: 'Latest and earlier measurements, with date and source; no value is an average',
    finding_one: '{{title}}; the sources disagree on 1 measure',
    finding_other: '{{title}}; the sources disagree on {{count}} measures',
    disagree: 'For the same period the sources give different figures: {{values}}.',
    earlier: 'Other measurements',
    all: '{{count}} measurements; the first, {{from}}, was {{value}}',
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
