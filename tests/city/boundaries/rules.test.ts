// SPDX-License-Identifier: AGPL-3.0-or-later
import { geoArea, geoContains } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, toDegrees } from '../../../api/city/boundaries/file.views.ts';
import {
  boundaryOf,
  epsgOf,
  featuresOf,
  inDegrees,
  type Position,
  pointsOf,
  polygonsOf,
  propertiesOf,
  type Ring,
  simplified,
  wound,
  zoneNamed,
} from '../../../api/city/boundaries/rules.ts';
import { kilometresTo, zoneOf } from '../../../api/city/boundaries/views.ts';
import type { Refused } from '../../../api/http/refusals.rules.ts';
import { mapLabels } from '../../../web/charts/mapLabels.ts';
import { meet, placeIn } from '../../../web/charts/places.ts';
import { stepAt, stepsOf } from '../../../web/charts/steps.ts';

const square = (west: number, south: number, side = 0.02): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const drawnIn = (bytes: Buffer, property: string) => read(bytes, { property }).rows;
const crs = (name: string) => ({ type: 'name', properties: { name } });
const file = (geometry: unknown, more: object = {}, properties: object = { id: 1 }) =>
  Buffer.from(
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }], ...more }),
  );
const converted = (epsg: number, position: Position): Position => {
  const convert = toDegrees(epsg);
  if (!convert) throw new Error(`EPSG:${epsg} is not known`);
  return convert(position);
};
/** Distance in metres from a point to a segment, in a local plane at 45.1° N. */
const metresFrom = (point: Position, from: Position, to: Position) => {
  const plan = ([x, y]: Position): Position => [x * 111_320 * Math.cos((45.1 * Math.PI) / 180), y * 111_320];
  const [[px, py], [ax, ay], [bx, by]] = [plan(point), plan(from), plan(to)];
  const along = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1);
  const clamped = Math.min(Math.max(along, 0), 1);
  return Math.hypot(px - ax - clamped * (bx - ax), py - ay - clamped * (by - ay));
};
const refusalOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as Refused).refusal;
  }
  return null;
};

