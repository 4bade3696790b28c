// SPDX-License-Identifier: AGPL-3.0-or-later

/** The same keys, other words: what a translation of T must have. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };
