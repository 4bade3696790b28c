// SPDX-License-Identifier: AGPL-3.0-or-later

import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import type { SpaceSummary } from './queries.ts';

const looks: Partial<Record<SpaceSummary['state'], string>> = {
  'in-use': 'is-live',
  assigned: 'is-live',
  'in-call': 'is-waiting',
  surveyed: 'is-still',
  returned: 'is-still',
  withdrawn: 'is-still',
};

/** A space's state on its way to reuse, and since when. */
export function SpaceState({ space: { state, stateSince } }: { space: Pick<SpaceSummary, 'state' | 'stateSince'> }) {
  const { t } = useTranslate();
  const { when } = useFormat();
  const word = useChoices().wordOf(spaceFields.state, state);
  return (
    <span className={`state-word ${looks[state] ?? ''}`}>
      {stateSince ? t('spaces.since', { state: word, date: when(stateSince) }) : word}
    </span>
  );
}
