// SPDX-License-Identifier: AGPL-3.0-or-later

/** A bilingual text as an API value: no English if none was typed. */
export const words = (it: string, en: string) => ({ it: it.trim(), ...(en.trim() ? { en: en.trim() } : {}) });

/** The same for an optional text: undefined if the Italian is empty. */
export const textOrNull = (it: string, en: string) => (it.trim() ? words(it, en) : null);

export const numberOrNull = (typed: unknown): number | null =>
  typed === null || typed === undefined || typed === '' || Number.isNaN(Number(typed)) ? null : Number(typed);

/** The options of an optional choice. */
export const orNone = <K extends string>(values: readonly K[], label: (value: K) => string) => [
  { value: '', label: '—' },
  ...values.map((value) => ({ value: value as string, label: label(value) })),
];
