// SPDX-License-Identifier: AGPL-3.0-or-later
import { TileMap, type TileMapProps } from '../../charts/TileMap.tsx';
import { useTileMapTable } from '../../charts/tables.ts';
import { useText } from '../../i18n/text.ts';
import { useProgramme } from '../../programme.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useZones } from './queries.ts';

interface FoundTilesProps {
  /** Number of results per zone; null for results without a known zone. */
  found: readonly { zone: string | null; count: number }[];
  /** The directory that a tile filters. */
  room: string;
  label: (count: number) => string;
  without: (count: number) => string;
  subtitle: string;
}

/** Results per tile; finer zones count in the tile they belong to. */
function useTiles({ found, room }: Pick<FoundTilesProps, 'found' | 'room'>) {
  const text = useText();
  const zones = useZones().data?.items ?? [];
  const byKey = new Map(zones.map((zone) => [zone.key, zone]));
  const tileOf = (key: string | null): string | null => {
    const zone = key === null ? undefined : byKey.get(key);
    return zone ? (zone.tile ? zone.key : tileOf(zone.parent?.key ?? null)) : null;
  };
  const counts = new Map<string, number>();
  for (const { zone, count } of found) {
    const tile = tileOf(zone);
    if (tile !== null) counts.set(tile, (counts.get(tile) ?? 0) + count);
  }
  const placed = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const tiles = zones.flatMap(({ key, name, tile, populationShare, periphery }): TileMapProps['tiles'][number][] => {
    const value = counts.get(key) ?? 0;
    const at = { key, name: text(name).text, value, share: placed ? value / placed : 0, populationShare };
    return tile ? [{ ...at, ...tile, centre: !periphery, to: `${room}?zone=${key}` }] : [];
  });
  return { tiles, placed, total: found.reduce((sum, { count }) => sum + count, 0) };
}

export function FoundTiles({ label, without, subtitle, ...of }: FoundTilesProps) {
  const { owner, source, updatedOn } = useProgramme();
  const { tiles, placed, total } = useTiles(of);
  const map: TileMapProps = { label: label(total), unit: 'count', tiles, total: placed };
  const table = useTileMapTable(map);
  if (tiles.length === 0) return null;
  return (
    <Figure
      id="places"
      title={map.label + (placed < total ? `; ${without(total - placed)}` : '')}
      subtitle={subtitle}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <TileMap {...map} />
    </Figure>
  );
}
