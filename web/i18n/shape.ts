// SPDX-License-Identifier: AGPL-3.0-or-later

/** Type of a translation of T: the same keys with any strings. */
export type Translation<T> = { [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };
