// SPDX-License-Identifier: AGPL-3.0-or-later

/** A text of two languages as it is sent: no English where none was typed. */
export const words = (it: string, en: string) => ({ it: it.trim(), ...(en.trim() ? { en: en.trim() } : {}) });

/** The same of a text that may be left out: none where the Italian is empty. */
export const textOrNull = (it: string, en: string) => (it.trim() ? words(it, en) : null);

export const numberOrNull = (typed: unknown): number | null =>
  typed === null || typed === undefined || typed === '' || Number.isNaN(Number(typed)) ? null : Number(typed);

/** What may be left open, to choose from. */
export const orNone = <K extends string>(values: readonly K[], label: (value: K) => string) => [
  { value: '', label: '—' },
  ...values.map((value) => ({ value: value as string, label: label(value) })),
];
