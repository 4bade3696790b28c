// SPDX-License-Identifier: AGPL-3.0-or-later

import type {
  ContextEntry,
  listSources,
  readContext,
  readSource,
  Source,
} from '../../../api/city/background/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useReading } from '../../reading.ts';

export type WholeSource = ReplyOf<typeof readSource>;
export type Taken = WholeSource['items'][number];

const room = '/api/v1/programmes/{programme}';

export const sourceKinds: readonly Source['kind'][] = ['document', 'research', 'open-data', 'press', 'generator'];

export const useContextEntries = () => useReading<typeof readContext>(`${room}/context`, {}, {});

export const useSources = () => useReading<typeof listSources>(`${room}/sources`, {}, {});

export const useSource = (source: string) => useReading<typeof readSource>(`${room}/sources/{source}`, { source }, {});

export const entriesOf = (items: readonly ContextEntry[], kind: ContextEntry['kind']) =>
  items.filter((entry) => entry.kind === kind).toSorted((a, b) => a.position - b.position);
