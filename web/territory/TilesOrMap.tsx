// SPDX-License-Identifier: AGPL-3.0-or-later
import { lazy, Suspense } from 'react';
import type { Zone } from '../../api/territory/contract.ts';
import { Measures, TileMap, type TileMapProps } from '../charts/TileMap.tsx';
import { withRooms } from '../i18n/start.ts';

const ZoneMap = lazy(() =>
  withRooms(import('../boundaries/ZoneMap.tsx')).then((chunk) => ({ default: chunk.ZoneMap })),
);

/** The tiles, and where boundaries are known a choice between them and a map, whose code comes after the page. */
export function TilesOrMap({ map, zones }: { map: TileMapProps; zones: readonly Zone[] }) {
  const tiles = map.tiles.length > 0 && <TileMap {...map} />;
  if (!zones.some(({ bounded }) => bounded)) return tiles;
  return (
    <Suspense fallback={<div className="map-before">{tiles}</div>}>
      <ZoneMap {...map} zones={zones} tiles={tiles} choice={<Measures {...map} />} />
    </Suspense>
  );
}
