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
import { type Boundary, storedBoundary } from './rules.ts';

/** Zones with a boundary, as GeoJSON. */
export async function boundariesView(reader: Reader, kind?: string): Promise<Outlines> {
  const rows = await readOutlines(reader, kind);
  const features = rows.flatMap(({ boundary, ...properties }): Outlines['features'] => {
    const geometry = storedBoundary(boundary);
    return geometry ? [{ type: 'Feature', id: properties.key, properties, geometry }] : [];
  });
  return { type: 'FeatureCollection', features };
}

/** The finest of the given zones whose boundary contains the point. */
export function zoneOf<Z extends { key: string; kind: string; boundary: unknown }>(
  { latitude, longitude }: Point,
  zones: readonly Z[],
): Z | undefined {
  const holding = zones.filter(({ boundary }) => {
    const outline = storedBoundary(boundary);
    return outline !== null && geoContains(outline, [longitude, latitude]);
  });
  return finestFirst(holding)[0];
}

/** Key of the finest zone containing the point; null if no boundary contains it. */
export async function zoneAt(reader: Reader, point: Point): Promise<string | null> {
  return zoneOf(point, await readOutlinesAround(reader, point))?.key ?? null;
}

const earthKilometres = 6371;
const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** Great-circle distance in km from a point to a bounding box. */
export function kilometresTo({ latitude, longitude }: Point, [west, south, east, north]: Boundary['bbox']): number {
  const nearest: [number, number] = [within(longitude, west, east), within(latitude, south, north)];
  return geoDistance([longitude, latitude], nearest) * earthKilometres;
}

/** Maximum distance in km from a known place of the programme. */
const cityKilometres = 30;

/**
 * True if a point lies in the programme's territory: within a zone of any kind whose zones all have boundaries;
 * otherwise also near a known lab, space or zone. Without any known place, every point is accepted.
 */
export async function isInCity(reader: Reader, point: Point): Promise<boolean> {
  if ((await zoneAt(reader, point)) !== null) return true;
  if (await isWhollyBounded(reader)) return false;
  return isNearAny(point, await readKnownPoints(reader));
}

function isNearAny(point: Point, known: readonly Point[]): boolean {
  const boxes = known.map(({ latitude, longitude }): Boundary['bbox'] => [longitude, latitude, longitude, latitude]);
  return boxes.length === 0 || boxes.some((box) => kilometresTo(point, box) <= cityKilometres);
}

/** The same test as isInCity for many points; zones and known places are read once. */
export async function territoryOf(reader: Reader): Promise<(point: Point) => boolean> {
  const zones = (await readOutlines(reader)).map((zone) => ({ ...zone, boundary: storedBoundary(zone.boundary) }));
  const isBounded = await isWhollyBounded(reader);
  const known = isBounded ? [] : await readKnownPoints(reader);
  return (point) => {
    const around = zones.filter(({ boundary }) => boundary && kilometresTo(point, boundary.bbox) === 0);
    return zoneOf(point, around) !== undefined || (!isBounded && isNearAny(point, known));
  };
}
