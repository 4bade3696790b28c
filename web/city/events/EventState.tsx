// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Event } from '../../../api/city/events/contract.ts';
import { eventStateWords } from '../../../api/city/events/fields.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';

/** Announced for a past day, and not recorded as held. */
export const isSilent = ({ state, held }: Event, day: string): boolean =>
  state === 'announced' && held !== null && held.date < day;

/** The event's status as a word. */
export function EventState({ event }: { event: Event }) {
  const { t, said } = useTranslate();
  const { day } = useProgramme();
  const silent = isSilent(event, day);
  const look = event.state === 'held' ? 'is-live' : silent ? 'is-waiting' : 'is-still';
  return (
    <span className={`state-word ${look}`}>{silent ? t('events.silent') : said(eventStateWords[event.state])}</span>
  );
}
