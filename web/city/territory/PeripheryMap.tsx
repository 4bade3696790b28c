// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { Measure, PeripheryShare, Zone } from '../../../api/city/territory/contract.ts';
import type { TileMapProps } from '../../charts/TileMap.tsx';
import { useTileMapTable } from '../../charts/tables.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useAsk } from '../../ui/address.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useMapKind } from '../boundaries/queries.ts';
import { measureUnits } from './queries.ts';
import { TilesOrMap } from './TilesOrMap.tsx';

/** Capitalises the first letter. */
const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Details of a zone, for tiles and map. */
function usePlaced() {
  const text = useText();
  return ({ key, name, figures, populationShare, periphery }: Zone, measure: Measure) => ({
    key,
    name: text(name).text,
    value: figures[measure].value,
    share: figures[measure].share,
    populationShare,
    centre: !periphery,
    to: `periphery?measure=${measure}#${key}`,
  });
}

interface PeripheryMapProps {
  zones: readonly Zone[];
  /** Measures with data. */
  shares: readonly PeripheryShare[];
}

/** The measure in the address by zone. */
export function PeripheryMap({ zones, shares }: PeripheryMapProps) {
  const { t } = useTranslate();
  const [search] = useSearchParams();
  const ask = useAsk();
  const { theShare, share, quantity } = useFormat();
  const { owner, source, updatedOn } = useProgramme();
  const placed = usePlaced();
  const { kind } = useMapKind(zones);
  const shown = shares.find(({ measure }) => measure === search.get('measure')) ?? shares[0];
  const measure = shown?.measure ?? 'milestones';
  const unit = measureUnits[measure];
  const said = { share: first(theShare(shown?.share ?? 0)), figure: share(shown?.share ?? 0) };
  const without = shown?.noZone ? `; ${t('dashboard.periphery.noZone', { value: quantity(shown.noZone, unit) })}` : '';
  // Without peripheral zones there is no share to show.
  const outer = zones.some(({ periphery }) => periphery);
  const found = t(`dashboard.periphery.finding.${measure}`, said);
  const title = (outer ? found : t(`dashboard.periphery.measure.${measure}`)) + without;
  const map: TileMapProps = {
    label: title,
    unit,
    measure,
    measures: shares.map((one) => ({ key: one.measure, name: t(`dashboard.periphery.measure.${one.measure}`) })),
    total: (shown?.periphery ?? 0) + (shown?.centre ?? 0),
    onMeasure: (key) => ask({ measure: key === shares[0]?.measure ? undefined : key }),
    tiles: zones.flatMap((zone) => (zone.tile ? [{ ...placed(zone, measure), ...zone.tile }] : [])),
  };
  // The table lists what is drawn: the tiles, or the zones of the map's kind.
  const mapped = zones.filter((zone) => zone.kind === kind).map((zone) => placed(zone, measure));
  const table = useTileMapTable({ unit, tiles: kind ? mapped : map.tiles });
  return (
    <Figure
      id="map"
      title={title}
      subtitle={t('territory.map')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <TilesOrMap map={map} zones={zones} />
    </Figure>
  );
}
