// SPDX-License-Identifier: AGPL-3.0-or-later

/** part / whole (0–1); null if the whole is 0. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** Σx in periphery zones / Σx in known zones; items without a zone are excluded. */
export function peripheryShare(sums: { periphery: number; centre: number }): number | null {
  return shareOf(sums.periphery, sums.periphery + sums.centre);
}

/** Location quotient: share of a measure / share of the population; null if either is unknown. */
export function locationQuotient(measureShare: number | null, populationShare: number | null): number | null {
  return measureShare === null || populationShare === null || populationShare === 0
    ? null
    : measureShare / populationShare;
}

/** Zone kinds from finest to widest: an item in several zones is listed in the finest. */
const fineness = ['site', 'neighbourhood', 'priority-area', 'municipio', 'region'];

export function finestFirst<Z extends { key: string; kind: string }>(zones: readonly Z[]): Z[] {
  return zones.toSorted((a, b) => fineness.indexOf(a.kind) - fineness.indexOf(b.kind) || a.key.localeCompare(b.key));
}
