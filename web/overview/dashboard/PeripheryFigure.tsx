// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { PeripheryShare } from '../../../api/city/territory/contract.ts';
import { Bullet } from '../../charts/Bullet.tsx';
import type { TileMapProps } from '../../charts/TileMap.tsx';
import { useTileMapTable } from '../../charts/tables.ts';
import { measureUnits } from '../../city/territory/queries.ts';
import { TilesOrMap } from '../../city/territory/TilesOrMap.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useAsk } from '../../ui/address.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Dashboard } from './queries.ts';

export const measured = ({ shares }: Dashboard['periphery']) =>
  shares.filter(({ periphery, centre }) => periphery + centre > 0);

/** Capitalises the first letter. */
const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Shares({ shares }: { shares: readonly PeripheryShare[] }) {
  const { t } = useTranslate();
  const { quantity } = useFormat();
  const untargeted = shares.every(({ target }) => target === null);
  return (
    <div className="shares">
      <h3>
        {t('dashboard.periphery.shares')}
        {untargeted && <span className="muted"> · {t('dashboard.periphery.noTarget')}</span>}
      </h3>
      {shares.map(({ measure, share, target, noZone }) => (
        <div key={measure}>
          <Bullet name={t(`dashboard.periphery.measure.${measure}`)} share={share} target={target} />
          <p className="bullet-note">
            {[
              target === null && !untargeted && t('dashboard.periphery.noTarget'),
              noZone > 0 && t('dashboard.periphery.noZone', { value: quantity(noZone, measureUnits[measure]) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      ))}
    </div>
  );
}

function useTileMap({ periphery, tiles }: Dashboard): TileMapProps & { finding: string } {
  const { t } = useTranslate();
  const [search] = useSearchParams();
  const ask = useAsk();
  const text = useText();
  const { quantity, theShare, share } = useFormat();
  const shares = measured(periphery);
  const shown = shares.find(({ measure }) => measure === search.get('measure')) ?? shares[0];
  const measure = shown?.measure ?? 'milestones';
  const without = shown?.noZone
    ? `; ${t('dashboard.periphery.noZone', { value: quantity(shown.noZone, measureUnits[measure]) })}`
    : '';
  const said = { share: first(theShare(shown?.share ?? 0)), figure: share(shown?.share ?? 0) };
  const finding = t(`dashboard.periphery.finding.${measure}`, said) + without;
  return {
    finding,
    label: finding,
    unit: measureUnits[measure],
    measure,
    measures: shares.map((one) => ({ key: one.measure, name: t(`dashboard.periphery.measure.${one.measure}`) })),
    total: (shown?.periphery ?? 0) + (shown?.centre ?? 0),
    onMeasure: (key) => ask({ measure: key === shares[0]?.measure ? undefined : key }),
    tiles: tiles.flatMap(({ key, name, tile, figures, populationShare, periphery: outer }) =>
      tile
        ? [
            {
              key,
              name: text(name).text,
              ...tile,
              value: figures[measure].value,
              share: figures[measure].share,
              populationShare,
              centre: !outer,
            },
          ]
        : [],
    ),
  };
}

/** The measure by zone, and the periphery's share against its target. */
export function PeripheryFigure({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslate();
  const { owner } = useProgramme();
  const { periphery, source, updatedOn } = dashboard;
  const { finding, ...map } = useTileMap(dashboard);
  const table = useTileMapTable(map);
  return (
    <Figure
      id="periphery"
      title={finding}
      subtitle={<Words of={periphery.definition} />}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      {map.tiles.length > 0 && <TilesOrMap map={map} zones={dashboard.tiles} />}
      <Shares shares={measured(periphery)} />
      <p className="chart-key">
        <Go to="periphery">{t('dashboard.periphery.all')}</Go>
      </p>
    </Figure>
  );
}
