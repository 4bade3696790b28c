// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ParameterFault } from './rules.ts';

/** Bounds of a JSON body, tested on its bytes before it is parsed. */
export const jsonBounds = { depth: 32, values: 20_000, nameBytes: 200 } as const;
/** Bounds of a JSON file that is sent, read in a thread of its own. */
export const fileJsonBounds = { ...jsonBounds, values: 4_000_000 };

const code = (sign: string) => sign.charCodeAt(0);
const [quote, backslash, colon, comma] = [code('"'), code('\\'), code(':'), code(',')];
const opens = [code('['), code('{')];
const closes = [code(']'), code('}')];

/** Position of the closing quote of the string that opens at `from`. */
function endOfString(json: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return at;
}

/**
 * First bound that a JSON text (UTF-8) exceeds, or null: levels of nesting, values (counted by separators), bytes of a
 * name. Linear in the bytes; a text that is not JSON is left to the parser.
 */
export function excessIn(
  json: Uint8Array,
  bounds: Record<keyof typeof jsonBounds, number> = jsonBounds,
): ParameterFault | null {
  let depth = 0;
  let values = 0;
  let lastString = 0;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at] as number;
    if (sign === quote) {
      const end = endOfString(json, at);
      lastString = end - at - 1;
      at = end;
    } else if (opens.includes(sign)) depth += 1;
    else if (closes.includes(sign)) depth -= 1;
    else if (sign === comma) values += 1;
    else if (sign === colon && lastString > bounds.nameBytes) return 'name-too-long';
    if (depth > bounds.depth) return 'too-deep';
    if (values > bounds.values) return 'too-many-values';
  }
  return null;
}
