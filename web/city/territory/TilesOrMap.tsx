// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Zone } from '../../../api/city/territory/contract.ts';
import { Measures, TileMap, type TileMapProps } from '../../charts/TileMap.tsx';
import { withRooms } from '../../i18n/start.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAsk } from '../../ui/address.ts';
import { late } from '../../ui/late.tsx';
import { useMapKind } from '../boundaries/queries.ts';

/** The map's code is loaded on demand. */
const { Page: ZoneMap } = late(() => withRooms(import('../boundaries/ZoneMap.tsx')), 'ZoneMap', {
  waiting: <div className="map-waiting" data-waiting="" />,
});

function Switch({ kinds, kind, tiled }: ReturnType<typeof useMapKind>) {
  const { t } = useTranslate();
  const ask = useAsk();
  const ways = [...(tiled ? [undefined] : []), ...kinds];
  if (ways.length < 2) return null;
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{t('charts.view')}</legend>
      {ways.map((one) => (
        <button key={one ?? ''} type="button" aria-pressed={one === kind} onClick={() => ask({ map: one })}>
          {one ? t('charts.map', { kind: t(`territory.kind.${one}`).toLowerCase() }) : t('charts.tiles')}
        </button>
      ))}
    </fieldset>
  );
}

/** Zones as tiles and, if boundaries are known, as a map with the same figures. */
export function TilesOrMap({ map, zones }: { map: TileMapProps; zones: readonly Zone[] }) {
  const kinds = useMapKind(zones);
  return (
    <>
      <Switch {...kinds} />
      {kinds.kind ? (
        <>
          <Measures {...map} />
          <ZoneMap {...map} zones={zones} kind={kinds.kind} />
        </>
      ) : (
        <TileMap {...map} />
      )}
    </>
  );
}