describe('a boundary', () => {
  test('is wound for the sphere, whichever way it was drawn', () => {
    for (const ring of [square(9, 45), square(9, 45).toReversed()]) {
      const boundary = boundaryOf([[ring]]);
      expect(geoArea(boundary as never)).toBeLessThan(1e-6);
      expect(geoContains(boundary as never, [9.01, 45.01])).toBe(true);
      expect(geoContains(boundary as never, [9.03, 45.01])).toBe(false);
    }
    const [around, within] = [square(9, 45, 0.06), square(9.02, 45.02)];
    const holed = boundaryOf([[around, wound(within, true)]]);
    expect(geoContains(holed as never, [9.01, 45.01])).toBe(true);
    expect(geoContains(holed as never, [9.03, 45.03])).toBe(false);
  });

  test('has closed rings with a precision of about one metre, and a bounding box', () => {
    const open = square(9.123456789, 45).slice(0, 4);
    expect(boundaryOf([[open]])).toEqual({
      type: 'Polygon',
      bbox: [9.12346, 45, 9.14346, 45.02],
      coordinates: [
        [
          [9.12346, 45],
          [9.12346, 45.02],
          [9.14346, 45.02],
          [9.14346, 45],
          [9.12346, 45],
        ],
      ],
    });
    expect(boundaryOf([[square(9, 45)], [square(9.1, 45)]])?.type).toBe('MultiPolygon');
  });

  test('must have an area', () => {
    const line: Ring = [
      [9, 45],
      [9.1, 45],
      [9, 45],
    ];
    expect(boundaryOf([[line]])).toBeNull();
    expect(boundaryOf([[[...line.slice(0, 2), [9.05, 45], [9, 45]]]])).toBeNull();
    expect(boundaryOf([[line], [square(9, 45)]])?.type).toBe('Polygon');
  });

  test('is simplified only by points near its line', () => {
    // Points 2 m and 40 m off the southern side.
    const near: Position = [9.01, 45.00002];
    const far: Position = [9.01, 45.0004];
    const [first, ...rest] = square(9, 45) as [Position, ...Position[]];
    expect(simplified([first, near, ...rest], 4)).toEqual([first, ...rest]);
    expect(simplified([first, far, ...rest], 4)).toEqual([first, far, ...rest]);
  });

  test('stays near the original after simplification', () => {
    const corner = fc.tuple(
      fc.double({ min: 9, max: 9.2, noNaN: true }),
      fc.double({ min: 45, max: 45.2, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(corner, { minLength: 4, maxLength: 60 }), (points) => {
        const ring = [...points, points[0] as Position] as Ring;
        const simple = simplified(ring, 4);
        expect(simple[0]).toEqual(ring[0]);
        expect(simple.at(-1)).toEqual(ring.at(-1));
        for (const point of ring) {
          const gaps = simple.slice(1).map((to, at) => metresFrom(point, simple[at] as Position, to));
          expect(Math.min(...gaps)).toBeLessThan(4.1);
        }
      }),
    );
  });
});

describe('a reference system', () => {
  test('is read from the file in any of the usual notations', () => {
    expect(epsgOf({})).toBe(4326);
    expect(epsgOf({ crs: null })).toBe(4326);
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4326'])
      expect(epsgOf({ crs: crs(name) })).toBe(4326);
    expect(epsgOf({ crs: crs('urn:ogc:def:crs:EPSG::32632') })).toBe(32632);
    expect(epsgOf({ crs: crs('urn:ogc:def:crs:EPSG:6.9:3003') })).toBe(3003);
    expect(epsgOf({ crs: crs('http://www.opengis.net/def/crs/EPSG/0/7791') })).toBe(7791);
    expect(epsgOf({ crs: crs('Gauss-Boaga') })).toBeNull();
    expect(epsgOf({ crs: { type: 'link', properties: { href: 'https://example.org' } } })).toBeNull();
  });

  test('is converted to WGS84', () => {
    // On the central meridian: easting 500 km, northing 0.9996 × the meridian arc at 45° (4,984,944.38 m).
    const [longitude, latitude] = converted(32632, [500_000, 4_982_950.4]);
    expect(longitude).toBeCloseTo(9, 7);
    expect(latitude).toBeCloseTo(45, 7);
    const [x, y] = converted(3857, [1_001_875.417, 5_621_521.486]);
    expect(x).toBeCloseTo(9, 5);
    expect(y).toBeCloseTo(45, 5);
  });

  test('of Monte Mario is about 28 m east and 20 m north of UTM at Milan, plus a false easting of 1,000 km', () => {
    const [longitude, latitude] = converted(3003, [1_515_008 + 28, 5_034_533 + 20]);
    const [wanted, at] = converted(32632, [515_008, 5_034_533]);
    const unloggedTransaction = kilometresTo({ latitude, longitude }, [wanted, at, wanted, at]);
    expect(unloggedTransaction).toBeLessThan(0.004);
  });

  test('with northing first is read in either axis order', () => {
    expect(converted(6707, [5_034_533, 515_008])).toEqual(converted(6707, [515_008, 5_034_533]));
    expect(converted(7791, [515_008, 5_034_533])).toEqual(converted(6707, [515_008, 5_034_533]));
  });

  test('must be known, and must be named if the coordinates are not degrees', () => {
    const metres = { type: 'Polygon', coordinates: [square(515_000, 5_034_000, 500)] };
    expect(refusalOf(() => drawnIn(file(metres), 'id'))).toMatchObject({
      rule: 'crs-missing',
      name: 'features[0] · id = 1',
    });
    expect(refusalOf(() => drawnIn(file(metres, { crs: crs('EPSG:2154') }), 'id'))).toMatchObject({
      rule: 'crs-unknown',
      name: 'EPSG:2154',
    });
    const [drawn] = drawnIn(file(metres, { crs: crs('EPSG:32632') }), 'id');
    expect(drawn?.boundary?.bbox[0]).toBeCloseTo(9.19, 2);
    expect(drawn?.boundary?.bbox[1]).toBeCloseTo(45.46, 2);
    expect(inDegrees([[square(9, 45)]])).toBe(true);
    expect(inDegrees([[square(179.99, 45)]])).toBe(false);
  });
});

describe('a file', () => {
  test('is refused if it is not GeoJSON, is empty, or lacks the property', () => {
    const rule = (text: string) => refusalOf(() => drawnIn(Buffer.from(text), 'id'));
    for (const text of ['not json', '[]', '{"type":"Polygon"}', '{"type":"FeatureCollection","features":[1]}'])
      expect(rule(text), text).toMatchObject({ rule: 'not-geojson' });
    expect(rule('{"type":"FeatureCollection","features":[]}')).toMatchObject({ rule: 'no-features' });
    const polygon = { type: 'Polygon', coordinates: [square(9, 45)] };
    expect(refusalOf(() => drawnIn(file(polygon), 'colour'))).toMatchObject({ code: 'invalid-parameter' });
    expect(drawnIn(Buffer.from(`\uFEFF${file(polygon)}`), 'id')).toHaveLength(1);
    const many = Array(2001).fill({ type: 'Feature', properties: { id: 1 }, geometry: polygon });
    expect(rule(JSON.stringify({ type: 'FeatureCollection', features: many }))).toMatchObject({
      errors: [{ name: 'features', reason: 'out-of-range' }],
    });
  });

  test('must contain polygons', () => {
    expect(polygonsOf({ type: 'Polygon', coordinates: [[[9, 45, 120]]] })).toEqual([[[[9, 45]]]]);
    for (const geometry of [
      null,
      { type: 'Point', coordinates: [9, 45] },
      { type: 'Polygon', coordinates: [] },
      { type: 'Polygon', coordinates: [[[9, 'north']]] },
      { type: 'MultiPolygon', coordinates: [[9, 45]] },
      { type: 'GeometryCollection', geometries: [] },
    ])
      expect(polygonsOf(geometry), JSON.stringify(geometry)).toBeNull();
  });

  test('lists the properties that may hold a code', () => {
    const features = featuresOf({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', id: 7, properties: { code: 1, name: 'Uno', empty: null, list: [] }, geometry: null },
        { type: 'Feature', properties: { area: 2.5 }, geometry: null },
      ],
    });
    expect(propertiesOf(features as never)).toEqual(['code', 'name', 'area', 'id']);
  });
});

