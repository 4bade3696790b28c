// SPDX-License-Identifier: AGPL-3.0-or-later
import { readIndicators, readMeasurements } from '../../../db/city/indicators/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { refOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Indicator, Measurement } from './contract.ts';
import { readingOf } from './rules.ts';

export async function indicatorsView(reader: Reader, subject?: string): Promise<Indicator[]> {
  const rows = await readIndicators(reader, subject);
  const measurements = await readMeasurements(reader);
  return rows.map((row) => {
    const own = measurements.filter((one) => one.indicator === row.key).map(measurementOf);
    return {
      key: row.key,
      name: row.name,
      summary: row.summary,
      subject: row.subject,
      area: refOf(row.area, row.area_name),
      unit: row.unit,
      better: row.better,
      target: row.target,
      targetOn: row.target_on,
      ...readingOf(own),
      measurements: own,
      source: refOf(row.source, row.source_title),
      note: row.note,
    };
  });
}

function measurementOf(row: Awaited<ReturnType<typeof readMeasurements>>[number]): Measurement {
  return {
    key: row.key,
    value: row.value,
    measured: { date: row.measured_on, precision: row.measured_precision },
    zone: refOf(row.zone, row.zone_name),
    baseline: row.baseline,
    chosen: row.chosen,
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

export async function indicatorView(reader: Reader, key: string): Promise<Indicator> {
  const indicator = (await indicatorsView(reader)).find((one) => one.key === key);
  if (!indicator) throw new Refused({ code: 'unknown-item', item: key });
  return indicator;
}
