// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import type { Ref } from '../../api/contract.ts';
import { useText } from '../i18n/text.ts';
import type { Reading } from '../reading.ts';

export interface Option {
  value: string;
  label: string;
}

/** Narrows the options of a list that is longer than one reply of the server. */
export interface Search {
  text: string;
  onText: (text: string) => void;
  /** Items offered now, and items that match in all. */
  shown: number;
  total: number;
}

/** Options of a select, with a search on the server if the list is longer than one reply. */
export interface Chooser {
  options: readonly Option[];
  search?: Search;
}

interface Found<T> {
  items: readonly T[];
  total: number;
}

const settleMs = 300;

/**
 * Options from a list of the server. `useFound` reads the list, or what matches the words; `stored` are items that
 * must be offered even if the list does not reach them; `none` is the label of no choice.
 */
export function useChooser<T extends Ref>(
  useFound: (q: string | undefined) => Pick<Reading<Found<T>>, 'data'>,
  { none, stored = [], label }: { none?: string; stored?: readonly (Ref | null)[]; label?: (item: T) => string },
): Chooser {
  const name = useText();
  const [text, setText] = useState('');
  const [q, setQ] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim().slice(0, 100) || undefined), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  const whole = useFound(undefined).data;
  const found = useFound(q).data;
  const items = found?.items ?? [];
  const listed = new Set(items.map(({ key }) => key));
  const kept = stored.flatMap((one) => (one && !listed.has(one.key) ? [one] : []));
  const options = [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...kept.map((one) => ({ value: one.key, label: name(one.name).text })),
    ...items.map((one) => ({ value: one.key, label: label ? label(one) : name(one.name).text })),
  ];
  if (!whole || whole.items.length === whole.total) return { options };
  return { options, search: { text, onText: setText, shown: items.length, total: found?.total ?? 0 } };
}
