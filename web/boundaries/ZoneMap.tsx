// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useMemo } from 'react';
import type { Measure, Zone } from '../../api/territory/contract.ts';
import { Choropleth } from '../charts/Choropleth.tsx';
import type { Area } from '../charts/shapes.ts';
import type { TileMapProps } from '../charts/TileMap.tsx';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import { useAsk } from '../ui/address.ts';
import { Failure } from '../ui/states.tsx';
import { useMapKind, useOutlines } from './queries.ts';

type Kind = Zone['kind'];

function Switch({ kinds, kind, tiled }: ReturnType<typeof useMapKind>) {
  const { t } = useTold();
  const ask = useAsk();
  const ways = [...(tiled ? [undefined] : []), ...kinds];
  if (ways.length < 2) return null;
  return (
    <fieldset className="switch map-switch">
      <legend className="visually-hidden">{t('boundaries.view')}</legend>
      {ways.map((one) => (
        <button key={one ?? 'tiles'} type="button" aria-pressed={one === kind} onClick={() => ask({ map: one })}>
          {one ? t('boundaries.map', { kind: t(`territory.kind.${one}`).toLowerCase() }) : t('boundaries.tiles')}
        </button>
      ))}
    </fieldset>
  );
}

interface ZoneMapProps extends Pick<TileMapProps, 'label' | 'unit' | 'measure'> {
  zones: readonly Zone[];
  /** What else the zones may be shown as, and the choice of what is measured: both belong to the page that is there already. */
  tiles: ReactNode;
  choice: ReactNode;
}

function useAreas(zones: readonly Zone[], kind: Kind, measure: Measure): Area[] {
  const text = useText();
  const { i18n } = useTold();
  // biome-ignore lint/correctness/useExhaustiveDependencies: text is of the language
  return useMemo(
    () =>
      zones
        .filter((zone) => zone.kind === kind)
        .map(({ key, name, figures, populationShare, periphery }) => ({
          key,
          name: text(name).text,
          value: figures[measure].value,
          share: figures[measure].share,
          populationShare,
          centre: !periphery,
          to: `periphery?map=${kind}&measure=${measure}#${key}`,
        })),
    [zones, kind, measure, i18n.language],
  );
}

function Drawing({ label, unit, measure, choice, zones, kind }: Omit<ZoneMapProps, 'tiles'> & { kind: Kind }) {
  const { data, error, refetch } = useOutlines(kind);
  const areas = useAreas(zones, kind, measure as Measure);
  if (error && !data) return <Failure problem={error} onRetry={refetch} />;
  return (
    <>
      {choice}
      {data ? (
        <Choropleth label={label} unit={unit} areas={areas} outlines={data.features} />
      ) : (
        <div className="map-waiting" data-waiting="" />
      )}
    </>
  );
}

/** The tiles, or the zones as they lie: the same figures either way. */
export function ZoneMap({ tiles, ...drawing }: ZoneMapProps) {
  const kinds = useMapKind(drawing.zones);
  return (
    <>
      <Switch {...kinds} />
      {kinds.kind ? <Drawing {...drawing} kind={kinds.kind} /> : tiles}
    </>
  );
}
