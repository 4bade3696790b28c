// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../api/contract.ts';
import type { ChangeKind, readLog } from '../../../api/platform/history/contract.ts';
import { addressOf } from '../../http.ts';
import { usePages } from '../../reading.ts';
import { useAddress } from '../../ui/address.ts';

const room = '/api/v1/programmes/{programme}/log';
export type Logged = ReplyOf<typeof readLog>['items'][number];

export const kinds: readonly ChangeKind[] = [
  'added',
  'edited',
  'removed',
  'promised',
  'replanned',
  'forecast',
  'evidence-added',
  'proposed',
  'confirmed',
  'sent-back',
  'reached',
  'withdrawn',
  'adopted',
  'closed',
  'awarded',
  'opened',
  'ended',
  'paid',
  'measured',
  'concluded',
  'moved-on',
];

export const filters = ['actor', 'table', 'kind', 'from', 'to'] as const;

/** Log filters from the address. */
function useWanted() {
  const [search] = useSearchParams();
  const asked = (name: (typeof filters)[number]) => search.get(name) || undefined;
  const day = (name: 'from' | 'to') => asked(name)?.match(/^\d{4}-\d{2}-\d{2}$/)?.[0];
  return {
    actor: asked('actor')?.slice(0, 100),
    table: asked('table')?.match(/^[a-z_]{1,40}$/)?.[0],
    kind: kinds.find((kind) => kind === asked('kind')),
    from: day('from'),
    to: day('to'),
  };
}

export const useLog = () => usePages<typeof readLog>(room, {}, { ...useWanted(), limit: 50 });

/** CSV download URL of the same log, complete. */
export function useLogAddress(whom?: 'excel'): string {
  const { programme, asOf } = useAddress();
  return addressOf(`${room}.csv`, { programme }, { ...useWanted(), asOf, for: whom });
}
