// SPDX-License-Identifier: AGPL-3.0-or-later
import { useId } from 'react';
import { type Unit, useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { MaybeGo } from '../ui/Go.tsx';
import { NotRecorded } from '../ui/states.tsx';

export interface Tile {
  key: string;
  name: string;
  col: number;
  row: number;
  /** null if not recorded. */
  value: number | null;
  /** Shares of the whole, from 0 to 1. */
  share: number | null;
  populationShare: number | null;
  centre: boolean;
  to?: string;
}

export interface TileMapProps {
  /** Accessible name of the map. */
  label: string;
  unit: Unit;
  tiles: readonly Tile[];
  /** Total with a known zone of any kind; the map reports how much is outside its zones. */
  total: number;
  measures?: readonly { key: string; name: string }[];
  measure?: string;
  onMeasure?: (key: string) => void;
}

export function Measures({ measures, measure, onMeasure }: Pick<TileMapProps, 'measures' | 'measure' | 'onMeasure'>) {
  const { t } = useTranslate();
  const id = useId();
  if (!measures || measures.length < 2) return null;
  return (
    <p className="measures">
      <label htmlFor={id}>{t('charts.measure')}</label>
      <select id={id} value={measure} onChange={(event) => onMeasure?.(event.target.value)}>
        {measures.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

function TileFace({ tile, unit, widest, dense }: { tile: Tile; unit: Unit; widest: number; dense: boolean }) {
  const { t } = useTranslate();
  const { quantity } = useFormat();
  const along = (share: number) => `${(share / widest) * 100}%`;
  return (
    <MaybeGo to={tile.to} className="tile-face">
      <span className="tile-name">
        {tile.name}
        {tile.centre && !dense && <span className="tile-centre"> · {t('charts.centre')}</span>}
        {!tile.centre && dense && <span className="visually-hidden"> · {t('territory.periphery')}</span>}
      </span>
      <span className="tile-value">{tile.value === null ? <NotRecorded /> : quantity(tile.value, unit)}</span>
      <span className="tile-track" aria-hidden="true">
        {tile.share !== null && <span className="tile-bar" style={{ width: along(tile.share) }} />}
        {tile.populationShare !== null && (
          <span className="tile-tick" style={{ insetInlineStart: along(tile.populationShare) }} />
        )}
      </span>
    </MaybeGo>
  );
}

const sentence = (parts: readonly (string | false)[]) => {
  const said = parts.filter(Boolean).join('; ');
  return said.charAt(0).toUpperCase() + said.slice(1);
};

/** One tile per zone in its position; the bar is its share of the measure, the tick its share of the population. */
export function TileMap({ label, unit, tiles, ...choice }: Omit<TileMapProps, 'total'>) {
  const { t } = useTranslate();
  const columns = Math.max(...tiles.map(({ col }) => col), 1);
  const widest =
    Math.max(...tiles.flatMap(({ share, populationShare }) => [share ?? 0, populationShare ?? 0]), 0.01) * 1.02;
  // Many tiles (a whole country): shade the periphery and shorten the tile text.
  const dense = tiles.length > 12;
  const tinted = ({ centre }: Tile) => centre !== dense;
  const peopled = tiles.some(({ populationShare }) => populationShare !== null);
  const key = [t('charts.tileMapKey'), peopled && t('charts.tileMapTick'), dense && t('charts.tinted')];
  return (
    <div className={dense ? 'tilemap is-dense' : 'tilemap'}>
      <Measures {...choice} />
      <ul
        className="tiles"
        aria-label={label}
        data-columns={columns}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {tiles.map((tile) => (
          <li
            key={tile.key}
            className={`tile${tinted(tile) ? ' is-tinted' : ''}${tile.value ? '' : ' is-bare'}`}
            style={{ gridColumn: tile.col, gridRow: tile.row }}
          >
            <TileFace tile={tile} unit={unit} widest={widest} dense={dense} />
          </li>
        ))}
      </ul>
      <p className="chart-key">{sentence(key)}</p>
    </div>
  );
}