describe('the zone of a feature', () => {
  const zones = [
    { key: 'nil-17', code: '17', name: 'Adriano' },
    { key: 'nil-5', code: null, name: 'Vigentina' },
    { key: 'lombardia', code: '03', name: 'Lombardia' },
  ];
  test('is matched by code, key or number, never by name', () => {
    const found = (value: unknown) => zoneNamed(value, zones)?.key;
    for (const value of [17, '17', '017', ' 17 ', 'nil-17']) expect(found(value), String(value)).toBe('nil-17');
    expect(found(5)).toBe('nil-5');
    expect([found('03'), found(3), found('3')]).toEqual(['lombardia', 'lombardia', 'lombardia']);
    for (const value of ['Adriano', 'ADRIANO', 71, '', null, undefined, 1.7]) expect(found(value)).toBeUndefined();
  });

  test('is not matched if a number fits two zones', () => {
    const two = [
      { key: 'a', code: '01' },
      { key: 'b', code: '1' },
    ];
    expect(zoneNamed(1, two)?.key).toBe('b');
    expect(zoneNamed('001', two)).toBeUndefined();
  });
});

describe('the zone of a point', () => {
  const of = (key: string, kind: string, ring: Ring) => ({ key, kind, boundary: boundaryOf([[ring]]) });
  const zones = [
    of('city', 'municipio', square(9, 45, 0.1)),
    of('quarter', 'neighbourhood', square(9, 45, 0.04)),
    of('other', 'neighbourhood', square(9.05, 45, 0.04)),
  ];
  test('is the smallest zone that contains it', () => {
    expect(zoneOf({ longitude: 9.01, latitude: 45.01 }, zones)?.key).toBe('quarter');
    expect(zoneOf({ longitude: 9.09, latitude: 45.09 }, zones)?.key).toBe('city');
    expect(zoneOf({ longitude: 0, latitude: 0 }, zones)).toBeUndefined();
  });
});

test('counts the points of a boundary with holes and parts', () => {
  const holed = boundaryOf([[square(9, 45, 0.06), square(9.02, 45.02)], [square(9.2, 45)]]);
  expect(pointsOf(holed as never)).toBe(15);
});

describe('the colour steps of a map', () => {
  test('are one per value if there are few', () => {
    expect(stepsOf([0, 2, 1, 1, 0])).toEqual([
      { from: 1, to: 1, tone: 2 },
      { from: 2, to: 2, tone: 4 },
    ]);
    expect(stepsOf([0, 0])).toEqual([]);
  });

  test('cover every value in order, keep equal values together, and are at most five', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 120 }), (values) => {
        const steps = stepsOf(values);
        expect(steps.length).toBeLessThanOrEqual(5);
        for (const value of values) expect(stepAt(steps, value) !== undefined).toBe(value > 0);
        for (const [at, step] of steps.entries()) {
          expect(step.from).toBeGreaterThan(steps[at - 1]?.to ?? 0);
          expect(step.tone).toBeGreaterThan(steps[at - 1]?.tone ?? 0);
          expect(values).toContain(step.from);
          expect(values).toContain(step.to);
        }
      }),
    );
  });
});

describe('the labels on a map', () => {
  const box = (x: number, y: number, width: number, height: number): [number, number][][] => [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  ];
  test('are centred in the available room, or omitted', () => {
    expect(placeIn(box(0, 0, 100, 40), { width: 30, height: 10 })).toEqual({ x: 50, y: 20 });
    expect(placeIn(box(0, 0, 20, 40), { width: 30, height: 10 })).toBeUndefined();
  });

  test('never overlap: small zones with a figure have their name beside them', () => {
    const zones = [
      { key: 'small', name: 'Porta Garibaldi – Porta Nuova', figure: '3', weight: 3, shape: box(100, 100, 20, 20) },
      { key: 'next', name: 'Isola', figure: '1', weight: 1, shape: box(100, 80, 20, 20) },
      { key: 'wide', name: 'Affori', figure: null, weight: 0, shape: box(0, 0, 90, 90) },
      { key: 'narrow', name: 'Bovisa', figure: null, weight: 0, shape: box(130, 0, 10, 10) },
    ];
    const labels = mapLabels(zones, { width: 300, height: 300 });
    expect(labels.map(({ key, beside }) => `${key} ${beside}`)).toEqual([
      'small false',
      'small true',
      'next false',
      'next true',
      'wide false',
    ]);
    const boxes = labels.map(({ x, y, lines }) => ({
      left: x - 5,
      right: x + 5,
      top: y - lines.length,
      bottom: y + 1,
    }));
    for (const [at, one] of boxes.entries()) expect(boxes.slice(at + 1).some((other) => meet(one, other))).toBe(false);
  });
});
