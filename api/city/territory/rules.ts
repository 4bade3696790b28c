// SPDX-License-Identifier: AGPL-3.0-or-later

/** Part of a whole, 0–1; null when the whole is nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** Σx in periphery zones / Σx with a known zone; what has no zone takes no part. */
export function peripheryShare(sums: { periphery: number; centre: number }): number | null {
  return shareOf(sums.periphery, sums.periphery + sums.centre);
}

/** Location quotient: a zone's share of a measure / its share of the population; null when either is not known. */
export function locationQuotient(measureShare: number | null, populationShare: number | null): number | null {
  return measureShare === null || populationShare === null || populationShare === 0
    ? null
    : measureShare / populationShare;
}

/** Kinds of zones from the finest to the widest: what lies in several is said to lie in the first of these. */
const fineness = ['site', 'neighbourhood', 'priority-area', 'municipio', 'region'];

export function finestFirst<Z extends { key: string; kind: string }>(zones: readonly Z[]): Z[] {
  return zones.toSorted((a, b) => fineness.indexOf(a.kind) - fineness.indexOf(b.kind) || a.key.localeCompare(b.key));
}
