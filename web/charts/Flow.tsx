// SPDX-License-Identifier: AGPL-3.0-or-later
import { useId } from 'react';
import { barWidth, type FlowLink, type FlowNode, layFlow, lineHeight, type PlacedNode } from './flow.ts';
import { useWidth } from './width.ts';

export interface FlowProps {
  label: string;
  nodes: readonly FlowNode[];
  links: readonly FlowLink[];
}

/** Labels: right of the first two columns, left of the last, vertically centred on the node. */
function NodeWords({ node: { column, x, y, height, lines, figure } }: { node: PlacedNode }) {
  const [left, anchor] = column === 2 ? [x - 7, 'end' as const] : [x + barWidth + 7, 'start' as const];
  const top = y + height / 2 - ((lines.length + 1) * lineHeight) / 2 + 11;
  return (
    <text className="flow-words" x={left} y={top} textAnchor={anchor}>
      <tspan className="flow-figure">{figure}</tspan>
      {lines.map((line) => (
        <tspan key={line} x={left} dy={lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Flow of money: sources, purposes, recipients. Unknown parts are hatched. */
export function Flow({ label, nodes, links }: FlowProps) {
  const { place, width } = useWidth();
  const hatch = `hatch${useId().replace(/\W/g, '')}`;
  const laid = layFlow(nodes, links, width);
  return (
    <div className="flow" ref={place}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={laid.height} viewBox={`0 0 ${width} ${laid.height}`}>
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" fill="#f5f7fa" />
              <rect width="1.5" height="6" fill="#b9c5d2" />
            </pattern>
          </defs>
          {laid.links.map(({ from, to, path, unknown }) => (
            <path
              key={`${from} ${to}`}
              className="flow-link"
              d={path}
              {...(unknown ? { style: { fill: `url(#${hatch})` } } : {})}
            />
          ))}
          {laid.nodes.map(({ id, x, y, height, unknown }) => (
            <rect
              key={id}
              className={unknown ? 'flow-node is-unknown' : 'flow-node'}
              {...{ x, y, height }}
              width={barWidth}
            />
          ))}
          {laid.nodes.map((node) => (
            <NodeWords key={node.id} node={node} />
          ))}
        </svg>
      )}
    </div>
  );
}
