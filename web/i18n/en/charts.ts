// SPDX-License-Identifier: AGPL-3.0-or-later
import type { charts as italian } from '../it/charts.ts';
import type { Translation } from '../shape.ts';

export const charts: Translation<typeof italian> = {
  charts: {
    measure: 'Measure',
    zone: '‹Zone›',
    side: 'Where',
    tinted: 'tinted ground = ‹periphery›',
    value: 'Value',
    share: 'Share',
    populationShare: 'Share of population',
    centre: 'centre',
    tileMapKey: 'bar = share of the total',
    tileMapTick: 'tick = share of the population',
    promised: 'promised',
    replanned: 're-planned',
    reached: 'reached',
    reachedShare: 'reached {{share}}',
    promisedShare: 'promised {{share}}',
    on: 'Day',
    month: 'Month',
    target: 'Target',
    targetAtLeast: 'target {{value}}',
    name: 'Item',
    reported: 'Said on',
    expected: 'Date expected',
    baseline: 'baseline',
    diagonal: 'date expected = day of the report',
    sparkline: 'from {{first}} to {{last}}',
    keyFirst: 'first promise',
    keyInForce: 'promise in force',
    keyForecast: 'forecast',
    keyDone: 'reached',
  },
};
