// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, key, programmeEndpoint, ref, text, when } from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { indicatorRecord } from './fields.ts';

const measurement = z
  .object({
    key,
    value: z.number(),
    measured: when,
    zone: ref.nullable(),
    baseline: z.boolean(),
    chosen: z.boolean().meta({ description: 'The value that the programme uses where sources disagree.' }),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Measurement' });
export type Measurement = z.output<typeof measurement>;

export const indicatorSubject = z.enum(choicesOf(indicatorRecord.fields.subject));

export const indicator = z
  .object({
    key,
    name: text,
    summary: text.nullable(),
    subject: indicatorSubject,
    area: ref.nullable(),
    unit: z.enum(choicesOf(indicatorRecord.fields.unit)),
    better: z.enum(choicesOf(indicatorRecord.fields.better)).nullable(),
    target: z.number().nullable(),
    targetOn: civilDate.nullable(),
    baseline: measurement.nullable(),
    latest: measurement.nullable(),
    disagreement: z.boolean().meta({ description: 'Sources give different values for the latest date.' }),
    measurements: z.array(measurement),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.output<typeof indicator>;

export const listIndicators = programmeEndpoint({
  path: '/indicators',
  query: { subject: indicatorSubject.optional() },
  reply: z.object({ items: z.array(indicator) }),
  summary: 'Indicators',
  description: 'What the programme measures, every measurement with its date and source. Nothing is averaged.',
});

export const readIndicator = programmeEndpoint({
  path: '/indicators/{indicator}',
  params: { indicator: key },
  reply: indicator,
  summary: 'One indicator',
  description:
    'An indicator with every measurement, its source, and which one the programme uses where sources disagree.',
});
