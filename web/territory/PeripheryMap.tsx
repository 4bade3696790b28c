// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { Measure, PeripheryShare, Zone } from '../../api/territory/contract.ts';
import { TileMap, type TileMapProps } from '../charts/TileMap.tsx';
import { useTileMapTable } from '../charts/tables.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { useAsk } from '../ui/address.ts';
import { Figure } from '../ui/Figure.tsx';
import { measureUnits } from './queries.ts';

/** At the head of a sentence. */
const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function useTilesOf() {
  const text = useText();
  return (zones: readonly Zone[], measure: Measure): TileMapProps['tiles'] =>
    zones.flatMap(({ key, name, tile, figures, populationShare, periphery }) =>
      tile
        ? [
            {
              key,
              name: text(name).text,
              ...tile,
              value: figures[measure].value,
              share: figures[measure].share,
              populationShare,
              centre: !periphery,
              to: `periphery?measure=${measure}#${key}`,
            },
          ]
        : [],
    );
}

interface PeripheryMapProps {
  zones: readonly Zone[];
  /** The measures of which something is known. */
  shares: readonly PeripheryShare[];
}

/** The measure chosen in the address, zone by zone where it lies. */
export function PeripheryMap({ zones, shares }: PeripheryMapProps) {
  const { t } = useTold();
  const [search] = useSearchParams();
  const ask = useAsk();
  const { theShare, share, quantity } = useFormat();
  const { owner, source, updatedOn } = useProgramme();
  const tilesOf = useTilesOf();
  const shown = shares.find(({ measure }) => measure === search.get('measure')) ?? shares[0];
  const measure = shown?.measure ?? 'milestones';
  const unit = measureUnits[measure];
  const said = { share: first(theShare(shown?.share ?? 0)), figure: share(shown?.share ?? 0) };
  const without = shown?.noZone ? `; ${t('dashboard.periphery.noZone', { value: quantity(shown.noZone, unit) })}` : '';
  // Where no zone is called periphery there is no share of it to tell.
  const outer = zones.some(({ periphery }) => periphery);
  const found = t(`dashboard.periphery.finding.${measure}`, said);
  const title = (outer ? found : t(`dashboard.periphery.measure.${measure}`)) + without;
  const map: TileMapProps = {
    label: title,
    unit,
    measure,
    measures: shares.map((one) => ({ key: one.measure, name: t(`dashboard.periphery.measure.${one.measure}`) })),
    onMeasure: (key) => ask({ measure: key === shares[0]?.measure ? undefined : key }),
    tiles: tilesOf(zones, measure),
  };
  const table = useTileMapTable(map);
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
      <TileMap {...map} />
    </Figure>
  );
}
