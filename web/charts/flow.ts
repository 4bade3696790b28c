// SPDX-License-Identifier: AGPL-3.0-or-later
// Layout of a three-column flow: node height is proportional to money, with room for its label.
import { wrapped } from './labels.ts';

export interface FlowNode {
  id: string;
  column: 0 | 1 | 2;
  name: string;
  figure: string;
  /** Destination not documented. */
  unknown: boolean;
}
export interface FlowLink {
  from: string;
  to: string;
  value: number;
}

export interface PlacedNode extends FlowNode {
  x: number;
  y: number;
  height: number;
  lines: string[];
}
export interface PlacedLink extends FlowLink {
  path: string;
  unknown: boolean;
}

export const barWidth = 10;
export const lineHeight = 15;
const [gap, tallest, least] = [14, 300, 2];

const sumBy = (links: readonly FlowLink[], side: 'from' | 'to', id: string) =>
  links.reduce((sum, link) => (link[side] === id ? sum + link.value : sum), 0);

const worth = (links: readonly FlowLink[], id: string) => Math.max(sumBy(links, 'from', id), sumBy(links, 'to', id));

/** Sorts by size, unknown last. */
function inOrder(nodes: readonly FlowNode[], links: readonly FlowLink[], column: number): FlowNode[] {
  return nodes
    .filter((node) => node.column === column)
    .toSorted((a, b) => Number(a.unknown) - Number(b.unknown) || worth(links, b.id) - worth(links, a.id));
}

const middleOf = ({ y, height }: PlacedNode) => y + height / 2;

/** Money-weighted mean height of a node's sources. */
function drawnTo(id: string, links: readonly FlowLink[], before: readonly PlacedNode[]): number {
  const into = links.filter((link) => link.to === id);
  const total = into.reduce((sum, { value }) => sum + value, 0) || 1;
  const at = (from: string) => before.find((node) => node.id === from);
  return into.reduce((sum, { from, value }) => {
    const node = at(from);
    return sum + ((node ? middleOf(node) : 0) * value) / total;
  }, 0);
}

interface Column {
  scale: number;
  x: number;
  room: number;
  /** The column to the left, used for alignment. */
  before: readonly PlacedNode[];
}

function placeColumn(nodes: FlowNode[], links: readonly FlowLink[], { scale, x, room, before }: Column) {
  let y = 0;
  const pulled = before.length
    ? nodes.toSorted((a, b) => drawnTo(a.id, links, before) - drawnTo(b.id, links, before))
    : nodes;
  return pulled.map((node): PlacedNode => {
    const height = Math.max(worth(links, node.id) * scale, least);
    const lines = wrapped(node.name, room);
    const slot = Math.max(height, (lines.length + 1) * lineHeight);
    if (before.length) y = Math.max(y, drawnTo(node.id, links, before) - slot / 2);
    const placed = { ...node, x, y: y + (slot - height) / 2, height, lines };
    y += slot + gap;
    return placed;
  });
}

function ribbon(from: PlacedNode, to: PlacedNode, out: number, into: number, thick: number): string {
  const [x1, x2] = [from.x + barWidth, to.x];
  const middle = (x1 + x2) / 2;
  const [a, b] = [from.y + out, to.y + into];
  return `M${x1} ${a}C${middle} ${a} ${middle} ${b} ${x2} ${b}V${b + thick}C${middle} ${b + thick} ${middle} ${a + thick} ${x1} ${a + thick}Z`;
}

function placeLinks(nodes: readonly PlacedNode[], links: readonly FlowLink[], scale: number): PlacedLink[] {
  const at = new Map(nodes.map((node, index) => [node.id, { node, index }]));
  const [out, into] = [new Map<string, number>(), new Map<string, number>()];
  const order = (link: FlowLink) => (at.get(link.from)?.index ?? 0) * 1000 + (at.get(link.to)?.index ?? 0);
  return links
    .toSorted((a, b) => order(a) - order(b))
    .flatMap((link) => {
      const [from, to] = [at.get(link.from)?.node, at.get(link.to)?.node];
      if (!from || !to) return [];
      const thick = Math.max(link.value * scale, 1);
      const [left, reached] = [out.get(link.from) ?? 0, into.get(link.to) ?? 0];
      out.set(link.from, left + thick);
      into.set(link.to, reached + thick);
      return [{ ...link, path: ribbon(from, to, left, reached, thick), unknown: to.unknown || from.unknown }];
    });
}

/** Positions of nodes and ribbons for a width, and the total height. */
export function layFlow(nodes: readonly FlowNode[], links: readonly FlowLink[], width: number) {
  const columns = ([0, 1, 2] as const).map((column) => inOrder(nodes, links, column));
  const total = Math.max(...columns.map((column) => column.reduce((sum, { id }) => sum + worth(links, id), 0)), 1);
  const scale = tallest / total;
  // Labels of the last two columns share the space between them: two thirds of it in narrow layouts.
  const middle = (width < 620 ? 0.34 : 0.5) * (width - barWidth);
  const rooms = [middle - barWidth - 12, (width - middle) / 2 - 20, (width - middle) / 2 - 20];
  const places = [0, middle, width - barWidth];
  const placed: PlacedNode[] = [];
  let before: PlacedNode[] = [];
  columns.forEach((column, index) => {
    const [x, room] = [places[index] ?? 0, Math.min(rooms[index] ?? 0, 260)];
    // Middle column by size, unknown last; recipients beside their sources.
    before = placeColumn(column, links, { scale, x, room, before: index === 2 ? before : [] });
    placed.push(...before);
  });
  const height = Math.max(
    ...placed.map((node) => Math.max(node.y + node.height, node.y + (node.lines.length + 1) * lineHeight)),
    0,
  );
  return { nodes: placed, links: placeLinks(placed, links, scale), height: height + 6 };
}
