// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import { type RunState, runStateOf } from '../../../api/calls/drafting/rules.ts';
import { serverNow } from '../../http.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';

const units = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
] as const;

function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The instants of a call run here. */
interface Window {
  opensAt: string;
  closesAt: string;
}

/** The call's phase by the server's clock; re-renders only when the phase changes. */
export function useRunState(window: Window | null): RunState | null {
  const { opensAt, closesAt } = window ?? { opensAt: '', closesAt: '' };
  const [, turn] = useState(0);
  useEffect(() => {
    if (!opensAt) return;
    const due = [opensAt, closesAt].map((at) => Date.parse(at) - serverNow()).filter((ms) => ms > 0);
    const soon = due.filter((ms) => ms < 2 ** 31).map((ms) => setTimeout(() => turn((n) => n + 1), ms + 50));
    return () => soon.forEach(clearTimeout);
  }, [opensAt, closesAt]);
  return window && runStateOf(window, new Date(serverNow()).toISOString());
}

/** Remaining time in its largest units: "2 giorni 3 ore"; to the second on the last day. */
function useLeft() {
  const { t } = useTranslate();
  return (ms: number, upTo: 'minutes' | 'seconds') => {
    const parts: string[] = [];
    let rest = Math.max(ms, 0);
    for (const [unit, length] of units) {
      const count = Math.floor(rest / length);
      rest -= count * length;
      const wanted = upTo === 'seconds' || unit !== 'seconds';
      if (wanted && (count > 0 || parts.length > 0)) parts.push(t(`bids.left.${unit}`, { count }));
    }
    return parts.join(' ') || t(`bids.left.${upTo}`, { count: 0 });
  };
}

/** Time until opening or closing, to the second; with `live`, announced to screen readers once a minute. */
export function TimeLeft({ live = false, ...window }: Window & { live?: boolean }) {
  const { t } = useTranslate();
  const { deadline } = useFormat();
  const leftOf = useLeft();
  const now = useNow();
  const state = runStateOf(window, new Date(now).toISOString());
  if (state === 'closed') return <span>{t('bids.closedOn', { at: deadline(window.closesAt) })}</span>;
  const announced = state === 'announced';
  const ms = Date.parse(announced ? window.opensAt : window.closesAt) - now;
  const say = (upTo: 'minutes' | 'seconds') =>
    t(announced ? 'bids.opensIn' : 'bids.closesIn', { left: leftOf(ms, upTo) });
  return (
    <>
      <span aria-hidden="true" className="time-left">
        {say('seconds')}
      </span>
      <span className="visually-hidden" aria-live={live ? 'polite' : 'off'}>
        {say('minutes')}
      </span>
    </>
  );
}

/** The deadline, to the second. */
export function Countdown(window: Window) {
  const { t } = useTranslate();
  const { deadline } = useFormat();
  const open = useRunState(window) !== 'closed';
  return (
    <p className="countdown">
      <TimeLeft {...window} live />
      {open && <span className="muted">{t('bids.exactly', { at: deadline(window.closesAt) })}</span>}
    </p>
  );
}
