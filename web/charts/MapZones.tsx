// SPDX-License-Identifier: AGPL-3.0-or-later
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { useAddress } from '../ui/address.ts';
import { type Label, lineHeight, mapLabels } from './mapLabels.ts';
import type { Area, Drawn } from './shapes.ts';

interface MapLabelsProps {
  drawn: readonly Drawn[];
  size: { width: number; height: number };
  said: (area: Area) => string;
}

/** Names and figures; hidden from assistive technology, because each zone's link has the same text. */
export function MapLabels({ drawn, size, said }: MapLabelsProps) {
  const known = new Map(drawn.map((area) => [area.key, area]));
  const labels = mapLabels(
    drawn.map((area) => ({ ...area, figure: area.value ? said(area) : null, weight: area.value ?? 0 })),
    size,
  );
  const toneOf = ({ key, beside }: Label) => {
    const { value = 0, tone = 0 } = known.get(key) ?? {};
    return beside ? 'is-beside' : value ? `on-${tone > 3 ? 'dark' : 'light'}` : '';
  };
  return (
    <svg className="map-labels" aria-hidden="true">
      {labels.map((label) => (
        <g key={`${label.key} ${label.beside}`} className={toneOf(label)}>
          {label.lines.map(({ words, as }, at) => (
            <text
              key={as + words}
              className={`map-${as}`}
              x={label.x}
              y={label.y + (at - (label.lines.length - 1) / 2) * lineHeight + 4}
            >
              {words}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

interface MapZonesProps {
  drawn: readonly Drawn[];
  wordsOf: (area: Area) => string;
  tell: (area: Area) => void;
  /** The zone with tabindex 0; arrow keys reach the others. */
  stop: string | undefined;
  onKeyDown: (event: KeyboardEvent<Element>) => void;
}

/** Links each zone to its row in the table. */
export function MapZones({ drawn, wordsOf, tell, stop, onKeyDown }: MapZonesProps) {
  const { to } = useAddress();
  return drawn.map((area) => (
    <Link
      key={area.key}
      to={to(area.to)}
      className={`map-zone tone-${area.value === null ? 'unknown' : area.tone}`}
      aria-label={wordsOf(area)}
      tabIndex={area.key === stop ? 0 : -1}
      onPointerEnter={() => tell(area)}
      onFocus={() => tell(area)}
      onKeyDown={onKeyDown}
    >
      <path d={area.path} />
    </Link>
  ));
}
