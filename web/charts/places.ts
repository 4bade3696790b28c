// SPDX-License-Identifier: AGPL-3.0-or-later

type Point = readonly [number, number];
export type Shape = readonly (readonly Point[])[];

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export function boxOf(shape: Shape): Box {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [x, y] of shape.flat()) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

interface Room {
  from: number;
  to: number;
}

/** The horizontal segments of a line inside a shape. */
function roomsAt(shape: Shape, y: number): Room[] {
  const crossings = shape.flatMap((ring) =>
    ring.flatMap(([x1, y1], at) => {
      const [x2, y2] = ring[at + 1] ?? ring[0] ?? [x1, y1];
      return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
    }),
  );
  const sorted = crossings.toSorted((a, b) => a - b);
  return sorted.flatMap((from, at) => (at % 2 ? [] : [{ from, to: sorted[at + 1] ?? from }]));
}

const widestAt = (shape: Shape, y: number): Room =>
  roomsAt(shape, y).reduce((best, room) => (room.to - room.from > best.to - best.from ? room : best), {
    from: 0,
    to: 0,
  });

/** Whether a shape overlaps a box, sampled at three horizontal lines. */
export const holds = (shape: Shape, { left, right, top, bottom }: Box): boolean =>
  [top, (top + bottom) / 2, bottom].some((y) => roomsAt(shape, y).some(({ from, to }) => from < right && to > left));

const tries = 16;

/** Position for a box inside a shape, with clearance and near the centre; undefined if it does not fit. */
export function placeIn(shape: Shape, box: { width: number; height: number }): { x: number; y: number } | undefined {
  const { top, bottom } = boxOf(shape);
  const found = { x: 0, y: 0, worth: Number.NEGATIVE_INFINITY };
  for (let at = 1; at < tries; at += 1) {
    const y = top + ((bottom - top) * at) / tries;
    const rooms = [-0.5, -0.2, 0.2, 0.5].map((part) => widestAt(shape, y + part * box.height));
    const [from, to] = [Math.max(...rooms.map((one) => one.from)), Math.min(...rooms.map((one) => one.to))];
    const spare = to - from - box.width;
    // Clearance beyond half the box width has no benefit; then prefer the centre.
    const worth = Math.min(spare, box.width / 2) - Math.abs(y - (top + bottom) / 2) / 2;
    if (spare >= 0 && worth > found.worth) Object.assign(found, { x: (from + to) / 2, y, worth });
  }
  return Number.isFinite(found.worth) ? { x: found.x, y: found.y } : undefined;
}

/** Line breaks of a name into one, two or three lines, flattest first. */
export function brokenName(name: string): string[][] {
  const words = name.split(' ');
  const ways = [[name]];
  for (const lines of [2, 3]) {
    if (words.length < lines) break;
    const room = Math.max(Math.ceil(name.length / lines) + 1, ...words.map(({ length }) => length));
    const set = [''];
    for (const word of words) {
      const longer = `${set.at(-1)} ${word}`.trim();
      if (longer.length <= room || set.at(-1) === '') set[set.length - 1] = longer;
      else set.push(word);
    }
    ways.push(set);
  }
  return ways;
}
