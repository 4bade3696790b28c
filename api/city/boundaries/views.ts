// SPDX-License-Identifier: AGPL-3.0-or-later
import { geoContains, geoDistance } from 'd3-geo';
import {
  isWhollyBounded,
  type Point,
  readKnownPoints,
  readOutlines,
  readOutlinesAround,
} from '../../../db/city/boundaries/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { finestFirst } from '../territory/rules.ts';
import type { Outlines } from './contract.ts';
import { type Boundary, keptBoundary } from './rules.ts';

/** The zones whose boundary is known, as GeoJSON. */
export async function boundariesView(reader: Reader, kind?: string): Promise<Outlines> {
  const rows = await readOutlines(reader, kind);
  const features = rows.flatMap(({ boundary, ...properties }): Outlines['features'] => {
    const geometry = keptBoundary(boundary);
    return geometry ? [{ type: 'Feature', id: properties.key, properties, geometry }] : [];
  });
  return { type: 'FeatureCollection', features };
}

/** The finest of some zones within whose boundary a point lies. */
export function zoneOf<Z extends { key: string; kind: string; boundary: unknown }>(
  { latitude, longitude }: Point,
  zones: readonly Z[],
): Z | undefined {
  const holding = zones.filter(({ boundary }) => {
    const kept = keptBoundary(boundary);
    return kept !== null && geoContains(kept, [longitude, latitude]);
  });
  return finestFirst(holding)[0];
}

/** The key of the finest zone in which a point lies; null where no boundary is known around it. */
export async function zoneAt(reader: Reader, point: Point): Promise<string | null> {
  return zoneOf(point, await readOutlinesAround(reader, point))?.key ?? null;
}

const earthKilometres = 6371;
const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** How far a point lies from a box, along the earth. */
export function kilometresTo({ latitude, longitude }: Point, [west, south, east, north]: Boundary['bbox']): number {
  const nearest: [number, number] = [within(longitude, west, east), within(latitude, south, north)];
  return geoDistance([longitude, latitude], nearest) * earthKilometres;
}

/** How far beyond what is known of a programme its city may still reach. */
const cityKilometres = 30;

/**
 * Whether a point lies in the programme's territory. Where every zone of some kind has a boundary, within one of them;
 * else also near a lab, space or zone whose place is known. Where nothing is known, nothing can be outside.
 */
export async function isInCity(reader: Reader, point: Point): Promise<boolean> {
  if ((await zoneAt(reader, point)) !== null) return true;
  if (await isWhollyBounded(reader)) return false;
  const known = await readKnownPoints(reader);
  const boxes = known.map(({ latitude, longitude }): Boundary['bbox'] => [longitude, latitude, longitude, latitude]);
  return boxes.length === 0 || boxes.some((box) => kilometresTo(point, box) <= cityKilometres);
}
