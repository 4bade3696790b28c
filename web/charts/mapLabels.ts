// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Box, boxOf, brokenName, holds, meet, placeIn, type Shape } from './places.ts';

export interface Labelled {
  key: string;
  name: string;
  /** The figure; a zone without one shows only its name, if there is room. */
  figure: string | null;
  weight: number;
  shape: Shape;
}

export interface Label {
  key: string;
  x: number;
  y: number;
  lines: readonly { words: string; as: 'name' | 'figure' }[];
  /** Set if the label is outside its zone. */
  beside: boolean;
}

const letters = { name: 5.6, figure: 7 };
export const lineHeight = 13;
/** Gap between label and zone outline. */
const air = 4;

const linesOf = (name: readonly string[], figure: string | null): Label['lines'] => [
  ...name.map((words) => ({ words, as: 'name' as const })),
  ...(figure === null ? [] : [{ words: figure, as: 'figure' as const }]),
];
const sizeOf = (lines: Label['lines']) => ({
  width: Math.max(...lines.map(({ words, as }) => words.length * letters[as])) + air,
  height: lines.length * lineHeight,
});
const boxAt = ({ x, y }: { x: number; y: number }, { width, height }: ReturnType<typeof sizeOf>): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

interface Sheet {
  width: number;
  height: number;
  taken: Box[];
  /** Zones with figures: other names must not overlap them. */
  full: readonly Labelled[];
}

/** Label inside a zone; a bare figure may be closer to the outline than a name. */
function within({ key, shape }: Labelled, lines: Label['lines'], sheet: Sheet): Label | null {
  const { width, height } = sizeOf(lines);
  const size = lines.some(({ as }) => as === 'name') ? { width, height } : { width: width - air, height: height - air };
  const at = placeIn(shape, size);
  if (!at) return null;
  const box = boxAt(at, size);
  if (sheet.taken.some((other) => meet(box, other))) return null;
  sheet.taken.push(box);
  return { key, ...at, lines, beside: false };
}

/** Free position below, above, right or left of a zone. */
function beside(zone: Labelled, lines: Label['lines'], sheet: Sheet): Label | null {
  const size = sizeOf(lines);
  const { left, right, top, bottom } = boxOf(zone.shape);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const places = [
    { x, y: bottom + size.height / 2 },
    { x, y: top - size.height / 2 },
    { x: right + size.width / 2, y },
    { x: left - size.width / 2, y },
  ];
  for (const at of places) {
    const box = boxAt(at, size);
    const inside = box.left >= 0 && box.top >= 0 && box.right <= sheet.width && box.bottom <= sheet.height;
    if (!inside || sheet.taken.some((other) => meet(box, other))) continue;
    if (sheet.full.some((other) => other !== zone && holds(other.shape, box))) continue;
    sheet.taken.push(box);
    return { key: zone.key, ...at, lines, beside: true };
  }
  return null;
}

const first = <L>(ways: readonly (readonly string[])[], tried: (way: readonly string[]) => L | null): L | null => {
  for (const way of ways) {
    const label = tried(way);
    if (label) return label;
  }
  return null;
};

/** Label of a zone with a figure: both inside, else figure inside and name beside, else both beside. */
function labelsOf(zone: Labelled, sheet: Sheet): Label[] {
  const ways = brokenName(zone.name);
  const whole = first(ways, (way) => within(zone, linesOf(way, zone.figure), sheet));
  if (whole) return [whole];
  if (zone.figure === null) return [];
  const figure = within(zone, linesOf([], zone.figure), sheet);
  const name = first(ways.toReversed(), (way) => beside(zone, linesOf(way, figure ? null : zone.figure), sheet));
  return [figure, name].filter((label) => label !== null);
}

/** All map labels: zones with figures first, highest first; then the other names where there is room. */
export function mapLabels(zones: readonly Labelled[], size: { width: number; height: number }): Label[] {
  const full = zones.filter(({ figure }) => figure !== null);
  const sheet: Sheet = { ...size, taken: [], full };
  const order = [...full.toSorted((a, b) => b.weight - a.weight), ...zones.filter(({ figure }) => figure === null)];
  return order.flatMap((zone) => labelsOf(zone, sheet));
}
