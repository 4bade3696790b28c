// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../contract.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** What a file of evidence may be, as its content tells: what a browser would run, SVG and HTML, is not among it. */
export const allowedTypes: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
  `${open}.text`,
  `${open}.spreadsheet`,
  `${open}.presentation`,
];

/** Where a file stands below the folder of files: under the hash of its bytes. */
export const placeOf = (hash: string): string => `${hash.slice(0, 2)}/${hash}`;

interface Held {
  name: string;
  type: string;
  bytes: number;
  hash: string;
}

/** A name in a header: plain letters for all, the very name after RFC 5987 (RFC 6266, 4.3). */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** How a file is served: never shown within the page's own origin, never taken for another type. */
export const fileHeaders = ({ name, type, bytes, hash }: Held): Record<string, string> => ({
  'content-type': type,
  'content-length': String(bytes),
  'content-disposition': attachment(name),
  'content-security-policy': "default-src 'none'; sandbox",
  etag: `"${hash}"`,
});

interface Rests {
  doneOn: string | null;
  closing: 'proposed' | 'confirmed' | 'sent-back' | null;
}

/** Why evidence stays: a closing rests on it. */
export function whyNotRemoved({ doneOn, closing }: Rests): Rule | null {
  return doneOn !== null || closing === 'proposed' || closing === 'confirmed' ? 'closing-rests' : null;
}
