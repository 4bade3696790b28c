// SPDX-License-Identifier: AGPL-3.0-or-later
import { geoMercator, geoPath } from 'd3-geo';
import type { Outlines } from '../../api/city/boundaries/contract.ts';
import type { Shape } from './places.ts';
import { type Step, stepAt } from './steps.ts';
import type { Tile } from './TileMap.tsx';

/** A zone on the map with its details. */
export type Area = Omit<Tile, 'col' | 'row'> & { to: string };

export interface Drawn extends Area {
  path: string;
  shape: Shape;
  /** Colour step: 0 for no value, 1 lightest, 5 darkest. */
  tone: number;
}

type Outline = Outlines['features'][number];

const tallest = 680;
const margin = 5;

const ringsOf = ({ geometry: { type, coordinates } }: Outline) =>
  type === 'Polygon' ? coordinates : coordinates.flat();

/** A projection that fits the outlines to a width, limited to one screen height. */
function planeOf(width: number, outlines: readonly Outline[]) {
  const whole = { type: 'FeatureCollection' as const, features: [...outlines] };
  const room = width - 2 * margin;
  const projection = geoMercator().fitWidth(room, whole as never);
  const [, [, bottom]] = geoPath(projection).bounds(whole as never);
  const height = Math.min(Math.ceil(bottom) + 2 * margin, tallest);
  const [near, far] = [
    [margin, margin],
    [width - margin, height - margin],
  ] as [[number, number], [number, number]];
  return { height, projection: projection.fitExtent([near, far], whole as never) };
}

/** The zones projected to a width and coloured by step. */
export function drawnOn(
  width: number,
  { areas, outlines, steps }: { areas: readonly Area[]; outlines: readonly Outline[]; steps: readonly Step[] },
): { height: number; drawn: Drawn[] } {
  const { height, projection } = planeOf(width, outlines);
  const path = geoPath(projection).digits(1);
  const known = new Map(areas.map((area) => [area.key, area]));
  const drawn = outlines.flatMap((outline): Drawn[] => {
    const area = known.get(outline.id);
    if (!area) return [];
    const shape = ringsOf(outline).map((ring) => ring.map((point) => projection(point) ?? ([0, 0] as const)));
    const tone = stepAt(steps, area.value ?? 0)?.tone ?? 0;
    return [{ ...area, path: path(outline as never) ?? '', shape, tone }];
  });
  return { height, drawn };
}

/** The smaller of the two groups (periphery or not), to be outlined. Empty if all zones are in one group. */
export function setApart<A extends { centre: boolean }>(areas: readonly A[]): A[] {
  const centre = areas.filter((area) => area.centre);
  const outer = areas.filter((area) => !area.centre);
  return centre.length <= outer.length ? centre : outer;
}
