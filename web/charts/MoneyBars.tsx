// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { MaybeGo } from '../ui/Go.tsx';

export interface MoneyBar {
  key: string;
  name: string;
  to?: string;
  plannedEur: number;
  committedEur: number;
  paidEur: number;
  /** The total that the planned amount is part of, if larger. */
  wholeEur?: number;
}

/** Planned, committed and paid as nested bars with figures. */
export function MoneyBars({ label, bars }: { label: string; bars: readonly MoneyBar[] }) {
  const { t } = useTranslate();
  const { euro } = useFormat();
  const longest = Math.max(...bars.map(({ plannedEur, wholeEur }) => wholeEur ?? plannedEur), 1);
  const along = (value: number) => ({ width: `${(value / longest) * 100}%` });
  const said = (value: number) => (value ? euro(value) : t('money.none'));
  return (
    <ul className="money-bars" aria-label={label}>
      {bars.map(({ key, name, to, plannedEur, committedEur, paidEur, wholeEur }) => (
        <li key={key}>
          <p className="bullet-words">
            <MaybeGo to={to}>{name}</MaybeGo>
            <span>
              <strong>{euro(plannedEur)}</strong>
              {wholeEur !== undefined && ` ${t('money.by.sourceNote', { amount: euro(wholeEur) })}`}
            </span>
          </p>
          <div className="money-track" aria-hidden="true">
            {wholeEur !== undefined && <span className="is-whole" style={along(wholeEur)} />}
            <span className="is-planned" style={along(plannedEur)} />
            <span className="is-committed" style={along(committedEur)} />
            <span className="is-paid" style={along(paidEur)} />
          </div>
          <p className="bullet-note">{t('money.by.figures', { committed: said(committedEur), paid: said(paidEur) })}</p>
        </li>
      ))}
    </ul>
  );
}
