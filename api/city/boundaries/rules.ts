// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BoundaryRule } from '../../http/rules.ts';

/** Longitude and latitude in degrees of WGS84, or, before the reprojection, whatever the file's own system counts in. */
export type Position = [number, number];
export type Ring = Position[];
export type Polygon = Ring[];

/** A boundary as it is kept and told: GeoJSON, with its box, so that a point asks only the zones around it. */
export type Boundary = { bbox: [west: number, south: number, east: number, north: number] } & (
  | { type: 'Polygon'; coordinates: Polygon }
  | { type: 'MultiPolygon'; coordinates: Polygon[] }
);

const decimals = 1e5;
const metresPerDegree = 111_320;
/** What the line may be moved by: on a map of a city 700 pixels wide, less than a third of a pixel. */
export const toleranceMetres = 4;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Feature {
  id: unknown;
  properties: Record<string, unknown>;
  geometry: unknown;
}

/** The features of a FeatureCollection (RFC 7946, 3.3), or the rule that the file is against. */
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

/** The value by which a feature names its zone: a property, or the feature's own id. */
export const valueIn = ({ id, properties }: Feature, property: string): unknown =>
  property === 'id' ? (properties.id ?? id) : properties[property];

/** The names of the properties that hold a number or some words, in the order in which they first come. */
export function propertiesOf(features: readonly Feature[]): string[] {
  const plain = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && value !== '');
  const names = features.flatMap(({ properties }) => Object.keys(properties).filter((name) => plain(properties[name])));
  return [...new Set(features.some(({ id }) => plain(id)) ? [...names, 'id'] : names)];
}

/**
 * The EPSG number of the system that a `crs` member names, as files older than RFC 7946 do; 4326 where there is none,
 * null where it cannot be read.
 */
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

/** The polygons of a geometry, heights left out; null where it is no Polygon or MultiPolygon. */
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

/** To about a metre, without points that then fall together, and closed. */
function rounded(ring: Ring): Ring {
  const near = (value: number) => Math.round(value * decimals) / decimals;
  const points = ring.map(([x, y]): Position => [near(x), near(y)]);
  const unloggedTransaction = points.filter((point, at) => at === 0 || !same(point, points[at - 1]));
  return same(unloggedTransaction[0], unloggedTransaction.at(-1)) || !unloggedTransaction[0]
    ? unloggedTransaction
    : [...unloggedTransaction, unloggedTransaction[0]];
}

/** Twice the area within a ring, in square degrees: positive where it runs clockwise as seen on a map. */
function turning(ring: Ring): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[at + 1] ?? [x, y];
    return sum + (nextX - x) * (nextY + y);
  }, 0);
}

/** The way round that was asked for. d3-geo takes a ring on the sphere for the land at its right hand, unlike RFC 7946. */
export const wound = (ring: Ring, clockwise: boolean): Ring =>
  turning(ring) > 0 === clockwise ? ring : ring.toReversed();

/** How far, in metres, a point lies from the stretch between two others; on a city's scale the earth is flat. */
function distanceFrom([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const shrink = Math.cos((y1 * Math.PI) / 180);
  const [dx, dy] = [(x2 - x1) * shrink, y2 - y1];
  const [px, py] = [(x - x1) * shrink, y - y1];
  const along = Math.min(Math.max((px * dx + py * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(px - along * dx, py - along * dy) * metresPerDegree;
}

/** The point farthest from the stretch between two others of a line. */
function farthest(line: Ring, from: number, to: number): { at: number; metres: number } {
  const found = { at: from, metres: 0 };
  for (let at = from + 1; at < to; at += 1) {
    const metres = distanceFrom(line[at] as Position, line[from] as Position, line[to] as Position);
    if (metres > found.metres) Object.assign(found, { at, metres });
  }
  return found;
}

/** Douglas–Peucker: leaves out every point nearer than `metres` to the line that remains without it. */
export function simplified(ring: Ring, metres: number): Ring {
  const last = ring.length - 1;
  // A ring begins where it ends: it is cut at the point farthest from there, which stays.
  const cut = farthest(ring, 0, last).at;
  const kept = new Set([0, cut, last]);
  const stretches = [
    [0, cut],
    [cut, last],
  ];
  for (let next = stretches.pop(); next; next = stretches.pop()) {
    const [from = 0, to = 0] = next;
    const found = farthest(ring, from, to);
    if (found.metres < metres) continue;
    kept.add(found.at);
    stretches.push([from, found.at], [found.at, to]);
  }
  return ring.filter((_, at) => kept.has(at));
}

/** A ring as it is kept; null where nothing lies within it. One too thin to be simplified stays as it was drawn. */
function cleanRing(ring: Ring, clockwise: boolean): Ring | null {
  const whole = rounded(ring);
  if (whole.length < 4 || turning(whole) === 0) return null;
  const simple = simplified(whole, toleranceMetres);
  return wound(simple.length < 4 || turning(simple) === 0 ? whole : simple, clockwise);
}

/** The boundary that is kept of polygons in degrees: exterior rings clockwise, holes the other way; null where none has an area. */
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

/** A boundary as it stands in the database: one that a data package brought is made like those that were imported. */
export function keptBoundary(held: unknown): Boundary | null {
  const polygons = polygonsOf(held);
  if (!polygons || !inDegrees(polygons)) return null;
  return isObject(held) && Array.isArray(held.bbox) ? (held as Boundary) : boundaryOf(polygons);
}

export const pointsOf = ({ coordinates }: Pick<Boundary, 'coordinates'>): number =>
  (coordinates as Polygon[]).flat(Number.POSITIVE_INFINITY).length / 2;

const bare = (value: unknown) => String(value ?? '').trim();
const numberIn = (value: string) => /^0*(\d+)$/.exec(value)?.[1];

/**
 * The zone that a feature's value names: by key, by code, or as a number (17 is the code "017", and, of a zone without a
 * code, the key nil-17). Never by a name, whose spelling differs from one office to the next.
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
