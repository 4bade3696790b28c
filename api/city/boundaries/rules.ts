// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BoundaryRule } from '../../http/rules.ts';

/** Longitude and latitude in degrees (WGS84); before reprojection, units of the file's own system. */
export type Position = [number, number];
export type Ring = Position[];
export type Polygon = Ring[];

/** A stored boundary: GeoJSON with its bounding box, which preselects zones for point queries. */
export type Boundary = { bbox: [west: number, south: number, east: number, north: number] } & (
  | { type: 'Polygon'; coordinates: Polygon }
  | { type: 'MultiPolygon'; coordinates: Polygon[] }
);

const decimals = 1e5;
const metresPerDegree = 111_320;
/** Simplification tolerance in metres: under a third of a pixel on a city map 700 pixels wide. */
export const toleranceMetres = 4;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Feature {
  id: unknown;
  properties: Record<string, unknown>;
  geometry: unknown;
}

/** Features of a FeatureCollection (RFC 7946, 3.3), or the rule the file breaks. */
export function featuresOf(file: unknown): Feature[] | BoundaryRule {
  if (!isObject(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features)) return 'not-geojson';
  if (!file.features.every((one) => isObject(one) && one.type === 'Feature')) return 'not-geojson';
  const features = file.features as Record<string, unknown>[];
  if (features.length === 0) return 'no-features';
  return features.map(({ id, properties, geometry }) => ({
    id,
    properties: isObject(properties) ? properties : {},
    geometry,
  }));
}

/** Value that identifies the feature's zone: a property or the feature's id. */
export const valueIn = ({ id, properties }: Feature, property: string): unknown =>
  property === 'id' ? (properties.id ?? id) : properties[property];

/** Names of properties with numbers or text, in order of first occurrence. */
export function propertiesOf(features: readonly Feature[]): string[] {
  const plain = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && value !== '');
  const names = features.flatMap(({ properties }) => Object.keys(properties).filter((name) => plain(properties[name])));
  return [...new Set(features.some(({ id }) => plain(id)) ? [...names, 'id'] : names)];
}

/** EPSG number of a `crs` member (files older than RFC 7946); 4326 if there is none, null if it is unreadable. */
export function epsgOf(file: unknown): number | null {
  const crs = isObject(file) ? file.crs : undefined;
  if (crs === undefined || crs === null) return 4326;
  const name = isObject(crs) && isObject(crs.properties) ? String(crs.properties.name ?? '') : '';
  if (/\bCRS:?84$/i.test(name)) return 4326;
  return Number(/\bEPSG\b.*?(\d{4,5})$/i.exec(name)?.[1] ?? 0) || null;
}

const isPosition = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);

function polygonOf(rings: unknown): Polygon | null {
  if (!Array.isArray(rings) || rings.length === 0) return null;
  const sound = rings.every((ring) => Array.isArray(ring) && ring.every(isPosition));
  return sound ? rings.map((ring: number[][]) => ring.map(([x = 0, y = 0]): Position => [x, y])) : null;
}

/** Polygons of a geometry without heights; null if it is no Polygon or MultiPolygon. */
export function polygonsOf(geometry: unknown): Polygon[] | null {
  if (!isObject(geometry)) return null;
  const { type, coordinates } = geometry;
  const given = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(given) || given.length === 0) return null;
  const polygons = given.map(polygonOf);
  return polygons.every((one) => one !== null) ? polygons : null;
}

export const inDegrees = (polygons: readonly Polygon[]): boolean =>
  polygons.flat(2).every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);

const same = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Rounds to about a metre, removes repeated points and closes the ring. */
function rounded(ring: Ring): Ring {
  const near = (value: number) => Math.round(value * decimals) / decimals;
  const points = ring.map(([x, y]): Position => [near(x), near(y)]);
  const distinct = points.filter((point, at) => at === 0 || !same(point, points[at - 1]));
  return same(distinct[0], distinct.at(-1)) || !distinct[0] ? distinct : [...distinct, distinct[0]];
}

/** Twice the signed area of a ring in square degrees; positive if clockwise on a map. */
function turning(ring: Ring): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[at + 1] ?? [x, y];
    return sum + (nextX - x) * (nextY + y);
  }, 0);
}

/** Orients a ring. d3-geo expects clockwise exterior rings, unlike RFC 7946. */
export const wound = (ring: Ring, clockwise: boolean): Ring =>
  turning(ring) > 0 === clockwise ? ring : ring.toReversed();

