// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a document may be, by the ends of names, for the field in which one is chosen; the server tells by the content. */
export const documentNames = '.pdf,.png,.jpg,.jpeg,.webp,.gif,.docx,.xlsx,.pptx,.odt,.ods,.odp';
