// SPDX-License-Identifier: AGPL-3.0-or-later

/** Legal forms, ignored in comparisons. */
const forms = /\b(s\.?\s?p\.?\s?a|s\.?\s?r\.?\s?l|soc|societa|srls|scarl|group|gruppo|fondazione|ltd|inc)\b\.?/g;

/** Normalises a name: no case, accents, punctuation or legal form; words sorted. */
export function comparable(name: string): string {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(forms, ' ');
  return plain
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .sort()
    .join(' ');
}

/** Levenshtein distance of two words, capped at `most`. */
function letterDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}

const shortName = 6;

/** True if two normalised names are equal or, if long enough, differ by one letter. */
export function looksLike(a: string, b: string): boolean {
  const [one, other] = [comparable(a), comparable(b)];
  if (one === '' || other === '') return false;
  if (one === other) return true;
  return Math.min(one.length, other.length) > shortName && letterDistance(one, other, 1) <= 1;
}
