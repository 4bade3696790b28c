// SPDX-License-Identifier: AGPL-3.0-or-later
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { imageSizeFromFile } from 'image-size/fromFile';

const office = 'application/vnd.openxmlformats-officedocument';
const openOffice = 'application/vnd.oasis.opendocument';

/** Accepted picture types. SVG is excluded because browsers execute it. */
export const pictures: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** Photos as iPhones keep them, which most browsers do not show. */
export const heic: readonly string[] = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'];

/** Million pixels of a picture, by its head; infinite if it says none. */
export async function megapixelsOf(path: string): Promise<number> {
  try {
    const { width, height } = await imageSizeFromFile(path);
    return (width * height) / 1e6;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Types accepted for a plan: picture or PDF. */
export const drawings: readonly string[] = [...pictures, 'application/pdf'];

/** Documents, sheets and presentations. */
export const officeTypes: readonly string[] = [
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
  `${openOffice}.text`,
  `${openOffice}.spreadsheet`,
  `${openOffice}.presentation`,
];

/** Types accepted for a document; none that a browser executes. */
export const documents: readonly string[] = [...drawings, ...officeTypes];

/** Names of types in refusals, the same in every language. */
const names: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  [`${office}.wordprocessingml.document`]: '.docx',
  [`${office}.spreadsheetml.sheet`]: '.xlsx',
  [`${office}.presentationml.presentation`]: '.pptx',
  [`${openOffice}.text`]: '.odt',
  [`${openOffice}.spreadsheet`]: '.ods',
  [`${openOffice}.presentation`]: '.odp',
  'application/pkcs7-mime': '.p7m',
  'application/x-cfb': '.doc',
  'application/rtf': '.rtf',
  'text/csv': '.csv',
  'application/xml': '.xml',
  'application/zip': '.zip',
};

export const typeNames = (types: readonly string[]): string[] => types.map((type) => names[type] ?? type);

const head = 4096;
/** Object identifier of signed data (PKCS #7), as DER. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

/** A signed envelope: DER, the same in Base64, or PEM. */
function isSigned(bytes: Buffer): boolean {
  const isDer = (der: Buffer) => der[0] === 0x30 && der.subarray(0, 64).includes(signedData);
  const text = bytes.toString('latin1');
  if (/^-----BEGIN (PKCS7|CMS)-----/.test(text)) return true;
  return isDer(bytes) || (/^[A-Za-z0-9+/\r\n]{64}/.test(text) && isDer(Buffer.from(text.slice(0, 200), 'base64')));
}

/** Text without control characters that is no markup, and has a separator in its first line. */
function isTable(bytes: Buffer): boolean {
  const hasControl = bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte));
  const [first = ''] = bytes.toString('latin1').split(/\r?\n/);
  return !hasControl && !/^\s*</.test(first) && /[,;\t|]/.test(first);
}

const byMagic: Record<string, string> = { 'text/rtf': 'application/rtf', 'text/xml': 'application/xml' };

/** Media type of a file by its content; undefined if it is none that is known. */
export async function typeOf(path: string): Promise<string | undefined> {
  const mime = (await fileTypeFromFile(path))?.mime;
  if (mime) return byMagic[mime] ?? mime;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(head), 0, head, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (isSigned(bytes)) return 'application/pkcs7-mime';
    return isTable(bytes) ? 'text/csv' : undefined;
  } finally {
    await file.close();
  }
}
