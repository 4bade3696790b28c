// SPDX-License-Identifier: AGPL-3.0-or-later

/** Accepted document extensions for file inputs; the server checks the content. */
export const documentNames = '.pdf,.png,.jpg,.jpeg,.webp,.gif,.docx,.xlsx,.pptx,.odt,.ods,.odp';
