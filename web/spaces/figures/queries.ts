// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reuse, readReuse } from '../../../api/spaces/figures/contract.ts';
import { useReading } from '../../reading.ts';

export type { Reuse };

export const useReuse = () => useReading<typeof readReuse>('/api/v1/programmes/{programme}/reuse', {}, {});
