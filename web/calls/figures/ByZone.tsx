// SPDX-License-Identifier: AGPL-3.0-or-later
import { useCells } from '../../charts/cells.tsx';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { MaybeGo } from '../../ui/Go.tsx';
import type { Demand } from './queries.ts';

type Zone = Demand['zones'][number];

const per = ({ applications, spaces }: Zone) => (applications ?? 0) / spaces;

/** Demand for spaces per zone against the number offered. */
export function ByZone({ demand: { zones, sealed } }: { demand: Demand }) {
  const { t, text, format, link, amount } = useCells();
  const { owner, day } = useProgramme();
  const count = (key: 'spaces' | 'applications' | 'firstChoices'): Column<Zone> => ({
    key,
    header: t(`demand.${key}`),
    value: (zone) => zone[key],
    numeric: true,
  });
  const columns: Column<Zone>[] = [
    { ...link<Zone>('zone', t('charts.zone'), ({ zone }) => zone, 'periphery#'), rowHeader: true },
    count('spaces'),
    amount('floorArea', t('labs.floorArea'), ({ floorAreaM2 }) => floorAreaM2, 'm2'),
    ...(sealed ? [] : [count('applications'), count('firstChoices')]),
  ];
  const rowKey = ({ zone }: Zone) => zone?.key ?? '';
  const nameOf = ({ zone }: Zone) => (zone ? text(zone.name).text : t('demand.noZone'));
  const asked = zones.toSorted((a, b) => per(b) - per(a));
  const [top] = asked;
  const longest = Math.max(...zones.map(({ spaces, applications }) => Math.max(spaces, applications ?? 0)), 1);
  const along = (value: number) => ({ width: `${(value / longest) * 100}%` });
  const said = top && { zone: nameOf(top), applications: top.applications ?? 0, count: top.spaces };
  const level = top ? asked.filter((zone) => per(zone) === per(top)) : [];
  const title =
    sealed || !said
      ? t('demand.sealed')
      : level.length > 1
        ? t('demand.byZones', { zones: format.list(level.map(nameOf)) })
        : t('demand.byZone', said);
  return (
    <Figure
      id="demand-zones"
      title={title}
      subtitle={t(sealed ? 'demand.sealedWords' : 'demand.byZoneWords')}
      table={{ columns, rows: asked, rowKey }}
      datedOn={day}
      owner={owner}
    >
      <ul className="money-bars" aria-label={title}>
        {asked.map((zone) => (
          <li key={rowKey(zone)}>
            <p className="bullet-words">
              <MaybeGo to={zone.zone ? `periphery#${zone.zone.key}` : undefined}>{nameOf(zone)}</MaybeGo>
              {zone.applications !== null && (
                <strong>{t('calls.told.applications', { count: zone.applications })}</strong>
              )}
            </p>
            <div className="money-track" aria-hidden="true">
              <span className="is-planned" style={along(zone.applications ?? 0)} />
              <span className="is-paid" style={along(zone.spaces)} />
            </div>
            <p className="bullet-note">
              {t('demand.offered', { count: zone.spaces, area: format.squareMetres(zone.floorAreaM2) })}
              {zone.firstChoices !== null && ` · ${t('demand.first', { count: zone.firstChoices })}`}
            </p>
          </li>
        ))}
      </ul>
    </Figure>
  );
}
