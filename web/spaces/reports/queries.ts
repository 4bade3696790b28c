// SPDX-License-Identifier: AGPL-3.0-or-later

import type { InputOf, ReplyOf } from '../../../api/contract.ts';
import type { RegisterRequest } from '../../../api/labs/proposals/contract.ts';
import type { listSpaceLookalikes } from '../../../api/spaces/import/contract.ts';
import type { reportSpace } from '../../../api/spaces/reports/contract.ts';
import { useReading } from '../../reading.ts';

export type SpaceLookalike = ReplyOf<typeof listSpaceLookalikes>['items'][number];

/** Possible duplicates in the census while typing. */
export function useSpaceLookalikes(of: { name: string; address: string; latitude: unknown; longitude: unknown }) {
  const { name, address, latitude, longitude } = of;
  return useReading<typeof listSpaceLookalikes>(
    '/api/v1/programmes/{programme}/space-lookalikes',
    {},
    {
      name: name.trim().slice(0, 100),
      ...(address.trim() ? { street: address.trim().slice(0, 100) } : {}),
      ...(latitude && longitude ? { near: `${latitude},${longitude}` } : {}),
    },
  );
}

export type Reported = InputOf<typeof reportSpace>['report'];

export const reportedIn = (request: RegisterRequest) => request.reported as Reported | null;
