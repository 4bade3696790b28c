// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../platform/fields/rules.ts';
import { type MaterialTerm, materials, type ProcessTerm, processes, type Term } from './rules.ts';

const wordsOf = <K extends string>(terms: readonly Term<K>[]) =>
  Object.fromEntries(terms.map(({ key, name }) => [key, name])) as Record<K, Words>;

/** The controlled vocabulary as choices of fields. */
export const processWords: Record<ProcessTerm, Words> = wordsOf(processes);
export const materialWords: Record<MaterialTerm, Words> = wordsOf(materials);
