// SPDX-License-Identifier: AGPL-3.0-or-later

import { runStateOf } from '../../../api/calls/drafting/rules.ts';
import type { Call, CallState as State } from '../../../api/calls/published/contract.ts';
import { serverNow } from '../../http.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';

const looks: Partial<Record<State, string>> = {
  open: 'is-live',
  'under-evaluation': 'is-waiting',
  'not-recorded': 'is-waiting',
};

/** Calls run here open and close at an instant, and conclude with the award. */
export function standing<C extends Call>(call: C): C {
  const { window, state, awards } = call;
  if (window === null || (state !== 'open' && state !== 'announced')) return call;
  const now = runStateOf(window, new Date(serverNow()).toISOString());
  const closed = awards > 0 ? 'concluded' : 'under-evaluation';
  return { ...call, state: now === 'closed' ? closed : now };
}

export function CallState({ state }: { state: State }) {
  const { t } = useTranslate();
  return <span className={`state-word ${looks[state] ?? ''}`}>{t(`calls.state.${state}`)}</span>;
}

/** The most relevant date for the call's status. */
export function useCallDate(): (call: Call) => string | null {
  const { t } = useTranslate();
  const { at } = useFormat();
  const onDay = (date: string) => at({ date, precision: 'day' });
  return ({ state, published, opensOn, closesOn, concluded }) => {
    if (state === 'concluded' && concluded) return t('calls.date.concluded', { date: at(concluded) });
    if (state === 'announced' && opensOn) return t('calls.date.opens', { date: onDay(opensOn) });
    if (closesOn) return t(state === 'open' ? 'calls.date.closes' : 'calls.date.closed', { date: onDay(closesOn) });
    return published ? t('calls.date.published', { date: at(published) }) : null;
  };
}