/** Distance in metres from a point to a segment, in a local planar approximation. */
function distanceFrom([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const shrink = Math.cos((y1 * Math.PI) / 180);
  const [dx, dy] = [(x2 - x1) * shrink, y2 - y1];
  const [px, py] = [(x - x1) * shrink, y - y1];
  const along = Math.min(Math.max((px * dx + py * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(px - along * dx, py - along * dy) * metresPerDegree;
}

/** The point of a line farthest from the segment between two of its points. */
function farthest(line: Ring, from: number, to: number): { at: number; metres: number } {
  const found = { at: from, metres: 0 };
  for (let at = from + 1; at < to; at += 1) {
    const metres = distanceFrom(line[at] as Position, line[from] as Position, line[to] as Position);
    if (metres > found.metres) Object.assign(found, { at, metres });
  }
  return found;
}

/** Douglas–Peucker: drops points closer than `metres` to the simplified line. */
export function simplified(ring: Ring, metres: number): Ring {
  const last = ring.length - 1;
  // A ring starts and ends at the same point: it is split at the farthest point, which is kept.
  const cut = farthest(ring, 0, last).at;
  const corners = new Set([0, cut, last]);
  const stretches = [
    [0, cut],
    [cut, last],
  ];
  for (let next = stretches.pop(); next; next = stretches.pop()) {
    const [from = 0, to = 0] = next;
    const found = farthest(ring, from, to);
    if (found.metres < metres) continue;
    corners.add(found.at);
    stretches.push([from, found.at], [found.at, to]);
  }
  return ring.filter((_, at) => corners.has(at));
}

/** A simplified ring; null if it has no area. A ring too thin to simplify is kept as drawn. */
function cleanRing(ring: Ring, clockwise: boolean): Ring | null {
  const whole = rounded(ring);
  if (whole.length < 4 || turning(whole) === 0) return null;
  const simple = simplified(whole, toleranceMetres);
  return wound(simple.length < 4 || turning(simple) === 0 ? whole : simple, clockwise);
}

/** Boundary from polygons in degrees: exterior rings clockwise, holes counter-clockwise; null if none has an area. */
export function boundaryOf(polygons: readonly Polygon[]): Boundary | null {
  const clean = polygons.flatMap(([outer = [], ...holes]): Polygon[] => {
    const ring = cleanRing(outer, true);
    const within = holes.map((hole) => cleanRing(hole, false)).filter((hole) => hole !== null);
    return ring ? [[ring, ...within]] : [];
  });
  const [first] = clean;
  if (!first) return null;
  const [xs, ys] = [0, 1].map((axis) => clean.flat(2).map((point) => point[axis] as number)) as [number[], number[]];
  const least = (some: number[]) => some.reduce((a, b) => Math.min(a, b));
  const most = (some: number[]) => some.reduce((a, b) => Math.max(a, b));
  const bbox: Boundary['bbox'] = [least(xs), least(ys), most(xs), most(ys)];
  return clean.length === 1
    ? { type: 'Polygon', bbox, coordinates: first }
    : { type: 'MultiPolygon', bbox, coordinates: clean };
}

/** Normalises a stored boundary, so that those of data packages equal imported ones. */
export function storedBoundary(stored: unknown): Boundary | null {
  const polygons = polygonsOf(stored);
  if (!polygons || !inDegrees(polygons)) return null;
  return isObject(stored) && Array.isArray(stored.bbox) ? (stored as Boundary) : boundaryOf(polygons);
}

/** Number of rings, exterior ones and holes. */
export const ringsOf = ({ type, coordinates }: Boundary): number =>
  type === 'Polygon' ? coordinates.length : coordinates.flat().length;

export const pointsOf = ({ coordinates }: Pick<Boundary, 'coordinates'>): number =>
  (coordinates as Polygon[]).flat(Number.POSITIVE_INFINITY).length / 2;

const bare = (value: unknown) => String(value ?? '').trim();
const numberIn = (value: string) => /^0*(\d+)$/.exec(value)?.[1];

/**
 * Zone identified by a feature's value: by key, by code or as a number (17 is code "017" and, for zones without code,
 * key nil-17). Never by name, because spellings differ between authorities.
 */
export function zoneNamed<Z extends { key: string; code: string | null }>(
  value: unknown,
  zones: readonly Z[],
): Z | undefined {
  const name = bare(value);
  const number = numberIn(name);
  const named = zones.find(({ key, code }) => name !== '' && (key === name || code === name));
  if (named || number === undefined) return named;
  const numbers = zones.filter(({ key, code }) => numberIn(code ?? key.split('-').at(-1) ?? '') === number);
  return numbers.length === 1 ? numbers[0] : undefined;
}
