// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { Zone } from '../../../api/city/territory/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Filters } from '../../ui/Filters.tsx';
import { Go } from '../../ui/Go.tsx';
import { Help } from '../../ui/Help.tsx';
import { useSought } from '../../ui/sought.ts';
import { Words } from '../../ui/Words.tsx';
import { zoneKinds } from './queries.ts';
import { sharedNote, useZoneData, ZoneTable } from './ZoneTable.tsx';

const holdsSomething = ({ figures }: Zone) => Object.values(figures).some(({ value }) => value > 0);

function Kind({ kind, zones, all }: { kind: Zone['kind']; zones: readonly Zone[]; all: number }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const title = t(`territory.kinds.${kind}`, { count: all });
  const table = useZoneData(zones);
  const note = sharedNote(zones);
  const hidden = all - zones.length;
  return (
    <Figure
      id={`zones-${kind}`}
      level={3}
      title={title}
      table={table}
      source={zones[0]?.source}
      datedOn={updatedOn}
      owner={owner}
    >
      <ZoneTable caption={title} zones={zones} />
      {note && (
        <p className="chart-key">
          <Words of={note} />
        </p>
      )}
      {hidden > 0 && (
        <p className="chart-key">
          {t('territory.hidden', { count: hidden })}{' '}
          <Go to={`periphery?kind=${kind}#zones-${kind}`}>{t('territory.showAll')}</Go>
        </p>
      )}
    </Figure>
  );
}

/** Zone filters from the address; empty neighbourhoods are hidden unless requested. */
function useAsked(zones: readonly Zone[], sought: string) {
  const [search] = useSearchParams();
  const text = useText();
  const [kind, parent, q] = [search.get('kind'), search.get('within'), search.get('q')?.toLowerCase()];
  const fits = (zone: Zone) =>
    (!kind || zone.kind === kind) &&
    (!parent || [zone.key, zone.parent?.key, zone.priorityArea?.key].includes(parent)) &&
    (!q || text(zone.name).text.toLowerCase().includes(q));
  const fitting = zones.filter(fits);
  const narrowed = Boolean(kind || parent || q);
  const shown = (zone: Zone) =>
    narrowed || zone.kind !== 'neighbourhood' || holdsSomething(zone) || zone.key === sought;
  return { fitting, shown: fitting.filter(shown) };
}

function ZoneFilters({ zones, found }: { zones: readonly Zone[]; found: number }) {
  const { t } = useTranslate();
  const text = useText();
  const present = zoneKinds.filter((kind) => zones.some((zone) => zone.kind === kind));
  const within = zones.filter(({ kind }) => kind === 'municipio' || kind === 'priority-area' || kind === 'region');
  const choices = [
    {
      name: 'kind',
      label: t('territory.filter.kind'),
      options: present.map((kind) => ({ value: kind, label: t(`territory.kind.${kind}`) })),
    },
    {
      name: 'within',
      label: t('territory.filter.within'),
      options: within.map(({ key, name }) => ({ value: key, label: text(name).text })),
    },
    { name: 'q', label: t('territory.filter.q') },
  ];
  return <Filters choices={choices} found={t('territory.found', { count: found })} />;
}

/** All zones and their contents, by kind. */
export function Zones({ zones }: { zones: readonly Zone[] }) {
  const { t } = useTranslate();
  const { fitting, shown } = useAsked(zones, useSought());
  const quotients = zones.some(({ figures }) => Object.values(figures).some(({ quotient }) => quotient !== null));
  const ofKind = (some: readonly Zone[], kind: Zone['kind']) => some.filter((zone) => zone.kind === kind);
  return (
    <section aria-labelledby="zones-title">
      <h2 id="zones-title" className="figure-title">
        {t('territory.zones')}
      </h2>
      {quotients && <p className="figure-subtitle prose">{t('territory.quotientWords')}</p>}
      {quotients && <Help of="quotient" />}
      <ZoneFilters zones={zones} found={fitting.length} />
      {fitting.length === 0 && (
        <div className="state">
          <p className="state-title">{t('listing.nothing')}</p>
        </div>
      )}
      {zoneKinds.map((kind) => {
        const some = ofKind(shown, kind);
        return (
          some.length > 0 && (
            <div key={kind} className="zones">
              <Kind kind={kind} zones={some} all={ofKind(fitting, kind).length} />
            </div>
          )
        );
      })}
    </section>
  );
}
