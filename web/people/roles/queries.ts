// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyOf } from '../../../api/contract.ts';
import type { listPeople } from '../../../api/people/roles/contract.ts';
import { useReading } from '../../reading.ts';

export type People = ReplyOf<typeof listPeople>;

export const usePeople = () => useReading<typeof listPeople>('/api/v1/programmes/{programme}/people', {}, {});
