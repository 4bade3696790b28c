// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { Event, listEvents, readEvent } from '../../../api/city/events/contract.ts';
import { eventRecord } from '../../../api/city/events/fields.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useReading } from '../../reading.ts';

export type WholeEvent = ReplyOf<typeof readEvent>;

const room = '/api/v1/programmes/{programme}/events';

export const eventKinds = choicesOf(eventRecord.fields.kind);

export const useAllEvents = () => useReading<typeof listEvents>(room, {}, {});

/** Event filters from the address. */
export function useFoundEvents() {
  const [search] = useSearchParams();
  const kind = eventKinds.find((one) => one === search.get('kind'));
  return useReading<typeof listEvents>(room, {}, { kind });
}

export const useEvent = (event: string) => useReading<typeof readEvent>(`${room}/{event}`, { event }, {});

/** The event's month; null if its date is less precise. */
export const monthOf = ({ held }: Event): string | null =>
  held && (held.precision === 'day' || held.precision === 'month') ? held.date.slice(0, 7) : null;
