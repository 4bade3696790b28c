// SPDX-License-Identifier: AGPL-3.0-or-later
import { excessIn, fileJsonBounds } from '../../http/json.rules.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { labsInFablabs } from './fablabs.rules.ts';
import { labsInOkw } from './okw.rules.ts';
import type { GivenLab } from './rules.ts';

// Runs in a thread of its own: see http/apart.ts.

const readers = { okw: labsInOkw, fablabs: labsInFablabs };

/** Replaces lone surrogates with U+FFFD, like invalid bytes. */
const mended = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);

/** Labs of a JSON file of another register. Refused if it is no JSON, too deep, or of another shape. */
export function read(bytes: Buffer, { format }: { format: keyof typeof readers }): { rows: GivenLab[] } {
  const unreadable = new Refused({ code: 'unreadable', why: `not-${format}` });
  const excess = excessIn(bytes, fileJsonBounds);
  if (excess) throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'body', reason: excess }] });
  let file: unknown;
  try {
    file = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''), mended);
  } catch {
    throw unreadable;
  }
  const rows = readers[format](file);
  if (!rows) throw unreadable;
  return { rows };
}
