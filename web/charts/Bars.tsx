// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Unit, useFormat } from '../i18n/format.ts';
import { MaybeGo } from '../ui/Go.tsx';
import { NotRecorded } from '../ui/states.tsx';

export interface Bar {
  key: string;
  name: string;
  value: number | null;
  note?: string;
  to?: string;
  /** Highlighted by tint. */
  strong?: boolean;
}

export interface BarsProps {
  label: string;
  unit: Unit;
  bars: readonly Bar[];
}

/** Horizontal bars with name and figure. */
export function Bars({ label, unit, bars }: BarsProps) {
  const { quantity } = useFormat();
  const longest = Math.max(...bars.map(({ value }) => value ?? 0), 0) || 1;
  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={bar.strong ? 'bars-row is-strong' : 'bars-row'}>
          <span className="bars-name">
            <MaybeGo to={bar.to}>{bar.name}</MaybeGo>
            {bar.note && <span className="bars-note">{bar.note}</span>}
          </span>
          <span className="bars-track" aria-hidden="true">
            <span className="bars-bar" style={{ width: `${((bar.value ?? 0) / longest) * 100}%` }} />
          </span>
          <span className="bars-value">{bar.value === null ? <NotRecorded /> : quantity(bar.value, unit)}</span>
        </li>
      ))}
    </ul>
  );
}
