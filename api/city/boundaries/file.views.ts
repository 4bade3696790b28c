// SPDX-License-Identifier: AGPL-3.0-or-later
import proj4 from 'proj4';
import { excessIn, fileJsonBounds } from '../../http/json.rules.ts';
import { assertAllowed, Refused, type Rule } from '../../http/refusals.rules.ts';
import {
  type Boundary,
  boundaryOf,
  epsgOf,
  featuresOf,
  inDegrees,
  type Polygon,
  type Position,
  polygonsOf,
  ringsOf,
  valueIn,
} from './rules.ts';

// Runs in a thread of its own: see http/apart.ts.

const utm = (zone: number, figure: string) => `+proj=utm +zone=${zone} ${figure} +units=m +no_defs`;
const etrs = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0';
// Monte Mario has no exact transformation: this is EPSG:1660, accurate to about 4 m on the peninsula.
const monteMario = (middle: number, east: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${middle} +k=0.9996 +x_0=${east} +y_0=0 +ellps=intl +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68 +units=m +no_defs`;
const degrees = (figure: string) => `+proj=longlat ${figure} +no_defs`;

/** Coordinate systems used by Italian authorities, by EPSG number. */
const systems: Record<number, string> = {
  4326: degrees('+datum=WGS84'),
  4258: degrees(etrs),
  6706: degrees(etrs),
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  32632: utm(32, '+datum=WGS84'),
  32633: utm(33, '+datum=WGS84'),
  25832: utm(32, etrs),
  25833: utm(33, etrs),
  6707: utm(32, etrs),
  6708: utm(33, etrs),
  7791: utm(32, etrs),
  7792: utm(33, etrs),
  23032: utm(32, '+ellps=intl +towgs84=-87,-98,-121,0,0,0,0'),
  3003: monteMario(9, 1_500_000),
  3004: monteMario(15, 2_520_000),
};
/** Systems with northing first; in Italy the northing is always the larger value. */
const northingFirst = [6707, 6708];

/** Transformation from a coordinate system to longitude and latitude; undefined if the system is unknown. */
export function toDegrees(epsg: number): ((position: Position) => Position) | undefined {
  const system = systems[epsg];
  if (!system) return undefined;
  if (system.startsWith('+proj=longlat')) return (position) => position;
  const { forward } = proj4(system, degrees('+datum=WGS84'));
  return ([x, y]) => {
    const [east, north] = northingFirst.includes(epsg) && x > y ? [y, x] : [x, y];
    const [longitude = Number.NaN, latitude = Number.NaN] = forward([east, north]);
    return [longitude, latitude];
  };
}

/** Maximum number of features; a programme has at most a few hundred zones. */
const mostFeatures = 2000;

/** A feature parsed without programme data. */
export interface Drawn {
  value: unknown;
  boundary: Boundary | null;
  /** Whether parts of it were left out, since they enclose nothing. */
  isPartial: boolean;
  /** First point, used to check the location. */
  first: Position | null;
}

function parsed(bytes: Buffer): unknown {
  const excess = excessIn(bytes, fileJsonBounds);
  if (excess) throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'body', reason: excess }] });
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw new Refused({ code: 'against-rule', rule: 'not-geojson' });
  }
}

/** Boundaries of a file, reprojected to degrees and simplified; refused if the file is faulty. */
export function read(bytes: Buffer, { property }: { property: string }): { rows: Drawn[] } {
  const file = parsed(bytes);
  const features = featuresOf(file);
  if (typeof features === 'string') throw new Refused({ code: 'against-rule', rule: features });
  if (features.length > mostFeatures)
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'features', reason: 'out-of-range' }] });
  const epsg = epsgOf(file);
  const convert = epsg === null ? undefined : toDegrees(epsg);
  if (!convert) throw new Refused({ code: 'against-rule', rule: 'crs-unknown', name: epsg ? `EPSG:${epsg}` : 'crs' });
  if (features.every((one) => valueIn(one, property) === undefined))
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'property', reason: 'unknown-value' }] });
  const rows = features.map((feature, at): Drawn => {
    const value = valueIn(feature, property);
    const polygons = polygonsOf(feature.geometry);
    const inPlace = polygons?.map((polygon): Polygon => polygon.map((ring) => ring.map(convert)));
    const outside: Rule = epsg === 4326 ? 'crs-missing' : 'boundaries-elsewhere';
    assertAllowed(
      inPlace && !inDegrees(inPlace) ? outside : null,
      `features[${at}] · ${property} = ${String(value ?? '')}`,
    );
    const boundary = inPlace ? boundaryOf(inPlace) : null;
    const isPartial = boundary !== null && ringsOf(boundary) < (inPlace ?? []).flat().length;
    return { value, boundary, isPartial, first: inPlace?.[0]?.[0]?.[0] ?? null };
  });
  return { rows };
}
