// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FileKind } from '../../api/calls/drafting/fields.ts';

/** Extensions by kind of file that a call may take. */
export const kindNames: Record<FileKind, string> = {
  pdf: '.pdf',
  p7m: '.p7m,.p7s',
  image: '.jpg,.jpeg,.png,.webp,.gif',
  office: '.docx,.xlsx,.pptx,.odt,.ods,.odp',
  doc: '.doc,.xls,.ppt',
  rtf: '.rtf',
  csv: '.csv',
  xml: '.xml',
  zip: '.zip',
};

/** Accepted document extensions for file inputs; the server checks the content. */
export const documentNames = '.pdf,.png,.jpg,.jpeg,.webp,.gif,.docx,.xlsx,.pptx,.odt,.ods,.odp';
