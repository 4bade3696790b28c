// SPDX-License-Identifier: AGPL-3.0-or-later
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Outlines } from '../../api/city/boundaries/contract.ts';
import { type Unit, useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { MapLabels, MapZones } from './MapZones.tsx';
import { type Area, type Drawn, drawnOn, setApart } from './shapes.ts';
import { type Step, stepsOf } from './steps.ts';
import { useWidth } from './width.ts';

export interface ChoroplethProps {
  /** Accessible name of the map. */
  label: string;
  unit: Unit;
  areas: readonly Area[];
  outlines: Outlines['features'];
}

const steppings: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Roving tabindex: one tab stop for the map, arrow keys between zones. */
function useRoving(drawn: readonly Drawn[]) {
  const [stop, setStop] = useState<string>();
  const current = drawn.find(({ key }) => key === stop) ?? drawn[0];
  const onKeyDown = (event: KeyboardEvent<Element>) => {
    const by = steppings[event.key];
    if (!by || !current) return;
    event.preventDefault();
    const at = (drawn.indexOf(current) + by + drawn.length) % drawn.length;
    setStop(drawn[at]?.key);
    event.currentTarget.closest('svg')?.querySelectorAll<SVGElement>('.map-zone')[at]?.focus();
  };
  return { stop: current?.key, onKeyDown };
}

/** Tooltip of a zone: figure, share of the whole, periphery or not. */
function useWordsOf(unit: Unit) {
  const { t } = useTranslate();
  const { quantity, share } = useFormat();
  const said = (area: Area) => (area.value === null ? t('table.notRecorded') : quantity(area.value, unit));
  const wordsOf = (area: Area) => {
    const part = area.value && area.share !== null ? ` (${share(area.share)})` : '';
    return `${area.name}: ${said(area)}${part} · ${t(area.centre ? 'territory.centre' : 'territory.periphery')}`;
  };
  return { said, wordsOf };
}

function Legend({ steps, unit, apart }: { steps: readonly Step[]; unit: Unit; apart: Area | undefined }) {
  const { t } = useTranslate();
  const { quantity } = useFormat();
  const words = ({ from, to }: Step) =>
    from === to ? quantity(from, unit) : `${quantity(from, unit)} – ${quantity(to, unit)}`;
  return (
    <ul className="map-legend" aria-label={t('boundaries.legend')}>
      {[{ from: 0, to: 0, tone: 0 }, ...steps].map((step) => (
        <li key={step.from}>
          <span className={`map-swatch tone-${step.tone}`} />
          {words(step)}
        </li>
      ))}
      {apart && (
        <li>
          <span className="map-stroke" />
          {t('boundaries.stroke', { side: t(apart.centre ? 'territory.centre' : 'territory.periphery') })}
        </li>
      )}
    </ul>
  );
}

interface SheetProps extends ChoroplethProps {
  steps: readonly Step[];
  width: number;
  tell: (area: Area) => void;
}

function Sheet({ label, unit, areas, outlines, steps, width, tell }: SheetProps) {
  const { said, wordsOf } = useWordsOf(unit);
  const { height, drawn } = useMemo(() => drawnOn(width, { areas, outlines, steps }), [width, areas, outlines, steps]);
  const apart = setApart(drawn);
  // Draw outlined zones last, on top of the shared outline.
  const ordered = [...drawn.filter((area) => !apart.includes(area)), ...apart];
  const { stop, onKeyDown } = useRoving(ordered);
  const zones = { wordsOf, tell, stop, onKeyDown };
  const size = { width, height };
  const around = (some: readonly Drawn[]) => some.map(({ path }) => path).join('');
  return (
    <svg aria-label={label} {...size} viewBox={`0 0 ${width} ${height}`}>
      <path className="map-land" d={around(drawn)} />
      <MapZones drawn={ordered.slice(0, ordered.length - apart.length)} {...zones} />
      <path className="map-apart" d={around(apart)} />
      <MapZones drawn={apart} {...zones} />
      <MapLabels drawn={drawn} size={size} said={said} />
    </svg>
  );
}

/** Zones coloured by step, labelled where there is room; details of the active zone appear below. */
export function Choropleth(props: ChoroplethProps) {
  const { t } = useTranslate();
  const { areas, outlines, unit } = props;
  const { place, width } = useWidth();
  const [pointed, tell] = useState<Area>();
  const { wordsOf } = useWordsOf(unit);
  const steps = useMemo(() => stepsOf(areas.map(({ value }) => value ?? 0)), [areas]);
  const shown = areas.filter(({ key }) => outlines.some(({ id }) => id === key));
  const [apart] = setApart(shown);
  const current = pointed && areas.find(({ key }) => key === pointed.key);
  const unshown = areas.filter((area) => !shown.includes(area)).map(({ name }) => name);
  return (
    <div className="map">
      <Legend steps={steps} unit={unit} apart={apart} />
      <div ref={place} className="map-sheet">
        {width > 0 && <Sheet {...props} steps={steps} width={width} tell={tell} />}
      </div>
      <p className="map-reading">{current ? wordsOf(current) : t('boundaries.point')}</p>
      {unshown.length > 0 && (
        <p className="chart-key">{t('boundaries.unshown', { count: unshown.length, zones: unshown.join(', ') })}</p>
      )}
    </div>
  );
}
