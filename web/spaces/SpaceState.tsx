// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Space } from '../../api/spaces/contract.ts';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';

const looks: Partial<Record<Space['state'], string>> = {
  'in-use': 'is-live',
  assigned: 'is-live',
  'in-call': 'is-waiting',
  surveyed: 'is-still',
  withdrawn: 'is-still',
};

/** How far a space is on its way back to use, and since when. */
export function SpaceState({ space: { state, stateSince } }: { space: Pick<Space, 'state' | 'stateSince'> }) {
  const { t } = useTold();
  const { when } = useFormat();
  const word = t(`spaces.state.${state}`);
  return (
    <span className={`state-word ${looks[state] ?? ''}`}>
      {stateSince ? t('spaces.since', { state: word, date: when(stateSince) }) : word}
    </span>
  );
}
