// SPDX-License-Identifier: AGPL-3.0-or-later
import { materials, processes, type Term } from '../../api/labs/vocabulary/rules.ts';
import { useAddress } from '../ui/address.ts';

export const ordered = <K extends string>(
  terms: readonly Term<K>[],
  above: K | null = null,
  depth = 0,
): [Term<K>, number][] =>
  terms
    .filter(({ broader }) => broader === above)
    .flatMap((term): [Term<K>, number][] => [[term, depth], ...ordered(terms, term.key, depth + 1)]);

/** Controlled lists as options; each term follows its broader term. */
export function useTerms() {
  const { language } = useAddress();
  const options = <K extends string>(terms: readonly Term<K>[]) =>
    ordered(terms).map(([{ key, name }, depth]) => ({
      value: key,
      label: `${'\u2003'.repeat(depth)}${name[language]}`,
    }));
  const nameOf = (key: string) => [...processes, ...materials].find((term) => term.key === key)?.name[language] ?? key;
  return { processes: options(processes), materials: options(materials), nameOf };
}
