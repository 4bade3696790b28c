// SPDX-License-Identifier: AGPL-3.0-or-later

import { TileMap, type TileMapProps } from '../charts/TileMap.tsx';
import { useTileMapTable } from '../charts/tables.ts';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { useZones } from '../territory/queries.ts';
import { Figure } from '../ui/Figure.tsx';
import { useFoundZones } from './queries.ts';

/** Where what was found lies: each lab counts in the tile that its zone belongs to. */
function useTiles(): { tiles: TileMapProps['tiles']; placed: number; total: number } {
  const text = useText();
  const zones = useZones().data?.items ?? [];
  const found = useFoundZones().data?.byZone ?? [];
  const byKey = new Map(zones.map((zone) => [zone.key, zone]));
  const tileOf = (key: string | null): string | null => {
    const zone = key === null ? undefined : byKey.get(key);
    return zone ? (zone.tile ? zone.key : tileOf(zone.parent?.key ?? null)) : null;
  };
  const counts = new Map<string, number>();
  for (const { zone, labs } of found) {
    const tile = tileOf(zone);
    if (tile !== null) counts.set(tile, (counts.get(tile) ?? 0) + labs);
  }
  const placed = [...counts.values()].reduce((sum, labs) => sum + labs, 0);
  const tiles = zones.flatMap(({ key, name, tile, populationShare, periphery }) => {
    const value = counts.get(key) ?? 0;
    const at = { key, name: text(name).text, value, share: placed ? value / placed : 0, populationShare };
    return tile ? [{ ...at, ...tile, centre: !periphery, to: `labs?zone=${key}` }] : [];
  });
  return { tiles, placed, total: found.reduce((sum, { labs }) => sum + labs, 0) };
}

export function LabsMap() {
  const { t } = useTold();
  const { owner, source, updatedOn } = useProgramme();
  const { tiles, placed, total } = useTiles();
  const label = t('labs.map', { count: total });
  const map: TileMapProps = { label, unit: 'count', tiles, total: placed };
  const table = useTileMapTable(map);
  if (tiles.length === 0) return null;
  return (
    <Figure
      id="places"
      title={label + (placed < total ? `; ${t('labs.mapWithout', { count: total - placed })}` : '')}
      subtitle={t('labs.mapWords')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <TileMap {...map} />
    </Figure>
  );
}
