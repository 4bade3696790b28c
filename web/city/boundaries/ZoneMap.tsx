// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMemo } from 'react';
import type { Measure, Zone } from '../../../api/city/territory/contract.ts';
import { Choropleth } from '../../charts/Choropleth.tsx';
import type { Area } from '../../charts/shapes.ts';
import type { TileMapProps } from '../../charts/TileMap.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Failure } from '../../ui/states.tsx';
import { useOutlines } from './queries.ts';

interface ZoneMapProps extends Pick<TileMapProps, 'label' | 'unit' | 'measure' | 'total'> {
  zones: readonly Zone[];
  kind: Zone['kind'];
}

function useAreas({ zones, kind, measure = 'milestones' }: ZoneMapProps): Area[] {
  const text = useText();
  return useMemo(
    () =>
      zones
        .filter((zone) => zone.kind === kind)
        .map(({ key, name, figures, populationShare, periphery }) => ({
          key,
          name: text(name).text,
          value: figures[measure as Measure].value,
          share: figures[measure as Measure].share,
          populationShare,
          centre: !periphery,
          to: `periphery?map=${kind}&measure=${measure}#${key}`,
        })),
    [zones, kind, measure, text],
  );
}

/** Map of the zones of one kind. */
export function ZoneMap(props: ZoneMapProps) {
  const { data, error, refetch } = useOutlines(props.kind);
  const { t } = useTranslate();
  const { quantity } = useFormat();
  const areas = useAreas(props);
  if (error && !data) return <Failure problem={error} onRetry={refetch} />;
  if (!data) return <div className="map-waiting" data-waiting="" />;
  const mapped = areas.reduce((sum, { value }) => sum + (value ?? 0), 0);
  // Sum in cents: adding floats loses precision.
  const rest = Math.round((props.total - mapped) * 100) / 100;
  return (
    <>
      <Choropleth label={props.label} unit={props.unit} areas={areas} outlines={data.features} />
      {rest > 0 && <p className="chart-key">{t('boundaries.rest', { value: quantity(rest, props.unit) })}</p>}
    </>
  );
}
