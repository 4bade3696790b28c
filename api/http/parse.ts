// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { Refused } from './refusals.rules.ts';
import type { ParameterFault } from './rules.ts';

/** True if Postgres can store the text: no NUL, no lone surrogate. */
const isText = (words: string) => words.isWellFormed() && !words.includes('\0');

/** First field, at any depth, whose name or value is not storable text. */
function strangeIn(input: object): string | undefined {
  const fields: [path: string, value: unknown][] = Object.entries(input);
  // Iterative with a work list; the depth of a body is bounded before.
  for (const [path, value] of fields) {
    if (!isText(path) || (typeof value === 'string' && !isText(value))) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) fields.push([`${path}.${name}`, inner]);
  }
}

function faultOf(issue: z.core.$ZodIssue, name: string): ParameterFault {
  if (issue.code === 'unrecognized_keys') return 'unknown-parameter';
  if (issue.code === 'custom' && issue.params?.fault) return issue.params.fault as ParameterFault;
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    return issue.code === 'too_small' && issue.origin === 'string' ? 'missing' : 'out-of-range';
  }
  if (issue.code === 'invalid_format' && (issue.format === 'date' || name === 'asOf')) return 'malformed-date';
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing';
  return issue.code === 'invalid_value' ? 'unknown-value' : 'malformed';
}

const mostFaults = 50;
const longestName = 100;
/** A name from the request is repeated in the reply: cut it. */
const shortened = <F extends { name: string }>(fault: F): F =>
  fault.name.length > longestName ? { ...fault, name: `${fault.name.slice(0, longestName)}…` } : fault;

/** Parses the request; each fault names its parameter, up to 50 faults. */
export function parse<S extends z.ZodObject>(schema: S, input: unknown): z.output<S> {
  const strange = strangeIn(Object(input));
  if (strange !== undefined)
    throw new Refused({ code: 'invalid-parameter', errors: [shortened({ name: strange, reason: 'not-text' })] });
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')];
    return names.map((name) => ({ name, reason: faultOf(issue, name) }));
  });
  throw new Refused({ code: 'invalid-parameter', errors: errors.slice(0, mostFaults).map(shortened) });
}

export function refuseFuture(asOf: unknown, today: string) {
  if (typeof asOf === 'string' && asOf > today) {
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'asOf', reason: 'date-in-future' }] });
  }
}

/** Parses the version from an If-Match header, e.g. `"42"`. */
export function versionOf(header: string | undefined): number {
  const match = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header ?? '');
  if (!match) throw new Refused({ code: 'version-missing' });
  return Number(match[1]);
}
